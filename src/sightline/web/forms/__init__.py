"""Forms: declared fields that own their component, label, hint and words for what is missing."""
