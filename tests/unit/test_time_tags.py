"""The two ends of a date are dates that programs read, and its parts stay on a line each."""

from __future__ import annotations

import pytest

from sphinx_cv.html.time_tags import date_html

TAGS = {"y": '<time datetime="2019">2019</time>', "z": '<time datetime="2020">2020</time>'}


@pytest.mark.parametrize(
    ("text", "iso", "html"),
    [
        ("2019", "2019", TAGS["y"]),
        ("2019–2020", "2019/2020", f"<span>{TAGS['y']}–{TAGS['z']}</span>"),
        ("2019–present", "2019/..", f"<span>{TAGS['y']}–present</span>"),
        (
            "2019–2020 (expected)",
            "2019/2020",
            f"<span>{TAGS['y']}–{TAGS['z']}</span> <span>(expected)</span>",
        ),
        (
            "March 2019 – May 2020",
            "2019-03/2020-05",
            '<span><time datetime="2019-03">March 2019</time> –</span> '
            '<span><time datetime="2020-05">May 2020</time></span>',
        ),
        (
            "June–September 2019",
            "2019-06/2019-09",
            '<span><time datetime="2019-06">June</time>–</span><wbr>'
            '<span><time datetime="2019-09">September 2019</time></span>',
        ),
        (
            "7–8 mars 2019",
            "2019-03-07/2019-03-08",
            '<span><time datetime="2019-03-07">7</time>–'
            '<time datetime="2019-03-08">8 mars 2019</time></span>',
        ),
        (
            "March 1, 2019",
            "2019-03-01",
            '<time datetime="2019-03-01"><span>March 1,</span> <span>2019</span></time>',
        ),
        (
            "2019年3月至2020年5月",
            "2019-03/2020-05",
            '<span><time datetime="2019-03">2019年3月</time>至</span><wbr>'
            '<span><time datetime="2020-05">2020年5月</time></span>',
        ),
        (
            "2019–2020年（预计）",
            "2019/2020",
            f"<span>{TAGS['y']}–{TAGS['z'].replace('</', '年</')}</span><wbr><span>（预计）</span>",
        ),
        ("2019年至今", "2019/..", f"<span>{TAGS['y'].replace('</', '年</')}至今</span>"),
        ("2017年、2019年", "{2017,2019}", "<span>2017年、</span><wbr><span>2019年</span>"),
        ("Fall 2019", "2019-23", "Fall 2019"),
        ("Fall 2019 – 2020", "2019-23/2020", f"<span>Fall 2019 –</span> <span>{TAGS['z']}</span>"),
        ("2017, 2019–2020", "{2017,2019..2020}", "<span>2017,</span> <span>2019–2020</span>"),
        ("<b> – 2020", "x/2020", f"<span>&lt;b&gt; –</span> <span>{TAGS['z']}</span>"),
        (
            "since – 2019 – 2020",
            "2019/2020",
            "<span>since –</span> <span>2019 –</span> <span>2020</span>",
        ),
    ],
)
def test_a_date_in_html(text: str, iso: str, html: str) -> None:
    assert date_html(text, iso) == html
