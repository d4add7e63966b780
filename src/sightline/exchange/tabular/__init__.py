"""Tables (CSV) for agencies without FHIR: documented columns, templates, errors by row and column."""

from sightline.exchange.tabular.faults import Fault, RefusedTable
from sightline.exchange.tabular.reading import looks_like_table, read
from sightline.exchange.tabular.tables import TABLES, Table
from sightline.exchange.tabular.templates import Template, templates

__all__ = ["TABLES", "Fault", "RefusedTable", "Table", "Template", "looks_like_table", "read", "templates"]
