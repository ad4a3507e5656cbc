"""TeX in fields: read as its author meant it, or shown as it was typed; never an exception."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexWalker

from sphinx_cv.bibliography.tex import text as tex
from sphinx_cv.bibliography.tex.journals import JOURNALS
from sphinx_cv.bibliography.tex.text import has_markup, math_of, rich, unknown_commands


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # HTML as sites and programs leave it.
        (r"{\textless}i{\textgreater}In vivo{\textless}/i{\textgreater} R{\&}amp;D", "In vivo R&D"),
        (r"CO$\less$sub$\greater$2$\less$/sub$\greater$", "CO2"),
        (r"{$<$}p{$>$}Text{$<$}/p{$>$} $x<y$", "Text x<y"),
        ('<b>Bold</b> <span class="x">of</span> <scp>DNA</scp>', "Bold of DNA"),
        ('<a href="https://e.org/a" class="x">Paper</a> <embed src="x.pdf">here', "Paper here"),
        ("the ring <a> of <b and c=d>", "the ring <a> of <b and c=d>"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> <jats:p>y</jats:p>", "x y"),
        ("a<b and p<0.05", "a<b and p<0.05"),
        (r"3\farcs5, 10\arcsec, 5\deg", "3.″5, 10″, 5°"),
        ("one<br/>two <tex>$x$</tex> <inline-formula>y</inline-formula>", "one two x y"),
        ("H<SUB>2</SUB>O of <ASTROBJ>51 Peg</ASTROBJ> <I>in situ</I>", "H2O of 51 Peg in situ"),
        ("CO<inf>2</inf> <italic>ab</italic> <bold>initio</bold>", "CO2 ab initio"),
        # Formulas whose signs Zotero took for text.
        (
            r"The \${\textbackslash}ell\_1\$ norm, \$\_\{10\}\$, \$\textasciicircum 7\$Be",
            r"The \ell_1 norm, 10, 7Be",
        ),
        (r"\$x\^{}2\$ for \$5 and \$6", "x^2 for $5 and $6"),
        (r"\$\$a\$\$ and \textbackslash [b\textbackslash ] of \$c\$", r"$$a$$ and \[b\] of $c$"),
        (r"$${\rm CO}_2$$ of ${\cal O}(n)$ $\bf x$", r"\mathrm{CO}_2 of \mathcal{O}(n) \mathbf{x}"),
        (r"a{\hyphen}b{\ndash}c \textbraceleft d\textbraceright{} {\vphantom{\}}}e", "a-b–c {d} e"),
        (r"Ro\textcommabelow sia Bra\textcommabelow{s}ov", "Roșia Brașov"),
        (r"\url{https://a.org/$\sim$b}", "https://a.org/~b"),
        (
            r"see https://a.org/~b and \url{https://a.org/~b}",
            "see https://a.org/~b and https://a.org/~b",
        ),
        # Formulas in the words of older TeX.
        (
            r"$\rm M_{\odot}$, $5\,{\rm M_{\odot}\,yr^{-1}}$",
            r"\mathrm{M_{\odot}}, 5\,\mathrm{M_{\odot}\,yr^{-1}}",
        ),
        (
            r"$\overline{\rm MS}$ $\left(\rm a\right)b$",
            r"\overline{\mathrm{MS}} \left(\mathrm{a}\right)b",
        ),
        (r"$\cal{O}(n)$ $\Bbb R^n$ $\frak g$", r"\mathcal{O}(n) \mathbb R^n \mathfrak g"),
        (r"$\mathop{\rm SL}$ $a \lt b$ $M_\sun$", r"\mathrm{SL} a < b M_\odot"),
        (r"$10\sp {\circ}$ $x\sb 2$", r"10^{\circ} x_2"),
        (
            r"yr$^{{\ensuremath{-}}1}$ M$_{{\ensuremath{\odot}}}$ ${\ensuremath{\sigma}}x$",
            r"yr−1 M_{\odot } \sigma x",
        ),
        (r"$\upmu$m {\ensuremath{\upalpha}}", r"\mum \alpha"),
        # Spaces within the dollar signs, as Google Scholar has them.
        (r"$ p $-adic, $ C^{1} $, 5 $ or 6 $ more", "p-adic, C^{1}, 5 $ or 6 $ more"),
        ("$<$5 and $>$6, $-$7", "<5 and >6, -7"),
        # Chemistry.
        (r"\ce{H2O}, $\ce{SO4^2-}$, {\ce{Na+}}", "H2O, SO42-, Na+"),
        (r"\ce{La_{1-x}Sr_xMnO3} \ce{CuSO4*5H2O} \ce{2H2 -> X}", "La1-xSrxMnO3 CuSO4·5H2O 2H2 → X"),
        (r"\ce{Mg$_x$Si} \ce{^13CO2} \ce{Fe^{3+}}", "MgxSi 13CO2 Fe3+"),
        (r"\ch{H2O} and $\ch{SO4^2-}$", "H2O and SO42-"),
        # The first letter alone is the argument.
        (r"CO\textsubscript2 is, x\textsuperscript3", "CO2 is, x3"),
        # Accents and letters.
        (r"\'e {\'e} \'{e} {\'{e}} {\'\i} \'{\i} \"{\i}", "é é é é í í ï"),
        (
            r"\c{c} \c c \v{s} {\v S} \H{o} {\H o} \k{a} \r{a} \u{g} \=a \.z \d{s}",
            "ç ç š Š ő ő ą å ğ ā ż ṣ",
        ),
        (r"{\o}{\O} {\ss} {\ae}{\OE} {\aa}{\AA} {\l}{\L} \dj \TH \i", "øØ ß æŒ åÅ łŁ đÞı"),
        (r"Erd{\H{o}}s, G{\"o}del, Fran\c{c}ois", "Erdős, Gödel, François"),
        (r"\emph{\'E} Vi{\d{\^e}}t \textsc{\'E}tienne \c{\'e}", "É Việt Étienne ȩ́"),
        (r"\h{\^a} \horn{o} \uhorn{} \polhk{a} \udot{s}", "ẩ ơ ư ą ṣ"),
        (r"Ada{\rsquo}s {\ldquo}Mill{\rdquo} {\plusmn} 1", "Ada’s “Mill” ± 1"),
        (r"Arnol\cprime d Il{\cprime}in", "Arnolʹd Ilʹin"),
        (r"Y{\ensuremath{\i}}ld{\ensuremath{\i}}z", "Yıldız"),
        (r"\textalpha{} {\textbeta}-cell \textDelta{}G \upmu m", "α β-cell ΔG μm"),
        (r"{\textonequarter} \textmu m \texttrademark", "¼ µm ™"),
        (r"\~{} \^{} {\~{}} \textasciitilde{} \'{}", "~ ^ ~ ~ '"),
        # Signs.
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"\textless\textgreater\textbar\textbackslash", "<>|\\"),
        (r"a--b---c", "a–b—c"),
        (r"``a'' and `b'", "“a” and ‘b’"),
        ("`{{Mill}} and {Loom}', `It's {Ada}'", "‘Mill and Loom’, ‘It's Ada’"),
        (r"10$^{-3}$, O$^{2-}$, n$^{1-2}$", "10−3, O2−, n1-2"),
        ("Ada's O`Brien ``a `b' c'' `", "Ada's O`Brien “a ‘b’ c” `"),
        (
            r"dit \og mot \fg{} et {\og}mot{\fg}, \og{}mot\fg.",
            "dit «\xa0mot\xa0» et «\xa0mot\xa0», «\xa0mot\xa0».",
        ),
        (r"\textquotedblleft a\textquotedblright{} \textquoteright s \enquote{b}", "“a” ’s “b”"),
        (r"3\,\% of 1\,204", "3\u00a0% of 1\u00a0204"),
        (r"\ldots{} \dots \copyright{} \S{} \P{} \pounds{} \euro{}", "… …© § ¶ £ €"),
        (r"20\textdegree C 20\degree{}C", "20°C 20°C"),
        # Space.
        (r"a~b a\ b a\,b a\;b a\!b a\-b a\/b", "a\xa0b a b a\xa0b a b ab ab ab"),
        (r"a\\b a\newline b a\par b a\nobreakspace b", "a b a b a b a\xa0b"),
        (r"{\hskip 1em plus 0.5em minus 0.4em\relax IEEE}", "IEEE"),
        # Commands with text.
        (r"\emph{a} \textbf{b} \textsc{c} \texttt{d} {\it e} {\bf f} \textit g", "a b c d e f g"),
        (
            r"\mbox{a} \hbox{b} \underline{c} \uppercase{d} \NoCaseChange{e} {\small f}",
            "a b c d e f",
        ),
        (r"\protect\emph{a}\xspace{} b", "a b"),
        (r"\foreignlanguage{german}{Stra{\ss}e} \textcolor{red}{b}", "Straße b"),
        (r"{\noopsort{1973a}}1973", "1973"),
        (
            r"\url{https://a.org/b_c~d%20e} \href{https://a.org}{text}",
            "https://a.org/b_c~d%20e text",
        ),
        (r"\LaTeX{} {\TeX} \BibTeX", "LaTeX TeX BibTeX"),
        (
            r"\mkbibbrackets{a}\addcomma\space b\adddot{} 1\up{er} 3\nobreakdash--4",
            "[a], b. 1er 3–4",
        ),
        (r"\textgreek{λόγος} \textcyrillic{Это} \mkbibacro{UN}", "λόγος Это UN"),
        # Braces.
        ("{{Title}} of {T}hings {GPU}s", "Title of Things GPUs"),
        # Indices, which are no formulas.
        (r"H$_2$O, CO$_{2}$, 10$^{th}$, x\textsuperscript{2}", "H2O, CO2, 10th, x2"),
        (r"n\({}^{\mbox{2}}\) and k$_{\text{max}}$", "n2 and kmax"),
        (r"5$^\circ$C, 90$^{\circ}$, $90^{\circ}$", r"5°C, 90°, 90^{\circ}"),
        (r"z {\raisebox{-0.5ex}\textasciitilde} 6", "z ~ 6"),
        # What TeX would read otherwise than it was meant.
        ("100% of it, 50\\% of it", "100% of it, 50% of it"),
        ("$5 and $6", "$5 and $6"),
        ("phage $phi$6 for $5", "phage phi6 for $5"),
        (r"$\lambda\lambda$4959,5007 and $\sim$5", r"\lambda\lambda4959,5007 and \sim5"),
        ("R&D, A & B # C_d ^ e", "R&D, A & B # C_d ^ e"),
        # From HTML.
        (
            r"A &amp; B \&amp; C &lt;D&gt; &ouml; &#233; &amp;amp; &nbsp;",
            "A & B & C <D> ö é & \xa0",
        ),
        ("<i>E. coli</i> H<sub>2</sub>O <u>x</u> a < b", "E. coli H2O <u>x</u> a < b"),
        ("AT&T; &NoSuchEntity;", "AT&T; &NoSuchEntity;"),
        ("", ""),
    ],
)
def test_tex_is_read_as_it_was_meant(latex, text):
    assert str(rich(latex)) == text
    assert unknown_commands(latex) == []


@pytest.mark.parametrize("command", sorted(JOURNALS))
def test_the_journals_of_astronomers_have_their_names(command):
    assert str(rich(f"{{\\{command}}}")) == JOURNALS[command]
    assert unknown_commands(f"\\{command}") == []


@pytest.mark.parametrize(
    ("latex", "commands"),
    [
        (r"\foo", [r"\foo"]),
        (r"\foo{bar} \foo{baz} \qux", [r"\foo", r"\qux"]),
        (r"\input{/etc/passwd}", [r"\input"]),
        (r"\write18{ls}", [r"\write"]),
        (r"\cite{key}", [r"\cite"]),
        (r"\today", [r"\today"]),
        (r"\includegraphics{x.png}", [r"\includegraphics"]),
        (r"{\emph{\foo}}", [r"\foo"]),
        (r"\begin{x}", [r"\begin", "{", "}"]),
        ("a { b", ["{"]),
        ("a } b", ["}"]),
    ],
)
def test_what_cannot_be_read_is_shown_as_it_was_typed_and_told(latex, commands):
    assert unknown_commands(latex) == commands
    for command in commands:
        assert command in str(rich(latex))


@pytest.mark.parametrize(
    ("latex", "formulas"),
    [
        ("no math", []),
        ("$5 and $6", []),
        (r"$\alpha$ and \(x^2\)", [r"\alpha", "x^2"]),
        (r"{\ensuremath{\beta}}", [r"\beta"]),
        (r"$_2$", []),
        (r"$\input{x}$", [r"\input{x}"]),
    ],
)
def test_formulas_are_found(latex, formulas):
    assert math_of(latex) == formulas


@pytest.mark.parametrize("text", ["", "Plain words", "Ünïcödé – “x”", "a_b c^d #e"])
def test_plain_text_has_no_markup(text):
    assert not has_markup(text)
    assert str(rich(text)) == text


pieces = st.lists(
    st.sampled_from(
        [
            *"\\{}$%'`~^_&#- aé<",
            *("\\'", "\\foo", "\\emph", "\\it", "\\(", "\\)", "\\[", "\\]", "\\begin{x}", "\\href"),
            *("\\url", "\\verb", "\\textcolor", "\\ensuremath", "\\noopsort", "\\enquote", "&amp;"),
            *("<i>", "</i>", "\\\\", "\\cite[x]{y}", "\\hskip 1em", "[", "]", "\n", "\0"),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=300)
@given(pieces | st.text())
@example("\\")
@example("\\href")
@example("\\href{a}")
@example("\\ensuremath")
@example("\\verb|")
@example("{" * 200)
@example("{" * 5000 + "}" * 5000)
@example("\\'\\textcolor")
def test_any_text_is_read(latex):
    assert isinstance(str(rich(latex)), str)
    unknown_commands(latex)
    math_of(latex)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), max_size=20))
def test_words_are_passed_on(text):
    assert str(rich(text)) == text
    assert str(rich(f"{{{text}}}")) == text


def test_a_field_is_read_once(monkeypatch):
    read = []
    monkeypatch.setattr(tex, "LatexWalker", lambda *args, **_: read.append(args) or real(*args))
    real = LatexWalker
    text = r"A long abstract about $\alpha_{once}$ and \emph{more}"
    assert "more" in str(rich(text))
    assert unknown_commands(text) == []
    assert math_of(text) == [r"\alpha_{once}"]
    rich(text)
    assert len(read) == 1
