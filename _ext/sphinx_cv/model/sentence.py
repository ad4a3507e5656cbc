"""Whether a text ends a sentence, or an abbreviation: "For looms." and "Ph.D."."""

from __future__ import annotations

import re

# Words that are cut, besides those of single letters and of several parts.
_CUT = (
    "inc ltd co corp plc jr sr st ste mt ft univ dept inst prof dr mr mrs ms hon hons assoc asst "
    "adj dir exec vol ed eds al etc approx ca habil rer nat med phil jur ing dipl mag bros mass "
    "spp agg subsp cf vs bzw usw pp abs calif conn penn ill wash ont que jan feb mar apr jun jul "
    "aug sept sep oct nov dec".split()
)
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(,/-])(?:{'|'.join(_CUT)}|[^\W\d_]"
    r"|(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}|[^\W\d_]{1,2}\. [^\W\d_]{1,4})\.$",
    re.IGNORECASE,
)
SENTENCE_ENDS = (".", "?", "!", "…", "؟", "۔", "。", "！", "？")
# No abbreviation is longer.
_LONGEST = 30


def ends_sentence(text: str) -> bool:
    """Whether *text* ends with the stop of a sentence, and needs no comma behind it."""
    return text.endswith(SENTENCE_ENDS) and not _ABBREVIATION.search(text[-_LONGEST:])


def without_stop(title: str) -> str:
    """Return a title without the full stop that PubMed ends it with, of no abbreviation."""
    stops = title.endswith(".") and not title.endswith("..") and ends_sentence(title)
    return title[:-1] if stops else title
