"""One module a page, or a folder where a page has several parts."""
