r"""Math: MathML made at build time, and no control word that TeX would act on.

In TeX ``$\input{…}$`` reads files, and in LuaTeX ``$\directlua{…}$`` writes them. So math passes
only when each of its control words is one of a list; otherwise it is shown as text.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils.math import MathError, tex2unichar
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.transforms import SphinxTransform

from .log import warn

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

RENDERER = "cv-mathml"

_LAYOUT = """
    frac dfrac tfrac cfrac binom dbinom tbinom sqrt text textbf textit textrm textsf texttt mbox
    mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm
    operatorname left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle
    hat widehat tilde widetilde bar overline underline vec dot ddot acute grave check breve
    overbrace underbrace overset underset stackrel substack limits nolimits not begin end
    quad qquad thinspace displaystyle textstyle scriptstyle ensuremath pmod bmod mod
    lim liminf limsup max min sup inf arg argmax argmin exp log ln lg sin cos tan cot sec csc
    arcsin arccos arctan sinh cosh tanh coth det dim ker hom gcd deg Pr to gets iff implies
    dots ldots cdots vdots ddots dotsc dotsb colon lVert rVert lvert rvert vert Vert langle rangle
    lbrace rbrace lbrack rbrack lfloor rfloor lceil rceil backslash mid prime
"""
_TABLES = (
    "mathaccent", "mathalpha", "mathbin", "mathclose", "mathfence", "mathopen",
    "mathord", "mathop", "mathover", "mathpunct", "mathrel", "mathunder", "space",
)  # fmt: skip
# Signs of packages (stmaryrd, wasysym, mathabx) that no CV loads: TeX would stop.
_OF_PACKAGES = """
    AC APLcomment APLdownarrowbox APLinput APLinv APLleftarrowbox APLlog APLrightarrowbox
    APLuparrowbox Aries Bot CIRCLE CheckedBox Circle Coloneqq Diamondblack Diamonddot Gemini
    Jupiter LEFTCIRCLE LEFTcircle LHD Lbag Leo Libra Longmapsfrom Longmapsto Mapsfrom Mapsto
    Mars Mercury Nearrow Neptune Nwarrow Perp Pluto RHD RIGHTCIRCLE RIGHTcircle Rbag Saturn
    Scorpio Searrow Square Sun Swarrow Taurus Top Uranus VDash Venus XBox Yup apprge apprle
    aquarius aries barin barleftharpoon barrightharpoon biginterleave bigsqcap bindnasrepma
    blacksmiley blacktriangleup boxast boxbar boxbox boxbslash boxcircle boxslash boy cancer
    capricornus cent circledbslash circledgtr circledless coloneq corresponds diameter dlsh
    downdownharpoons downuparrows downupharpoons drsh earth eqcolon fatsemi female fint fourth
    frownie gemini ggcurly girl hash iddots interleave invamp invdiameter invneg jupiter lbag
    leftarrowtriangle leftbarharpoon leftleftharpoons leftmoon leftrightarrowtriangle
    leftrightharpoon leftslice leftsquigarrow leftturn leo libra lightning llcurly
    llparenthesis longmapsfrom lrtimes male mapsfrom mathcent medbullet medcirc mercury
    multimapboth multimapdotbothA multimapdotbothB multimapinv neptune ngtrless nlessgtr
    notasymp notbackslash notni notowner notslash nsimeq oiiint oiint ointctrclockwise pisces
    pluto preceqq quarternote rbag rightarrowtriangle rightbarharpoon rightleftharpoon
    rightmoon rightrightharpoons rightslice rightturn rrparenthesis sagittarius saturn scorpio
    second smalltriangledown smalltriangleleft smalltriangleright smiley spddot sphat sptilde
    sqint sslash strictfi strictif succeqq sun talloblong taurus third twonotes updownarrows
    updownharpoons upupharpoons uranus varEarth varclubsuit vardiamondsuit varheartsuit
    varointclockwise varprod varspadesuit virgo wasylozenge wasytherefore wideparen
