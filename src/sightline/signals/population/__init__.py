"""An invented population as rows of the signal tables: the same for the same seed, quick to make.

For comparing engines and for measuring, not for reading: lives are drawn column by column, so that every
signal is raised for some babies and silent for most, and so that every shape of row occurs: unborn babies,
twins, brothers and sisters who are followed too, dates that are not exact, entries that were replaced or
withdrawn, entries that became known late, restricted and sealed ones.

    population = draw(100_000, seed=1)
    population.tables["injury"]        # a pyarrow Table with the columns of the signal table
    loading.into_duckdb(connection, population)
"""

from __future__ import annotations

from sightline.signals.population.drawing import Population, draw

__all__ = ["Population", "draw"]
