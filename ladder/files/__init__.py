"""The ladder file: YAML and JSON read, checked against the schema and for sense, extended, written."""
