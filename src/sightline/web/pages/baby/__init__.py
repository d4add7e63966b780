"""The baby's page, a module a section. Each takes what the page has read already and asks for little more."""
