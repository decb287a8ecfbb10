"""The ladder file: YAML and JSON read, checked for shape and sense, extended, and written."""