"""
SAFE = frozenset(_LAYOUT.split()).union(
    *(getattr(tex2unichar, name, {}) for name in _TABLES)
) - frozenset(_OF_PACKAGES.split())
ENVIRONMENTS = frozenset(
    "matrix pmatrix bmatrix vmatrix Vmatrix smallmatrix cases aligned split array".split()
)

# What docutils has under another name, or reads in braces alone.
_SYNONYMS = {
    "dots": "ldots",
    "iff": "Longleftrightarrow",
    "bm": "boldsymbol",
    "stackrel": "overset",
    "argmax": "operatorname{argmax}",
    "argmin": "operatorname{argmin}",
    "textbf": "mathbf",
    "textit": "mathit",
    "textsf": "mathsf",
    "texttt": "mathtt",
    **{size: f"{size}l" for size in ("big", "Big", "bigg", "Bigg")},
}
_SYNONYM = re.compile(rf"\\({'|'.join(_SYNONYMS)})(?![A-Za-z])")
_FRACTION = re.compile(r"(\\[cdt]?frac)\s*(\d)\s*(\d)")

_PART = re.compile(r"\\(?:[A-Za-z]+|.)|[{}&]", re.DOTALL)
# TeX reads the columns of an array as code, and may never end.
_ODD_ARRAY = re.compile(r"\\begin\s*\{array\}(?!\s*(?:\[[tcb]\]\s*)?\{[lcr|\s]{1,99}\})")
_PAIRS = (("{", "}"), (r"\left", r"\right"), (r"\begin", r"\end"))
_SIGN = re.compile(r"\\(?:[A-Za-z]+|.)|\S", re.DOTALL)
_ENDS = frozenset({"}", "&", r"\\", r"\right", r"\end"})
# An index is math: TeX stops at it within text.
_INDEX_IN_TEXT = re.compile(r"\\(?:text(?:rm|sf|tt|bf|it)?|mbox)\s*\{[^{}]*?(?<!\\)[_^]")
# TeX stops at a depth, Python at another.
_DEEPEST = 30


def unsafe_words(latex: str, *, block: bool = False) -> list[str]:
    """Return the control words of a formula that are not known to be harmless.

    A *block* has columns without an environment of its own.
    """
    words = [f"\\{word}" for word in re.findall(r"\\([A-Za-z@]+)", latex) if word not in SAFE]
    environments = re.findall(r"\\(?:begin|end)\s*\{([^}]*)\}", latex)
    words += [f"\\begin{{{name}}}" for name in environments if name not in ENVIRONMENTS]
    # TeX reads "^^5c" as a backslash, and a percent sign hides the end of the formula. It stops
    # at a hash, and at what is opened and not closed.
    words += re.findall(r"\^\^|(?<!\\)[%#]|\\catcode", latex)
    words += _ODD_ARRAY.findall(latex)
    if _INDEX_IN_TEXT.search(latex):
        words.append("a ^ or _ within text")
    if _stops_at_an_index(latex):
        words.append("a ^ or _ that is empty or doubled")
    parts = _PART.findall(latex)
    for opening, closing in _PAIRS:
        depths = [0, *accumulate((part == opening) - (part == closing) for part in parts)]
        if min(depths) < 0 or depths[-1]:
            words.append(f"an unpaired {opening}")
        if max(depths) > _DEEPEST:
            words.append(f"so deep a nest of {opening}")
    # Of the environments, which are the last of the pairs.
    if not block and "&" in compress(parts, (depth <= 0 for depth in depths)):
        words.append("&")
    return list(dict.fromkeys(words))


def _stops_at_an_index(latex: str) -> bool:
    """Whether a ``^`` or ``_`` has nothing to raise or lower, or follows one of its kind."""
    groups: list[set[str]] = []
    # The indices of what stands before, and whether one still waits for what it raises or lowers.
    indices: set[str] = set()
    waits, last = False, ""
    for part in _SIGN.findall(latex):
        if part in ("^", "_", "'"):
            # A prime is raised, and so is what follows it: "f'^2".
            kind = "_" if part == "_" else "^"
            if waits or (kind in indices and last != "'"):
                return True
            indices.add(kind)
            waits = part != "'"
        elif part == "{":
            groups.append(indices if waits else set())
            indices, waits = set(), False
        elif waits and part in _ENDS:
            return True
        elif part == "}":
            indices = groups.pop() if groups else set()
        elif waits:
            waits = False
        elif part not in (r"\limits", r"\nolimits"):
            indices = set()
        last = part
    return waits


class CheckMath(SphinxTransform):
    """Shows formulas with control words outside the list as text, and warns of them."""

    # After the directives and roles have run, before anything is written.
    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Check every formula of the document."""
        for node in [*self.document.findall(nodes.math), *self.document.findall(nodes.math_block)]:
            block = isinstance(node, nodes.math_block)
            if unsafe := unsafe_words(node.astext(), block=block):
                warn_unsafe(unsafe, node)
                node.replace_self(as_text(node))


def warn_unsafe(words: list[str], location: nodes.Element | str | None) -> None:
    """Say which control words, or other signs, stand in the way."""
    are_words = all(word.startswith("\\") for word in words)
    warn(
        "math",
        "%s is not %s math in a CV; the formula is shown as text",
        ", ".join(words),
        "a control word for" if are_words else "for",
        location=location,
    )


def as_text(node: nodes.Element) -> nodes.Element:
    """Return a formula as the text that it was typed as."""
    text = node.astext()
    if isinstance(node, nodes.math_block):
        return nodes.literal_block(text, text)
    return nodes.literal(text, text)


def visit_math(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a formula as MathML, or as text where it cannot be read."""
    block = isinstance(node, nodes.math_block)
    # An index without a base is an error to docutils, and nothing special to TeX: M$_\odot$.
    latex = re.sub(r"^\s*(?=[_^])", "{}", node.astext())
    latex = _SYNONYM.sub(lambda match: f"\\{_SYNONYMS[match[1]]}", latex)
    latex = _FRACTION.sub(r"\1{\2}{\3}", latex)
    try:
        # On one line: white space would be read as part of the sentence.
        self.body.append(re.sub(r"\s*\n\s*", "", tex2mathml(latex, as_block=block)))
    except (MathError, LookupError, ValueError, AttributeError, TypeError, RecursionError):
        tag = "div" if block else "span"
        self.body.append(f'<{tag} class="math">{self.encode(node.astext())}</{tag}>')
    raise nodes.SkipNode
