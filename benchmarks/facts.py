"""Measure what lists, back-references and checks add to the build of a CV, and how it grows.

Two projects of the same talks and entries are built in turns: one with lists and with all
checks, one without. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from build import EVENTS, PLACES, TOPICS, build, directive, entry, pick, publication

SIZES = (1250, 2500, 5000, 10000)
ENTRIES = 5  # talks for each entry
PAPERS = 200
PAGE = 500  # talks or entries
TARGET = "≤ 1.2"

CONF = """\
extensions = ["sphinx_cv"]
cv_profile = {"name": "Michael E. Sander"}
cv_pdf = ""
cv_today = "2024"
"""
# No finding is looked for.
UNCHECKED = """
def setup(app):
    def stop(app):
        listeners = app.events.listeners["write-started"]
        checker = "sphinx_cv.checker.collect"
        listeners[:] = [one for one in listeners if one.handler.__module__ != checker]

    app.connect("builder-inited", stop)
"""
LISTS = """
```{talk-list}
:limit: 10
```

```{talk-list}
:year: 2020-
:group: year
:fold:
:limit: 50
```

```{talk-list}
:when: upcoming
```

```{talk-list}
:publication: key4
```

```{entry-list}
:organization: Columbia
:limit: 20
```
"""


def talk(number: int) -> str:
    """Return a talk; one in four presents a paper."""
    options = {
        "event": pick(EVENTS, number),
        "location": pick(PLACES, number),
        "date": f"{1990 + number % 34}-{1 + number % 12:02}-{1 + number % 28:02}",
        "slides": f"https://example.org/slides/{number}.pdf" if number % 2 == 0 else "",
        "publication": f"key{number % PAPERS}" if number % 4 == 0 else "",
    }
    body = f"A talk on {pick(TOPICS, number)}, with *examples* and time for questions."
    return directive("talk", f"Lecture {number}, {pick(TOPICS, number // 5)}", options, body)


def write_project(folder: Path, number: int, *, full: bool) -> Path:
    """Write a CV of *number* talks; the *full* one has lists and is checked."""
    folder.mkdir()
    kinds = {"talks": (talk, number), "entries": (entry, number // ENTRIES)}
    pages = {
        f"{kind}-{start // PAGE}": "\n\n".join(
            [f"# {kind} {start}", *map(make, range(start, min(start + PAGE, count)))]
        )
        for kind, (make, count) in kinds.items()
        for start in range(0, count, PAGE)
    }
    tree = "\n".join(["```{toctree}", *pages, "papers", "```"])
    pages["index"] = f"# Home\n{LISTS if full else ''}\n{tree}\n"
    pages["papers"] = "# Papers\n\n```{publication-list}\n```\n"
    for name, text in pages.items():
        Path(folder, f"{name}.md").write_text(text, "utf-8")
    Path(folder, "conf.py").write_text(CONF + ("" if full else UNCHECKED), "utf-8")
    Path(folder, "refs.bib").write_text("\n".join(map(publication, range(PAPERS))), "utf-8")
    return folder


def measure(number: int, rounds: int) -> str:
    """Return the table's row of a CV with *number* talks."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        projects = [write_project(folder / str(full), number, full=full) for full in (True, False)]
        times = [[build(project) for project in projects] for _round in range(rounds)]
    full, bare = map(statistics.median, zip(*times, strict=True))
    case = f"{number} talks, {number // ENTRIES} entries"
    each = 1000 * full / number
    return f"| {case} | {full:.2f} | {each:.2f} | {bare:.2f} | {full / bare:.2f} | {TARGET} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="builds of each project")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the most talks")
    arguments = parser.parse_args()

    print("| case | with (s) | per talk (ms) | without (s) | ratio | target |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for number in SIZES:
        if number <= arguments.largest:
            print(measure(number, arguments.rounds), flush=True)


if __name__ == "__main__":
    main()
