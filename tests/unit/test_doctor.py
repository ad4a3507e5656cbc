"""What a machine can make, told from its programs, modules and fonts."""

import pytest

from sphinx_cv.cli.doctor import Machine, examine, font_files, show

TEX = ("latexmk", "lualatex")


def answers(*, programs=(), tex_files=(), modules=(), fonts=()):
    machine = Machine(
        has_program=lambda name: name in programs,
        has_tex_file=lambda name: not tex_files or name in tex_files,
        has_module=lambda name: name in modules,
        fonts=fonts,
    )
    return {answer.output.partition(" (")[0]: answer for answer in examine(machine)}


def test_a_machine_with_nothing_makes_site_and_pdf():
    found = answers()
    assert [name for name, answer in found.items() if answer.ready] == ["Website", "PDF"]
    assert "apt install fonts-noto-cjk" in found["PDF: Chinese, Japanese, Korean"].words
    assert "without latexmk, lualatex" in found["PDF by LaTeX"].words
    assert 'pip install "sphinx-cv[serve]"' in found["Preview"].words


@pytest.mark.parametrize(
    ("machine", "output"),
    [
        ({"programs": TEX}, "PDF by LaTeX"),
        ({"fonts": ["NotoSerifCJK-Regular.ttc"]}, "PDF: Chinese, Japanese, Korean"),
        ({"fonts": ["NotoNaskhArabic-Regular.ttf"]}, "PDF: Arabic, Hindi, Thai …"),
        ({"modules": ["sphinx_autobuild"]}, "Preview"),
        ({"programs": ["chromium"]}, "Pictures"),
    ],
)
def test_what_is_there_is_used(machine, output):
    assert [name for name, answer in answers(**machine).items() if answer.ready] == [
        "Website",
        "PDF",
        output,
    ]


def test_tex_without_a_file_of_ours_is_told():
    found = answers(programs=TEX, tex_files=["fontspec.sty", "lastpage.sty"])
    assert "without etoolbox.sty" in found["PDF by LaTeX"].words


def test_fonts_are_found_in_any_folder_that_is_there(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/NotoSansCJK-Bold.TTC").touch()
    (tmp_path / "a/readme.txt").touch()
    assert font_files([tmp_path / "a", tmp_path / "none"]) == ["NotoSansCJK-Bold.TTC"]


def test_all_fits_one_screen():
    lines = show(answers().values()).splitlines()
    assert len(lines) <= 10
    assert max(map(len, lines)) <= 118, lines
