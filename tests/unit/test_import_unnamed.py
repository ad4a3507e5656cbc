"""Facts under names that no format has are in the CV, in the text of their entry."""

import pytest

from sphinx_cv.importer.draft import Draft
from sphinx_cv.importer.formats import alfolio, json_resume, rendercv
from sphinx_cv.importer.reading.fields import Fields
from sphinx_cv.importer.reading.unnamed import label_of, unnamed


def taken(value, name="thesis", **options):
    one = Fields({name: value}, "work[0].", draft := Draft())
    blocks = unnamed(one, draft, **options)
    one.report()
    return blocks, [words for _place, words in draft.report]


KEPT = "changed: no field is for it: it is in the text of the entry"


@pytest.mark.parametrize(
    ("name", "value", "block"),
    [
        ("thesis", "On *looms*", "Thesis: On *looms*"),
        ("overallGPA", "4.77/5", "Overall GPA: 4.77/5"),
        ("technologies", ["Wool", "Silk & linen"], "Technologies: Wool, Silk \\& linen"),
        ("rank", "3", "Rank: 3"),
        ("bullets", ["Wove.", "Dyed."], "- Wove.\n- Dyed."),
        ("details", "A long story.", "A long story."),
        ("advisors", ["A" * 60, "B"], f"Advisors:\n\n- {'A' * 60}\n- B"),
        ("video", "https://e.org/v", "[Video](<https://e.org/v>)"),
        ("button", {"text": "Read", "url": "https://e.org/t"}, "[Read](<https://e.org/t>)"),
        ("advisor", {"name": "Bo Ek", "from": "Ulm"}, "Advisor: Bo Ek, Ulm"),
    ],
)
def test_what_an_entry_says_under_another_name_is_in_its_text(name, value, block):
    assert taken(value, name) == ([block], [KEPT])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("image", "a b"),
            ("company_logo", "x"),
            ("hide", "True"),
            ("color", "red"),
            ("id", "x7"),
        ),
        *(("supervisorPhone", "+49 1"), ("email", "a@e.org"), ("address", "Road 1")),
        *(("shown", "false"), ("weight", "3"), ("poster", "img/a.png")),
        ("button", {"text": "Read", "url": "uploads/t"}),
    ],
)
def test_a_look_a_private_value_and_a_file_are_only_reported(name, value):
    blocks, told = taken(value, name)
    assert blocks == []
    assert [words.partition(":")[0] for words in told] == ["left out"]


def test_of_the_pages_of_a_site_only_sentences_are_taken():
    assert taken("archive", sentences=True)[0] == []
    assert taken("On looms", sentences=True)[0] == ["Thesis: On looms"]


def test_names_in_words():
    names = ("overall_gpa", "talk-date", "GPA", "role (again)")
    assert [*map(label_of, names)] == ["Overall gpa", "Talk date", "GPA", "Role"]


def test_the_names_that_people_use_in_json_resume_are_its_own():
    school = {"school": "Ulm", "degree": "M.Sc.", "dates": "2019 - 2021", "rank": "2"}
    work = {"employer": "Loom", "role": "Weaver", "start": "2021", "tasks": ["Wove.", "Dyed."]}
    draft = json_resume.read({"basics": {"name": "A"}, "education": [school], "work": [work]})
    entries = {section.title: section.blocks[0] for section in draft.sections}
    degree, job = entries["Education"], entries["Experience"]
    assert (degree.title, degree.body) == ("M.Sc.", ["Rank: 2"])
    assert degree.options == {"organization": "Ulm", "start": "2019", "end": "2021"}
    assert (job.title, job.options) == (
        "Weaver",
        {"organization": "Loom", "start": "2021", "end": "present"},
    )
    assert job.body == ["- Wove.\n- Dyed."]


def test_a_person_without_basics_is_read_from_what_stands_beside_the_sections():
    name = {"first": "Ada", "last": "King"}
    data = {
        "name": name,
        "email": "a@e.org",
        "social": {"google_scholar": "u1"},
        "about": "I *weave*.",
    }
    draft = json_resume.read({**data, "education": [{"school": "Ulm"}]})
    assert (draft.profile["name"], draft.profile["email"]) == ("Ada King", "a@e.org")
    assert [*draft.profile["links"]] == ["Google Scholar"]
    assert draft.sections[0].title == "About"


def test_a_section_that_is_not_in_json_resume_is_read_by_its_fields():
    talk = {"title": "Looms", "event": "Weavers' day", "date": "2020-05-01"}
    draft = json_resume.read(
        {"basics": {"name": "A"}, "invitedTalks": [talk], "hobbies": ["Chess"]}
    )
    talks, hobbies = draft.sections
    assert (talks.title, talks.blocks[0].is_talk) == ("Invited talks", True)
    assert talks.blocks[0].options == {"event": "Weavers' day", "date": "2020-05-01"}
    assert (hobbies.title, hobbies.blocks[0].text) == ("Hobbies", "Chess")


def test_other_readers_keep_them_as_well():
    entry = {"company": "Loom", "position": "Weaver", "date": "2020", "team_size": "4 people"}
    draft = rendercv.read({"cv": {"name": "A", "sections": {"work": [entry]}}})
    assert draft.sections[0].blocks[0].body == ["Team size: 4 people"]
    row = {"title": "Ph.D.", "institution": "Ulm", "year": 2019, "advisor": "Bo Ek"}
    draft = alfolio.read([{"title": "Education", "type": "time_table", "contents": [row]}])
    assert draft.sections[0].blocks[0].body == ["Advisor: Bo Ek"]
