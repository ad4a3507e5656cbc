"""The years above a long list, in one direction."""

import pytest

from sphinx_cv.html.long_lists import in_order


@pytest.mark.parametrize(
    ("years", "ordered"),
    [
        (["2023", "2022", "2021"], ["2023", "2022", "2021"]),
        (["2021", "2022", "2023"], ["2021", "2022", "2023"]),
        # Highlights first.
        (["2026", "2022", "2025", "2024", "2023"], ["2026", "2025", "2024", "2023", "2022"]),
        (["Forthcoming", "2023", "2022"], ["Forthcoming", "2023", "2022"]),
    ],
)
def test_years_go_where_most_of_them_go(years, ordered):
    assert in_order(years) == ordered
