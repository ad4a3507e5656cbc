"""The language of a CV, by the names that TeX and RenderCV have for it."""

from __future__ import annotations

import re
from collections import Counter

from sphinx_cv.model.languages import locale_of
from sphinx_cv.model.text import fold

_CODES = {
    name: code
    for code, names in (
        ("ca", "catalan"),
        ("cs", "czech"),
        ("da", "danish"),
        ("de", "german ngerman austrian naustrian swissgerman nswissgerman"),
        ("el", "greek"),
        ("es", "spanish"),
        ("fi", "finnish"),
        ("fr", "french francais acadian canadien"),
        ("hu", "hungarian magyar"),
        ("it", "italian"),
        ("ja", "japanese"),
        ("ko", "korean"),
        ("nb", "norsk norwegian bokmal nynorsk"),
        ("nl", "dutch"),
        ("pl", "polish"),
        ("pt", "portuguese portuges"),
        ("pt_BR", "brazilian brazil brazilian_portuguese"),
        ("ro", "romanian"),
        ("ru", "russian"),
        ("sv", "swedish"),
        ("tr", "turkish"),
        ("uk", "ukrainian"),
        ("vi", "vietnamese"),
        ("zh_CN", "mandarin_chinese chinese"),
    )
    for name in names.split()
}
# The last option of babel is the language that a document is in.
_OF_TEX = re.compile(
    r"\\usepackage\s*\[(?:[^\]]*,)?\s*(?:main\s*=\s*)?([\w-]+)\s*,?\s*\]\s*\{babel\}"
    r"|\\set(?:main|default)language\s*(?:\[[^\]]*\])?\s*\{(\w+)\}"
)


def language_of(name: str) -> str:
    """Return the code of a language, ``""`` where there are no words of ours in it, or English."""
    return _CODES.get(name.strip().lower(), "")


def language_of_tex(text: str) -> str:
    """Return the code of the language that a document in TeX is in, as far as it says so."""
    found = _OF_TEX.search(text)
    return language_of(found[1] or found[2]) if found else ""


# Small words that a text in each language is full of, without accents.
_SMALL = {
    "ca": "amb els les i per a la de del dels en una un que",
    "cs": "na se pro ze od po pri jako ve pod nebo",
    "da": "og i af for med pa til ved fra den det en et som",
    "de": "der die das und fur mit von im am bei auf den dem zur zum des eine als an",
    "en": "the of and for with in on at by from to as an is",
    "es": "el los las y del con para por en la de una al como que",
    "fi": "ja on seka kanssa etta ovat oli sen",
    "fr": "le la les des du et pour avec dans sur au aux une de en par d l un",
    "hu": "es az a egy hogy nem valamint",
    "it": "il della delle dei degli di e per con nel alla la le un una gli da",
    "nb": "og i av for med pa til ved fra den det en et som",
    "nl": "het een van en voor met op bij de in als aan te door",
    "pl": "na we do oraz dla od po jako sie przez",
    "pt": "do da dos das e para com em no na uma o os um de por ao",
    "ro": "si de la pentru cu din pe in a al ale un o",
    "ru": "и в на с по для от из как к",
    "sv": "och i av for med pa till vid fran den det en ett som",
    "tr": "ve ile bir icin da de olarak",
    "uk": "і та в у на з для від як до",
}
_LANGUAGES_OF = {
    word: [code for code, words in _SMALL.items() if word in words.split()]
    for word in {word for words in _SMALL.values() for word in words.split()}
}
# Languages with letters of their own; Japanese has those of Chinese as well.
_LETTERS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh_CN", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
)
# A text is clear if it has so many small words, so many of them different, and so many times as
# many of one language as of any other.
_ENOUGH, _DIFFERENT, _MORE = 12, 4, 1.3


def language_of_text(text: str) -> str:
    """Return the code of the language that a text is in, ``""`` where that is not clear."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", re.sub("['’]", " ", text))]
    for code, sign in _LETTERS:
        if len(sign.findall(text)) > len(words):
            return code
    found = Counter(code for word in words for code in _LANGUAGES_OF.get(word, ()))
    (best, most), (_second, more) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    if len({word for word in words if best in _LANGUAGES_OF.get(word, ())}) < _DIFFERENT:
        return ""
    return best if most >= max(_ENOUGH, more * _MORE) else ""


def name_of_language(code: str) -> str:
    """Return what a language is called in English."""
    return locale_of(code).english_name or code
