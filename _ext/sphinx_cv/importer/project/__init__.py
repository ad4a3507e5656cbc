"""From a draft to the files of a project: completed, without private values, written or merged."""
