"""The accent of the website, from that of the printed CV: what is in it can be read."""

import re
from types import SimpleNamespace

import pytest

from sphinx_cv.html.accent import DEFAULT, accent_rules
from sphinx_cv.model.options.colors import luminance, mixed

DARK, DARKER, ON_DARK = "#1c242e", "#12171e", "#0d1b26"


def rules(accent):
    return accent_rules(SimpleNamespace(cv_print={"accent": accent} if accent else {}))


def contrast(one, other):
    least, most = sorted((luminance(one), luminance(other)))
    return (most + 0.05) / (least + 0.05)


def test_the_accent_of_the_theme_needs_no_rules():
    assert rules("") == rules(DEFAULT) == ""


@pytest.mark.parametrize(
    "accent", ["#8b0000", "#0d3d73", "#004d00", "#4b0082", "#000000", "#595900"]
)
def test_each_shade_can_be_read_on_its_ground(accent):
    found = dict(re.findall(r"--cv-accent([\w-]*):light-dark\(([^)]*)\)", rules(accent)))
    (light, dark), (strong, strong_dark), (soft, soft_dark) = (
        found[name].split(",") for name in ("", "-strong", "-soft")
    )
    assert light == accent
    for text, ground in [
        *((light, "#ffffff"), (strong, "#ffffff"), (light, soft), ("#ffffff", light)),
        *((dark, DARK), (dark, DARKER), (strong_dark, DARK), (dark, soft_dark), (ON_DARK, dark)),
        ("#ffffff", mixed(accent, "#ffffff", 0.15)),
    ]:
        assert contrast(text, ground) >= 4.5, (text, ground)
