"""Copies on paper and as files: what a page says to one reader, at one hour, as a PDF or a Word document."""
