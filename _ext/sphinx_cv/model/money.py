"""Amounts of money: read as people write them, printed by the CLDR's patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import format_currency, is_currency

from .languages import locale_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "US$": "USD"}
_SIGNS |= {"A$": "AUD", "C$": "CAD", "NZ$": "NZD", "R$": "BRL", "kr": "SEK", "Fr.": "CHF"}
_NAMES = {"euro": "EUR", "dollar": "USD", "pound": "GBP", "yen": "JPY"}
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "million": 10**6, "mio": 10**6, "mio.": 10**6}
_CURRENCY = rf"(?:(?:{'|'.join(_NAMES)})s?|[^\d\s.,'’+-]{{1,3}}\.?)"
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<number>\d[\d.,'’\s]*)\s*"
    rf"(?P<scale>k(?!r)|million|mio\.?|m)?\s*(?P<after>{_CURRENCY})?",
    re.ASCII | re.IGNORECASE,
)
# The digits after the last mark are those of a fraction, unless they are three.
_FRACTION = re.compile(r"(.*?)(?:[.,](\d{1,2}|\d{4,}))?", re.ASCII)
# Thousands, also the hundreds of India and the ten thousands of China.
_GROUPED = re.compile(r"\d+(?:[.,'’\s]+\d{2,4})*[.,'’]?", re.ASCII)
_MOST = 10**15
_EXAMPLE = '"EUR 2499000" or "EUR 2.5 million"'


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, which is an ISO 4217 code."""

    amount: Decimal
    currency: str


def read_money(text: str) -> Money:
    """Read ``EUR 2499000``, ``€2,499,000``, ``2.4 M€`` or ``1 200 000 NOK``.

    Raises ValueError with a sentence that says what to write.
    """
    unreadable = f'"{text}" is not an amount with its currency: write {_EXAMPLE}'
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or bool(match["before"]) == bool(match["after"]):
        raise ValueError(unreadable)
    sign = match["before"] or match["after"]
    code = _SIGNS.get(sign) or _NAMES.get(sign.lower().rstrip("s"), sign.upper())
    scale = match["scale"] or ""
    if not is_currency(code):
        raise ValueError(f'"{sign}" is not a currency: write a code such as EUR, USD or GBP')
    whole, fraction = (_FRACTION.fullmatch(match["number"].strip()) or match).groups()[:2]
    if not _GROUPED.fullmatch(whole):
        raise ValueError(unreadable)
    # "1.234 M" is a fraction, "1,234 k" and "1,234" are not.
    if (
        scale[:1] in ("m", "M")
        and fraction is None
        and (dot := re.fullmatch(r"(\d+)[.,](\d{3})", whole))
    ):
        whole, fraction = dot.groups()
    number = Decimal(f"{re.sub(r'[^0-9]', '', whole) or 0}.{fraction or 0}")
    amount = number * _SCALES[scale.lower()]
    if amount >= _MOST:
        raise ValueError(f'"{text}" is too much to be an amount: write {_EXAMPLE}')
    return Money(amount, code)


def format_money(money: Money, language: str) -> str:
    """Print the amount in *language*, without a fraction where it is whole."""
    whole = money.amount == money.amount.to_integral()
    text = format_currency(money.amount, money.currency, locale=locale_of(language))
    text = re.sub(r"[.,٫]00(?!\d)", "", text) if whole else text
    return re.sub("[\u00a0\u202f]", " ", re.sub(r"([A-Z]{3})(?=\d)", r"\1 ", text))


def total(amounts: Iterable[Money]) -> list[Money]:
    """Return the sum in each currency, in the order in which they are met."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for money in amounts:
        sums[money.currency] += money.amount
    return [Money(amount, currency) for currency, amount in sums.items()]
