"""The language of a work (BCP 47): biblatex's ``langid`` and what people type.

The names are those of babel and polyglossia, and of each language in itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = {
    "ar": "arabic ara العربية",
    "bg": "bulgarian bul български",
    "ca": "catalan cat català",
    "cs": "czech cze ces čeština",
    "cy": "welsh cym",
    "da": "danish dan dansk",
    "de": "german ngerman austrian naustrian swissgerman nswissgerman ger deu deutsch",
    "el": "greek polutonikogreek ell gre ελληνικά",
    "en": "english american british usenglish ukenglish australian canadian newzealand eng",
    "es": "spanish mexican spa español castellano",
    "et": "estonian est eesti",
    "eu": "basque eus euskara",
    "fa": "persian farsi fas فارسی",
    "fi": "finnish fin suomi",
    "fr": "french francais acadian canadien fre fra français",
    "ga": "irish gle gaeilge",
    "gl": "galician glg galego",
    "he": "hebrew heb עברית",
    "hr": "croatian hrv hrvatski",
    "hu": "hungarian magyar hun",
    "id": "indonesian indonesia indon",
    "is": "icelandic isl íslenska",
    "it": "italian ita italiano",
    "ja": "japanese jpn 日本語",
    "ko": "korean kor 한국어",
    "la": "latin lat",
    "lt": "lithuanian lit lietuvių",
    "lv": "latvian lav latviešu",
    "nb": "norwegian norsk bokmål bokmal nor nob",
    "nl": "dutch dut nld nederlands",
    "nn": "nynorsk nno",
    "pl": "polish pol polski",
    "pt": "portuguese portuges brazilian brazil por português",
    "ro": "romanian rum ron română",
    "ru": "russian rus русский",
    "sk": "slovak slk slovenčina",
    "sl": "slovene slovenian slv slovenščina",
    "sr": "serbian srp српски",
    "sv": "swedish swe svenska",
    "tr": "turkish tur türkçe",
    "uk": "ukrainian ukr українська",
    "vi": "vietnamese vie",
    "zh": "chinese mandarin chi zho 中文",
}
_CODES = {name: code for code, names in _NAMES.items() for name in (code, *names.split())}
# Locales name their countries: "fr-FR", "pt_BR".
_LOCALE = re.compile(r"([a-z]{2,3})[-_][a-z]{2,4}")
_FIELDS = ("langid", "hyphenation", "language")


def language_of(fields: Mapping[str, str]) -> str:
    """Return the language code of a work, ``""`` for none or several."""
    for name in _FIELDS:
        typed = (
            unicodedata.normalize("NFC", re.sub(r"[{}]", "", fields.get(name, ""))).strip().lower()
        )
        locale = _LOCALE.fullmatch(typed)
        if code := _CODES.get(locale[1] if locale else typed):
            return code
    return ""


def foreign_language_of(fields: Mapping[str, str], own: str) -> str:
    """Return the language of a work, ``""`` where it is the language *own* of the CV."""
    found = language_of(fields)
    return "" if found == re.split("[-_]", own)[0].lower() else found
