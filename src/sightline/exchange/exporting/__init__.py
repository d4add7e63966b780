"""Taking a list out of Sightline: what its reader may see, as a table that a spreadsheet cannot run."""
