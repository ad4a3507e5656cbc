"""Settings of the unit tests: no Sphinx build, no clock, no network."""

from hypothesis import settings

# A loaded machine must not fail a test; everything else stays as Hypothesis or its CI profile has it.
settings.register_profile("unit", deadline=None)
settings.load_profile("unit")
