"""Case files: one baby's story as data (docs/reference/case-file.md), as batches of agencies' entries."""

from sightline.exchange.case_files.case_file import Arrival, CaseFile
from sightline.exchange.case_files.reading import is_case_file, read

__all__ = ["Arrival", "CaseFile", "is_case_file", "read"]
