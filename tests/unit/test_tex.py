"""TeX in fields: read as its author meant it, or shown as it was typed; never an exception."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylatexenc.latexwalker import LatexWalker

from sphinx_cv.bibliography import tex
from sphinx_cv.bibliography.journals import JOURNALS
from sphinx_cv.bibliography.tex import has_markup, math_of, rich, unknown_commands


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # HTML as sites and programs leave it.
        (r"{\textless}i{\textgreater}In vivo{\textless}/i{\textgreater} R{\&}amp;D", "In vivo R&D"),
        (r"CO$\less$sub$\greater$2$\less$/sub$\greater$", "CO2"),
        (r"{$<$}p{$>$}Text{$<$}/p{$>$} $x<y$", "Text x<y"),
        ('<b>Bold</b> <span class="x">of</span> <scp>DNA</scp>', "Bold of DNA"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> <jats:p>y</jats:p>", "x y"),
        ("a<b and p<0.05", "a<b and p<0.05"),
        (r"3\farcs5, 10\arcsec, 5\deg", "3.″5, 10″, 5°"),
        ("one<br/>two <tex>$x$</tex> <inline-formula>y</inline-formula>", "one two x y"),
        # Formulas whose signs Zotero took for text.
        (
            r"The \${\textbackslash}ell\_1\$ norm, \$\_\{10\}\$, \$\textasciicircum 7\$Be",
            r"The \ell_1 norm, 10, 7Be",
        ),
        (r"\$x\^{}2\$ for \$5 and \$6", "x^2 for $5 and $6"),
        (r"$${\rm CO}_2$$ of ${\cal O}(n)$ $\bf x$", r"\mathrm{CO}_2 of \mathcal{O}(n) \mathbf{x}"),
        (r"a{\hyphen}b{\ndash}c \textbraceleft d\textbraceright{} {\vphantom{\}}}e", "a-b–c {d} e"),
        (r"Ro\textcommabelow sia Bra\textcommabelow{s}ov", "Roșia Brașov"),
        (r"\url{https://a.org/$\sim$b}", "https://a.org/~b"),
        # Accents and letters.
        (r"\'e {\'e} \'{e} {\'{e}} {\'\i} \'{\i} \"{\i}", "é é é é í í ï"),
        (
            r"\c{c} \c c \v{s} {\v S} \H{o} {\H o} \k{a} \r{a} \u{g} \=a \.z \d{s}",
            "ç ç š Š ő ő ą å ğ ā ż ṣ",
        ),
        (r"{\o}{\O} {\ss} {\ae}{\OE} {\aa}{\AA} {\l}{\L} \dj \TH \i", "øØ ß æŒ åÅ łŁ đÞı"),
        (r"Erd{\H{o}}s, G{\"o}del, Fran\c{c}ois", "Erdős, Gödel, François"),
        (r"{\textonequarter} \textmu m \texttrademark", "¼ µm ™"),
        (r"\~{} \^{} {\~{}} \textasciitilde{} \'{}", "~ ^ ~ ~ '"),
        # Signs.
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"\textless\textgreater\textbar\textbackslash", "<>|\\"),
        (r"a--b---c", "a–b—c"),
        (r"``a'' and `b'", "“a” and ‘b’"),
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
        # Braces.
        ("{{Title}} of {T}hings {GPU}s", "Title of Things GPUs"),
        # Indices, which are no formulas.
        (r"H$_2$O, CO$_{2}$, 10$^{th}$, x\textsuperscript{2}", "H2O, CO2, 10th, x2"),
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
