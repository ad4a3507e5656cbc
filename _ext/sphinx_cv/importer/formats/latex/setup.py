"""Commands of TeX that say nothing of a person: how a CV looks, and what makes it work."""

from __future__ import annotations

import re

SETUP = (
    "moderncvstyle",
    "moderncvcolor",
    "moderncvtheme",
    "moderncvicons",
    "colorlet",
    "definecolor",
    "setbool",
    "geometry",
    "setmainfont",
    "setsansfont",
    "fontdir",
    "hypersetup",
    "setlist",
    "titleformat",
    "titlespacing",
    "pagestyle",
    "newgeometry",
    "makecvfooter",
    "renewcommand",
    "newcommand",
    "setlength",
    "addtolength",
    "bibliographystyle",
    "nocite",
    "vspace",
    "hspace",
    "cvskilllegend",
    "cvskillplainlegend",
    "cvskillhead",
    "documentclass",
    "usepackage",
    "makecvtitle",
    "makecvheader",
    "maketitle",
    "nopagenumbers",
    "RequirePackage",
    "PassOptionsToPackage",
    "bibliographyitemlabel",
    "selectlanguage",
    "graphicspath",
    "hyphenation",
    "parbox",
    "columnsep",
)
# The first letters of commands that define and set something.
_DEFINING = re.compile(
    r"(?:re)?(?:new|set|add|patch|provide|pgf|default|declare|at(?:begin|end)|if)|[lrc](?:head|foot)$",
    re.IGNORECASE,
)


def is_setup(name: str) -> bool:
    """Whether a command, which is none of a CV, only makes TeX work."""
    return name in SETUP or not name[1:].isalpha() or bool(_DEFINING.match(name))
