"""Amounts of money: what is read, what is printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.model.money import Money, format_money, read_money, total


@pytest.mark.parametrize(
    ("text", "amount", "currency", "printed"),
    [
        ("EUR 2499000", 2499000, "EUR", "€2,499,000"),
        ("€2,499,000", 2499000, "EUR", "€2,499,000"),
        ("2.499.000 €", 2499000, "EUR", "€2,499,000"),
        ("2.4 M€", 2400000, "EUR", "€2,400,000"),
        ("2,5 Mio. EUR", 2500000, "EUR", "€2,500,000"),
        ("1 200 000 NOK", 1200000, "NOK", "NOK 1,200,000"),
        ("CHF 1'200'000", 1200000, "CHF", "CHF 1,200,000"),
        ("$1.5 million", 1500000, "USD", "$1,500,000"),
        ("₹12,34,567", 1234567, "INR", "₹1,234,567"),
        ("1,234 k€", 1234000, "EUR", "€1,234,000"),
        ("£12,345.67", Decimal("12345.67"), "GBP", "£12,345.67"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, amount, currency, printed):
    money = read_money(text)
    assert money == Money(Decimal(amount), currency)
    assert format_money(money, "en") == printed


@pytest.mark.parametrize(
    "text",
    ["", "5000", "abc", "EUR", "€5€", "XXZ 5", "EUR " + "9" * 40, "EUR 1,2,3.4", "EUR 2020, 5"],
)
def test_another_text_is_refused_with_what_to_write(text):
    with pytest.raises(ValueError, match=": write "):
        read_money(text)


@given(st.text() | st.text(alphabet="0123456789.,' €$kMEUR"))
def test_any_text_is_read_or_refused(text):
    message = ""
    try:
        assert format_money(read_money(text), "de")
    except ValueError as error:
        message = str(error)
    assert not message or ": write " in message


def test_a_total_is_made_for_each_currency():
    amounts = [read_money(text) for text in ("EUR 1", "USD 2", "EUR 3")]
    assert total(amounts) == [Money(Decimal(4), "EUR"), Money(Decimal(2), "USD")]
