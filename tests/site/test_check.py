"""``python -m sphinx_cv``: every fault once, at its place, with what to write; else silence."""

from __future__ import annotations

import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
from sphinx.cmd.build import main as build

from helpers import ROOT, run, sphinx_main, write
from sphinx_cv.checker.cli import print_findings
from sphinx_cv.model.rule_list import RULES

FAULTY = ROOT / "tests/data/faulty"
CONF = """extensions = ["sphinx_cv"]
cv_today = "2024-06-30"
cv_profile = {"name": "Ada Lovelace"}
"""
BIB = (
    "@article{a, author = {Lovelace, Ada}, title = {T}, journal = {J}, year = {1843},\n"
    "  silence = {unlisted, these tests are about other things}}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a sound project."""
    write(tmp_path, {"conf.py": CONF, "index.md": "# Ada\n", "refs.bib": BIB})
    return tmp_path


def places(text: str) -> list[tuple[str, str]]:
    """Return each finding's place with what is marked there, and its rule."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if match := re.match(r"(\S+:\d+:\d+): (?:error|note): .*?(?: \[([\w.]+)\])?$", line):
            source, caret = lines[number + 1], lines[number + 2]
            marked = source[caret.index("^") : caret.rindex("^") + 1]
            found.append((f"{match[1]} {marked}", match[2]))
    return found


def check(project: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    print_findings(project)
    return places(capsys.readouterr().out)


@pytest.mark.parametrize(("is_terminal", "told"), [(True, "No errors, no notes.\n"), (False, "")])
def test_a_sound_cv_is_one_line_for_a_person_and_silence_for_a_program(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    is_terminal: bool,
    told: str,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    assert print_findings(project) == 0
    assert tuple(capsys.readouterr()) == ("", told)


def test_the_faulty_cv_gives_what_was_reviewed_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_findings(FAULTY) == 1
    printed = capsys.readouterr()
    assert printed.out == (FAULTY / "expected.txt").read_text("utf-8")
    assert printed.err == ""


def test_the_faulty_cv_has_every_fault_that_there_is_a_rule_for() -> None:
    expected = (FAULTY / "expected.txt").read_text("utf-8")
    # A CV in several languages has tests of its own, and so have variants and one without any list of
    # publications: test_translations.py, test_variants.py and test_unlisted.py.
    wanted = set(RULES) - {"translation", "pages", "unlisted"}
    assert set(re.findall(r"\[cv\.(\w+)\]$", expected, re.MULTILINE)) == wanted


def test_no_place_of_the_faulty_cv_is_told_twice() -> None:
    expected = (FAULTY / "expected.txt").read_text("utf-8")
    heads = re.findall(r"^\S+: (?:error|note): .*$", expected, re.MULTILINE)
    assert len(heads) == len(set(heads)) > 100
    # Line and column are those of the caret.
    for place, _rule in places(expected):
        name, line, rest = place.split(":", 2)
        column, _space, marked = rest.partition(" ")
        source = (FAULTY / name).read_text("utf-8").splitlines()[int(line) - 1]
        assert source[int(column) - 1 :].startswith(marked)


def test_this_cv_is_sound() -> None:
    done = run(sys.executable, "-m", "sphinx_cv", cwd=ROOT, env={"PYTHONPATH": str(ROOT / "_ext")})
    assert (done.stdout, done.stderr) == ("", "")


def test_nothing_is_written(project: Path) -> None:
    before = sorted(project.rglob("*"))
    print_findings(project)
    assert sorted(project.rglob("*")) == before


NOTE = "# Ada\n\n```{talk} T\n:event: E\n:date: 1843\n```\n\n"


@pytest.mark.parametrize(
    ("page", "code", "last"),
    [
        ("# Ada\n", 0, ""),
        (NOTE + NOTE[7:], 0, "0 errors, 1 note"),
        ("# Ada\n\n{cv:talk}`x`\n", 1, "1 error, 0 notes"),
    ],
)
def test_the_exit_code_counts_errors_alone(
    page: str, code: int, last: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": page})
    assert print_findings(project) == code
    assert capsys.readouterr().out.rpartition("]\n")[2].split("\n")[-2:][0] == last


BROKEN = {
    'extensions = ["sphinx_cv"\n': (
        "conf.py:1:14: error: '[' was never closed\n"
        '    extensions = ["sphinx_cv"\n'
        "                 ^\n"
    ),
    "extensions = [sphinx_cv]\n": (
        "conf.py:1:15: error: NameError: name 'sphinx_cv' is not defined\n"
        "    extensions = [sphinx_cv]\n"
        "                  ^^^^^^^^^\n"
    ),
    "import sys\nsys.exit(3)\n": (
        "conf.py:2:1: error: SystemExit: 3\n    sys.exit(3)\n    ^^^^^^^^^^^\n"
    ),
    'extensions = ["sphinx_cvv"]\n': (
        "conf.py: error: Could not import extension sphinx_cvv "
        "(exception: No module named 'sphinx_cvv')\n"
    ),
    "": 'conf.py: error: write extensions = ["sphinx_cv"]\n',
    "extensions = []\n": (
        'conf.py:1:1: error: write extensions = ["sphinx_cv"]\n    extensions = []\n    ^^^^^^^^^^\n'
    ),
    'extensions = ["sphinx_cv"]\nexclude_patterns = "x"\n': (
        'conf.py: error: a setting has a wrong type: can only concatenate str (not "list") to str\n'
    ),
}


@pytest.mark.parametrize("conf", BROKEN)
def test_a_broken_conf_py_is_told_with_its_line(
    conf: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"conf.py": conf})
    assert print_findings(project) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", BROKEN[conf])


@pytest.mark.parametrize("folder", ["nothing", "."])
def test_where_there_is_no_project_it_says_so(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert print_findings(tmp_path / folder) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


STOPPING = {
    b"# Ada\n\nCaf\xe9\n": "index.md:3:4: error: the page is not UTF-8: save it as UTF-8",
    b"# Ada\n\n```{include} index.md\n```\n```{toctree}\nother\n```\n": (
        "index.md:1: error: the page includes itself, or is nested too deeply"
    ),
}


@pytest.mark.parametrize("page", STOPPING)
def test_a_page_that_cannot_be_read_is_told_without_a_traceback(
    page: bytes, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "index.md").write_bytes(page)
    # Pages read no files, unless the project says so.
    allow = "[general]\nfile_insertion_enabled: yes\n"
    write(project, {"other.md": "# Other\n", "docutils.conf": allow})
    assert print_findings(project) == 2
    assert capsys.readouterr().err.splitlines()[0] == STOPPING[page]


def test_a_build_that_cannot_go_on_is_as_short(
    project: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = ["-q", "-N", str(project), str(tmp_path / "out")]
    pages = {
        "index.md": "# A\n\n```{toctree}\na\n```\n",
        "a.md": "# A\n\n```{toctree}\nindex\n```\n",
    }
    write(project, pages)
    with pytest.raises(SystemExit, match="2"):
        build(words)
    (project / "a.md").write_bytes(b"# A\n\nCaf\xe9\n")
    with pytest.raises(SystemExit, match="2"):
        build(words)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300800")
    with pytest.raises(SystemExit, match="2"):
        build(words)
    assert capfd.readouterr().err.splitlines() == [
        f'{project}/a.md:4: ERROR: the toctree has "index", which has this page below it: remove it',
        f"{project}/a.md:3: ERROR: the page is not UTF-8: save it as UTF-8",
        'ERROR: SOURCE_DATE_EPOCH is "253402300800": set it to seconds since 1970, such as 1700000000',
    ]


SETTINGS = {
    "cv_today = 2024": ["conf.py:4:12 2024"],
    'cv_today = "soon"': ["conf.py:4:13 soon"],
    "cv_pdf = None": ["conf.py:4:10 None"],
    'cv_tody = "2024"': ["conf.py:4:1 cv_tody"],
    'languge = "fr"': ["conf.py:4:1 languge"],
    'extension = ["myst_nb"]': ["conf.py:4:1 extension"],
    'exclude_pattern = ["x"]; exclude_patterns = exclude_pattern': [],
    'cv_publication_pages = "yes"': ["conf.py:4:25 yes"],
    'cv_profile = {"name": "A", "photo": "a.png"}': ["conf.py:4:38 a.png"],
    "cv_dir = 3": ["conf.py:4:1 cv_dir"],
    'cv_dir = "own.bib"; bibtex_bibfiles = [cv_dir.replace("own", "refs")]': [],
    "cv2 = 3": [],
    'bibtex_bibfiles = "refs.bib"': ["conf.py:4:20 refs.bib"],
    'bibtex_bibfiles = ["refs.bib", 3]': ["conf.py:4:21 refs.bib"],
    "bibtex_bibfiles = 3": ["conf.py:4:1 bibtex_bibfiles = 3"],
    'bibtex_bibfiles = ("refs.bib",)': [],
    "cv_profile = None": ["conf.py:4:1 cv_profile = None"],
    "cv_profile = {3: 1}": ["conf.py:4:1 cv_profile = {3: 1}", "conf.py:4:15 3"],
    'cv_profile = {"name": 3}': ["conf.py:4:16 name"],
    'cv_profile = {"name": "A", "private": 5}': ["conf.py:4:29 private"],
    'cv_profile = {"name": "A", "private": [None]}': ["conf.py:4:40 None"],
    'cv_profile = {"name": "A", "phone": "A", "private": ["phone"]}': [],
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_of_a_wrong_type_or_name_is_told(
    setting: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"conf.py": f"{CONF}{setting}\n", "index.md": "# A\n\nA text of an A.\n"})
    assert [place for place, _rule in check(project, capsys)] == SETTINGS[setting]


def test_a_missing_bib_file_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "refs.bib").unlink()
    conf = project / "conf.py"
    files = "bibtex_bibfiles = [\n    'refs.bib',\n    'paper.bib',\n]\n"
    write(project, {"conf.py": f"{conf.read_text('utf-8')}{files}", "papers.bib": BIB})
    print_findings(project)
    printed = capsys.readouterr().out
    assert '"paper.bib" is not a file beside conf.py. Did you mean "papers.bib"?' in printed
    assert places(printed) == [
        ("conf.py:5:6 refs.bib", "cv.bibliography"),
        ("conf.py:6:6 paper.bib", "cv.bibliography"),
    ]


def test_line_separators_of_unicode_end_no_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = "```{cv-lines}\n2020 | A\u2028B | c\u2029d\n2021 | E | amount=5\n```\n"
    write(project, {"index.md": f"# A\n\na\u2028b \x0c c\n\n{{cv:talk}}`x`\n\n{row}"})
    assert check(project, capsys) == [
        ("index.md:5:11 x", "cv.reference"),
        ("index.md:9:19 5", "cv.option"),
    ]


ENTRY = "```{cv-entry} Post\n:orgnization: MIT\n:date: May 2020\n```\n"
FORMS = {
    "as it is": (ENTRY, ["4:2 orgnization", "5:8 May 2020"]),
    "in a list": (
        "- A\n\n  " + ENTRY.replace("\n", "\n  "),
        ["6:4 orgnization", "7:10 May 2020"],
    ),
    "in a numbered list": (
        "1. A\n\n   " + ENTRY.replace("\n", "\n   "),
        ["6:5 orgnization", "7:11 May 2020"],
    ),
    "in a quotation": (
        "> " + ENTRY.replace("\n", "\n> "),
        ["4:4 orgnization", "5:10 May 2020"],
    ),
    "between colons": (ENTRY.replace("```", ":::"), ["4:2 orgnization", "5:8 May 2020"]),
    "in another directive": (
        f"````{{note}}\nA note\n\n{ENTRY}````\n",
        ["7:2 orgnization", "8:8 May 2020"],
    ),
    "at the top of colons": (
        "::::::{note}\n:::::{admonition} A\n"
        + ENTRY.replace("```", ":::").replace(":::\n", "\n{cv:talk}`x`\n:::\n")
        + ":::::\n::::::\n\n{cv:talk}`y`\n",
        ["6:2 orgnization", "7:8 May 2020", "9:11 x", "14:11 y"],
    ),
    "as YAML": (
        '```{cv-entry} Post\n---\norgnization: "MIT"\ndate: "May 2020"\n---\n```\n',
        ["5:1 orgnization", "6:8 May 2020"],
    ),
    "with tabs": (
        "```{cv-entry} Post\n:orgnization:\tMIT\n:date:\tMay 2020\n```\n",
        ["4:2 orgnization", "5:8 May 2020"],
    ),
    "with a title in quotes": (
        '```{talk} On "quotes", *marks* and 数学\n:event: E\n:date: 2020\n```\n\n' * 2,
        ['8:11 On "quotes", *marks* and 数学'],
    ),
    "lost options": (
        "```{talk-list} three\n:limit: 3\n```\n\n```{cv-header}\n\nA text\n```\n\n"
        "```{entry-list}\n% a comment\n```\n\n```{talk-list}\nkind: invited\n```\n",
        ["3:16 three", "9:1 A text", "17:1 kind: invited"],
    ),
    "not ended": (
        "```{talk} One\n:event: E\n:date: 2020\n\n```{talk} Two\n:event: E\n:date: 2021\n```\n\n"
        "````{talk} Three\n:event: E\n:date: 2022\n\n```{note}\nA note\n```\n````\n",
        ["7:1 ```{talk} Two"],
    ),
    "one word in several roles": (
        "(x)=\n{cv:talk}`x` {ref}`x` {doc}`x` {cv:entry}`x`, x {any}`y` {py:func}`z`\n",
        ["4:11 x", "4:20 x", "4:29 x", "4:43 x", "4:55 y", "4:68 z"],
    ),
    "a backtick in a title": (
        "```{talk} On `code`\n:event: E\n:date: 2020\n```\n",
        ["3:1 ```{talk} On `code`"],
    ),
    "an option below text": (
        "```{cv-entry} One\n:date: 2020\nText\n:location: Rome\n```\n",
        ["6:1 :location: Rome"],
    ),
    "a filter": (
        '```{publication-list}\n:filter: type = "book"\n```\n',
        ['4:10 type = "book"'],
    ),
    "a list of a lost paper": (
        "```{talk-list}\n:publication: nowhere\n```\n",
        ["4:15 nowhere"],
    ),
    "in the second of two lines": (
        "The phd of the phd:\nsee [phd](#phd), {cv:talk}`phd`.\n",
        ["4:12 phd", "4:28 phd"],
    ),
    "twice in a line": ("{cv:talk}`x`, x, {cv:talk}`y <x>`\n", ["3:11 x", "3:31 x"]),
}


@pytest.mark.parametrize(("mark", "ends"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n"), ("", "\r")])
def test_the_caret_stands_under_the_fault_in_every_form_of_source(
    mark: str, ends: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = []
    for form, (text, places) in FORMS.items():
        name = f"{form.replace(' ', '-')}.md"
        page = (f"{mark}# {form}\n\n{text}").replace("\n", ends)
        (project / name).write_bytes(page.encode())
        expected += [f"{name}:{place}" for place in places]
    write(project, {"index.md": "# Ada\n\n```{toctree}\n:glob:\n\n*\n```\n"})
    assert sorted(place for place, _rule in check(project, capsys)) == sorted(expected)


def test_the_caret_counts_wide_letters_as_a_terminal_does(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": "# Ada\n\n数学 {cv:talk}`物理` e\u0301 {cv:talk}`x`\n"})
    print_findings(project)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("index.md:3:14: ")
    assert printed[2] == " " * (4 + 4 + 1 + 10) + "^^^^"
    assert printed[3].startswith("index.md:3:31: ")
    assert printed[5] == " " * (4 + 4 + 1 + 10 + 4 + 2 + 2 + 10) + "^"


def test_control_characters_of_a_source_do_not_reach_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"index.md": "# Ada\n\n\x1b[31m{cv:talk}`x`\n"})
    print_findings(project)
    assert "\x1b" not in capsys.readouterr().out


def test_findings_are_the_same_in_serial_parallel_and_unchanged_builds(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(FAULTY, source)

    def build(out: str, jobs: str) -> list[str]:
        # It ends with an error: a private value is in public text.
        status, told = sphinx_main("-q", "-n", "-j", jobs, source, tmp_path / out)
        assert status == 1
        return sorted(told.splitlines())

    serial = build("serial", "1")
    assert build("parallel", "2") == serial
    unchanged = build("serial", "1")
    assert set(unchanged) <= set(serial)
    # What Sphinx tells only where a page is read or written.
    once = re.compile(r"\[(?!cv)[\w.]+\]$|has the name .*\[cv.reference\]$|\[cv.math\]$")
    told = [line for line in serial if re.search(r"\[cv", line) and not once.search(line)]
    assert [line for line in unchanged if re.search(r"\[cv", line) and not once.search(line)] == (
        told
    )
    assert len(told) > 80


def test_a_check_whose_output_is_read_no_more_ends_quietly() -> None:
    # More than a pipe holds, so that the check meets its end.
    folder = ROOT / "tests/data/faulty"
    program = f"{sys.executable} -m sphinx_cv check {folder} | head -n 1"
    done = run("bash", "-c", program, env={"PYTHONPATH": str(ROOT / "_ext")})
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_check_changes_nothing_of_the_process() -> None:
    before = signal.getsignal(signal.SIGPIPE)
    print_findings(ROOT / "tests/data/sound/one")
    assert signal.getsignal(signal.SIGPIPE) is before
