"""Notes, as the style prints them: what an author wrote, and nothing that a program did."""

import pytest
from styled import line


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"pubstate": "inpress"}, "Engines. In press."),
        ({"pubstate": "Submitted"}, "Engines. Submitted."),
        ({"pubstate": "under review"}, "Engines. Under review."),
        ({"note": "Best paper", "addendum": "with code"}, "Engines. Best paper. With code."),
        ({"note": "Publisher: Elsevier"}, "Engines."),
        ({"note": "Number: 3 Publisher: Nature Publishing Group"}, "Engines."),
        ({"note": "Conference Name: Engines"}, "Engines."),
        ({"note": r"{\_eprint: https://example.org/x}"}, "Engines."),
        ({"note": r"\_eprint: https://example.org/x"}, "Engines."),
        ({"note": "tex.ids: king2020a"}, "Engines."),
        ({"note": "1234-5678 King, Ada Journal Article UK J Engines. doi: 10.1000/1."}, "Engines."),
        ({"note": "Journal Article of the year"}, "Engines. Journal Article of the year."),
        ({"note": "They said “yes.”"}, "Engines. They said “yes.”"),
        ({"note": "(In French.)"}, "Engines. (In French.)"),
        ({"note": "Comment: Spotlight"}, "Engines. Comment: Spotlight."),
        ({"note": "Comment: 7 pages, 3 figures"}, "Engines."),
        ({"note": "arXiv: 2309.01213 [cs, stat]"}, "Engines. arXiv:2309.01213."),
        ({"note": "arXiv: see there"}, "Engines. arXiv: see there."),
        ({"note": "https://example.org"}, "Engines."),
        ({"note": r"\url{https://example.org}."}, "Engines."),
        ({"note": "https://example.org", "doi": "10.1000/1"}, "Engines. https://example.org."),
        ({"note": r"\url{javascript:x}"}, "Engines. javascript:x."),
        ({"howpublished": r"\url{https://example.org}"}, "Engines."),
        ({"howpublished": r"At \url{https://example.org}"}, "Engines. At https://example.org."),
        ({"award_name": "Best paper", "award": "It won **it**."}, "Engines. Best paper."),
        ({"journal": "Letters,"}, "Engines. Letters."),
        ({"note": "Publishers disagree"}, "Engines. Publishers disagree."),
    ],
)
def test_notes_are_what_an_author_wrote(fields, text):
    assert line(title="Engines", **fields) == text
