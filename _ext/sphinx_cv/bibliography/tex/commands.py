"""The TeX commands found in fields, and what each does with its argument: data."""

from __future__ import annotations

# Commands that change the font of their argument, and the matching tags.
TAGS = {
    "emph": "em",
    "textit": "em",
    "textsl": "em",
    "mkbibemph": "em",
    "mkbibitalic": "em",
    "textbf": "strong",
    "mkbibbold": "strong",
    "texttt": "tt",
    "textsuperscript": "sup",
    "mkbibsuperscript": "sup",
    "up": "sup",
    "textsubscript": "sub",
    "mkbibsubscript": "sub",
}
# Commands without effect in a CV.
PLAIN = frozenset(
    """
    textsc textrm textsf textup textmd textnormal text mbox hbox fbox underline
    uline uuline sout uppercase lowercase MakeUppercase MakeLowercase MakeSentenceCase
    MakeTitleCase NoCaseChange BibTeXProtect oldstylenums acro acr ac gls natexlab bibinfo
    mkbibacro mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix autocap
    textgreek textcyrillic textcyr textrussian textlatin textfrench textgerman textls bsc
    """.split()
)
# Commands whose first argument is not text.
OF_TWO = frozenset("foreignlanguage textcolor bibinfo href".split())
DROPPED = frozenset(
    """
    noopsort noop sortnoop SortNoop singleletter switchargs vspace hspace
    footnote thanks index label marginpar footnotetext
    phantom hphantom vphantom
    """.split()
)
QUOTES = {
    **dict.fromkeys(("enquote", "mkbibquote", "textquote"), "“”"),
    **dict.fromkeys(("mkbibparens", "parentext"), "()"),
    **dict.fromkeys(("mkbibbrackets", "brackettext"), "[]"),
}
SWITCHES = {
    **dict.fromkeys(("it", "em", "sl", "itshape", "slshape"), "em"),
    **dict.fromkeys(("bf", "bfseries"), "strong"),
    **dict.fromkeys(
        """
        sc rm sf tt scshape upshape mdseries normalfont rmfamily sffamily ttfamily cal
        tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge HUGE
        protect relax noindent leavevmode unskip ignorespaces xspace allowbreak nobreak
        """.split(),
        "",
    ),
}
# Text in the phonetic alphabet, typed in letters of the keyboard.
PHONETIC = "textipa"
ADDRESSES = frozenset("url path nolinkurl".split())
COMMANDS = frozenset(
    {*TAGS, *PLAIN, *OF_TWO, *DROPPED, *QUOTES, *ADDRESSES, PHONETIC, "ensuremath"}
)
# Commands for the body of a paper, which make no sense in a field.
ELSEWHERE = frozenset(
    """
    today maketitle title author date item part chapter section subsection subsubsection
    paragraph subparagraph includegraphics ref autoref cref Cref eqref cite citet citep textfrac
    exercise uebung hint hints hinweis hinweise input include
    """.split()
)
# What is no name that somebody gave a command.
KNOWN = frozenset({*COMMANDS, *SWITCHES, *ELSEWHERE})
ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
}
