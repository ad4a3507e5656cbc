"""The directives and roles of a CV: read, build, note."""
