"""Which two spellings are of one name, and which of two people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_cv.rules.cv import Mention
from sphinx_cv.rules.spelling import fold, misspelled, runs


def people(*names: str, work: str = "") -> list[Mention]:
    return [
        Mention(name=name, place="refs.bib", line=line, work=work or f"work {line}")
        for line, name in enumerate(names, 1)
    ]


def prose(text: str, line: int = 50, **settings) -> list[Mention]:
    return [
        Mention(name=name, place="index", line=line, column=column, **settings)
        for name, column in runs(text)
    ]


def found(mentions, text: str = "", accepted=()) -> list[str]:
    return [problem.message for problem in misspelled(mentions, prose(text), accepted)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Luigi Menabrea", "Luigi Menabrae", True),
        ("Luigi Menabrea", "Luigi Menabréa", True),
        ("Luigi Menabrea", "LUIGI Menabrea", True),
        ("Jean-Luc Moreau", "Jean Luc Moreau", True),
        ("Jean-Luc Moreau", "Jean-Luc Morreau", True),
        ("Charles Babbage", "Charles Babage", True),
        ("Charles Babbage", "Charlles Babbage", True),
        ("Patrick O'Brien", "Patrick O’Brien", False),
        # Two people.
        ("Maria Rossi", "Marie Rossi", False),
        ("Andrea Rossi", "Andreas Rossi", False),
        ("Wei Chen", "Wen Chen", False),
        ("Wei Chen", "Wei Cheng", False),
        ("Emily Chen", "Emily Cheng", False),
        ("Grace Jeon", "Grace Jeong", False),
        ("Zhenyu Zhang", "Zhengyu Zhang", False),
        ("Xiaoyan Huang", "Xiaoyuan Huang", False),
        ("Minhyeok Park", "Minhyuk Park", False),
        ("Jinwoo Hwang", "Jinwoo Huang", False),
        ("J. Moreau", "J. Morreau", False),
        ("J. L. Moreau", "J.-L. Moreau", False),
        ("Luigi Menabrea", "Luigi F. Menabrea", False),
        ("Luigi Menabrea", "Menabrea", False),
        ("Menabrea", "Menabrae", False),
        # A genitive.
        ("Heinrich Heine", "Heinrich Heines", False),
    ],
)
def test_which_spellings_are_of_one_name(one, other, same):
    assert len(found(people(one, other))) == same
    assert len(found(people(other, one))) == same


def test_the_rarer_spelling_is_told_and_else_the_later():
    [message] = found(people("Luigi Menabrae", "Luigi Menabrea", "Luigi Menabrea"))
    assert message.startswith(
        '"Luigi Menabrae" is also spelled "Luigi Menabrea" (refs.bib, line 2)'
    )
    [message] = found(people("Luigi Menabrea", "Luigi Menabrae"))
    assert message.startswith('"Luigi Menabrae"')


def test_the_plainer_of_two_spellings_is_told():
    for names in (("José Núñez", "Jose Nunez"), ("Jose Nunez", "José Núñez")):
        [message] = found(people(*names))
        assert message.startswith('"Jose Nunez"')


def test_two_that_made_one_work_are_two_people():
    assert found(people("Luigi Menabrea", "Luigi Menabrae", work="one")) == []


def test_two_that_come_back_are_two_people():
    twice = people("Annette Schmid", "Annette Schmid", "Annette Schmidt", "Annette Schmidt")
    assert found(twice) == []
    assert len(found(twice[:3])) == 1
    # But for accents, which are left out again and again.
    assert len(found(people("José Núñez", "José Núñez", "Jose Nunez", "Jose Nunez"))) == 1


def test_accepted_forms_and_answers_are_not_told():
    names = people("Luigi Menabrea", "Luigi Menabréa")
    assert found(names, accepted=("Luigi Menabrea", "Luigi Menabréa")) == []
    answered = prose("Luigi Menabrae", silenced=True)
    assert list(misspelled(people("Luigi Menabrea"), answered, ())) == []


def test_prose_is_searched_for_known_names_only():
    known = people("Luigi Menabrea")
    [problem] = misspelled(known, prose("With Luigi Menabrae in Turin"), ())
    assert (problem.line, problem.column, problem.length) == (50, 6, 14)
    assert found(known, "Great Britian and Great Britain, Luigi’s Menabrea, Luigi") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lovelace", [("Ada Lovelace", 1)]),
        ("with Ada Lovelace of", [("Ada Lovelace", 6)]),
        ("Ludwig van Beethoven", [("Ludwig van Beethoven", 1)]),
        ("ada lovelace", []),
        ("", []),
        ("A B", []),
    ],
)
def test_the_runs_of_a_line(text, expected):
    assert list(runs(text)) == expected


@given(st.text())
def test_every_run_stands_at_its_column(text):
    for name, column in runs(text):
        assert text[column - 1 :].startswith(name)


@given(st.text())
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


NAMES = st.lists(st.text("abelmn éñ-.'"), max_size=6)


@given(NAMES, st.text("ABab é\n"))
def test_no_names_break_the_check_and_none_is_told_twice(names, text):
    told = found(people(*names), text)
    assert len(told) == len(set(told))


def test_many_names_are_no_burden():
    names = [
        f"{given} {last}{number}son"
        for given in ("Anna", "Boris")
        for number in range(2500)
        for last in ("Ander",)
    ]
    # This would take minutes if each were compared with all.
    list(misspelled(people(*names), [], ()))
