"""Dates as other programs have them."""

import pytest

from sphinx_cv.importer.reading.dates import options_of


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (("2018-09", "2023-05", ""), {"start": "2018-09", "end": "2023-05"}),
        (("2018", "Present", ""), {"start": "2018", "end": "present"}),
        (("2018", "", ""), {"start": "2018", "end": "present"}),
        (("2018", "2018", ""), {"date": "2018"}),
        (("", "", "2020-now"), {"start": "2020", "end": "present"}),
        (("", "", "2020 - 2022"), {"start": "2020", "end": "2022"}),
        (("", "", "Jan/2019 - Jan/2021"), {"start": "2019-01", "end": "2021-01"}),
        (("", "", "June 2014-–August 2016"), {"start": "2014-06", "end": "2016-08"}),
        (("", "", "2007- 2011"), {"start": "2007", "end": "2011"}),
        (("", "", "May 2007 -June 2011"), {"start": "2007-05", "end": "2011-06"}),
        (("", "", "Since Dec. 2023"), {"start": "2023-12", "end": "present"}),
        (("", "", "27-31 August 2023"), {"start": "2023-08-27", "end": "2023-08-31"}),
        (("", "", "Sept. 7th – 10th, 2020"), {"start": "2020-09-07", "end": "2020-09-10"}),
        (("", "", "29 Sep - 2 Oct 2023"), {"start": "2023-09-29", "end": "2023-10-02"}),
        (("", "", "Sep 29 to Oct 2, 2023"), {"start": "2023-09-29", "end": "2023-10-02"}),
        (("", "", "Aug.–Dec. 2019"), {"start": "2019-08", "end": "2019-12"}),
        (("", "", "2024/2025"), {"start": "2024", "end": "2025"}),
        (("", "", "2019/20"), {"start": "2019", "end": "2020"}),
        (("", "", "2011/12"), {"date": "2011-12"}),
        (("", "", "31-40 May 2019"), {"date-text": "31-40 May 2019"}),
        (("", "", "from 2019 to 2020"), {"date-text": "from 2019 to 2020"}),
        (("", "", "2020 -"), {"start": "2020", "end": "present"}),
        (("", "", "2020--2022"), {"start": "2020", "end": "2022"}),
        (("", "", "Mar. 2010 - Aug. 2017"), {"start": "2010-03", "end": "2017-08"}),
        (("", "", "Mar. 2016 - Exp. Jun. 2017"), {"date-text": "Mar. 2016 - Exp. Jun. 2017"}),
        (("", "", "Januar 2010 bis heute"), {"start": "2010-01", "end": "present"}),
        (("", "", "3rd May 2019"), {"date": "2019-05-03"}),
        (("", "", "05/2019"), {"date": "2019-05"}),
        (("", "", "2019-05-12T10:00:00Z"), {"date": "2019-05-12"}),
        (("", "", "1930-02-29"), {"date": "1930-02"}),
        (("2020", "2018", ""), {"date-text": "2020 – 2018"}),
        (("", "", "winter terms"), {"date-text": "winter terms"}),
        (("", "", ""), {}),
    ],
)
def test_dates_as_others_type_them(when, expected):
    found, told = options_of(*when)
    assert found == expected
    assert bool(told) == ("date-text" in expected or "1930" in when[2])
