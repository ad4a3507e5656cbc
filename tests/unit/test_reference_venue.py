"""Where a work is: archives and their numbers, journals, books and houses."""

from __future__ import annotations

import pytest

from entries import work
from sphinx_cv.bibliography.facts.archives import archive_named, archive_of
from sphinx_cv.bibliography.reference.host import without_end


@pytest.mark.parametrize(
    ("venue", "name"),
    [
        ("arXiv preprint arXiv:2309.01213", "arXiv"),
        ("CoRR", "arXiv"),
        ("Available at SSRN 3456789", "SSRN"),
        ("bioRxiv", "bioRxiv"),
        ("SportRxiv", "SportRxiv"),
        ("Journal of Mills", ""),
        ("arXiv workshop on mills", ""),
    ],
)
def test_a_venue_that_is_an_archive_is_recognized(venue: str, name: str) -> None:
    assert archive_named(venue) == name


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"eprint": "2309.01213"}, "arXiv:2309.01213"),
        ({"eprint": "0211159", "primaryclass": "math"}, "arXiv:math/0211159"),
        ({"doi": "10.48550/arXiv.2309.01213"}, "arXiv:2309.01213"),
        ({"doi": "10.31234/osf.io/kfnzt"}, "PsyArXiv kfnzt"),
        ({"doi": "10.2139/ssrn.3456789"}, "SSRN 3456789"),
        ({"hal_id": "hal-01234567"}, "HAL hal-01234567"),
        ({"eprint": "2021/124", "eprinttype": "iacr"}, "Cryptology ePrint Archive 2021/124"),
    ],
)
def test_a_preprint_has_the_number_of_its_archive(fields: dict[str, str], printed: str) -> None:
    assert str(archive_of(fields, "")) == printed


def test_what_has_a_venue_is_no_preprint() -> None:
    assert archive_of({"eprint": "2309.01213"}, "Journal of Mills") is None
    assert archive_of({"eprint": "12345", "eprinttype": "jstor"}, "") is None


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trinity College, Dublin.", "Trinity College, Dublin"),
        ("Mill Inc.", "Mill Inc."),
        ("Washington D.C.", "Washington D.C."),
        ("Oxford Univ.", "Oxford Univ."),
        ("Cambridge, Mass.", "Cambridge, Mass."),
        ("Provo, Utah.", "Provo, Utah"),
        ("West Lafayette, IN.", "West Lafayette, IN"),
        ("Mills in the U.S.", "Mills in the U.S."),
        ("Hedges", "Hedges"),
    ],
)
def test_a_house_keeps_the_full_stop_of_an_abbreviation_alone(typed: str, printed: str) -> None:
    assert without_end(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Proceedings of Mills. Proceedings of Mills", "Proceedings of Mills"),
        ("Mills, 2005. CM 2005. Conference on", "Conference on Mills (CM 2005)"),
        ("Mills, 2001. Proceedings. 2001 Conference on", "2001 Conference on Mills"),
        ("Mills and Looms, 2005", "Mills and Looms, 2005"),
        ("Mills (including subseries Looms)", "Mills"),
        ("Mills -", "Mills"),
        ("Mills,", "Mills"),
    ],
)
def test_the_title_of_a_book_is_said_once_and_in_order(typed: str, printed: str) -> None:
    assert work("inproceedings", booktitle=typed).title("booktitle") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("JOURNAL OF THE MILL SOCIETY OF L'AQUILA", "Journal of the Mill Society of L'Aquila"),
        ("PHYSICAL REVIEW B", "Physical Review B"),
        (r"MILLS \& LOOMS REVIEW", r"Mills \& Looms Review"),
        ("IEEE TRANSACTIONS ON MILLS", "IEEE Transactions on Mills"),
        ("WOMEN'S STUDIES II", "Women's Studies II"),
        ("MILL PUBLISHING GROUP 75 VARICK ST, 9TH FLR, NEW YORK", "Mill Publishing Group"),
        ("OXFORD UNIV PRESS GREAT MILL ST, OXFORD OX2 6DP, ENGLAND", "Oxford Univ Press"),
        # What may be a name in capitals stays.
        ("PLOS ONE", "PLOS ONE"),
        ("NATURE", "NATURE"),
        ("ACM SIGMOD", "ACM SIGMOD"),
        ("NEW PHYTOLOGIST", "NEW PHYTOLOGIST"),
        ("Journal of MILLS", "Journal of MILLS"),
    ],
)
def test_a_journal_in_capitals_is_set_in_small_letters(typed: str, printed: str) -> None:
    assert work(journal=typed).journal == printed


@pytest.mark.parametrize(
    ("journal", "name", "state"),
    [
        ("J. Mills (accepted)", "J. Mills", "accepted"),
        ("J. Mills [In press]", "J. Mills", "in press"),
        ("J. Mills (Oxford)", "J. Mills (Oxford)", ""),
    ],
)
def test_a_state_behind_a_journal_is_taken_from_its_name(
    journal: str, name: str, state: str
) -> None:
    made = work(journal=journal)
    assert (made.journal, made.get("pubstate")) == (name, state)
