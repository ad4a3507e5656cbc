"""The control words of TeX that a formula may have."""

from __future__ import annotations

from docutils.utils.math import tex2unichar

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
