"""The settings: declared once, private facts apart."""

import pickle
from types import SimpleNamespace

import pytest

from sphinx_cv.model.privacy import PrivateFacts
from sphinx_cv.settings import profile as reading
from sphinx_cv.settings.conf_file import location_of
from sphinx_cv.settings.machine import HOSTS, is_the_owners
from sphinx_cv.settings.settings import SETTINGS, faults_of
from sphinx_cv.settings.values import print_profile_of, profile_of

SECRET = "Born at sea"
PROFILE = {"name": "Ada Lovelace", "birth": SECRET, "private": ["birth"]}


@pytest.fixture
def no_host(monkeypatch):
    for host in HOSTS:
        monkeypatch.delenv(host, raising=False)


@pytest.fixture
def read_profile(tmp_path, monkeypatch):
    """Return a function that reads a ``cv_profile``: the settings, and what was told."""

    def read(profile, **settings):
        told = []

        def warn(subtype, message, *args, location):
            told.append((subtype, message % args))

        monkeypatch.setattr(reading, "warn", warn)
        facts = {"cv_private": PrivateFacts(), "overrides": {}, "values": {}}
        facts |= {"language": "en", "cv_source_language": "en", "cv_languages": {}} | settings
        made = SimpleNamespace(cv_profile=profile, **facts)
        reading.init_profile(SimpleNamespace(confdir=tmp_path, config=made), made)
        return made, told

    return read


def test_every_setting_is_declared_once_with_a_meaning():
    names = [setting.name for setting in SETTINGS]
    assert len(set(names)) == len(names)
    assert all(name.startswith("cv_") for name in names)
    assert all(setting.help.endswith(".") for setting in SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_default_is_of_the_declared_type(setting, no_host):
    default = setting.default(None) if callable(setting.default) else setting.default
    assert isinstance(default, setting.types)


def test_the_owners_machine_shows_private_facts(no_host):
    assert is_the_owners() is True


@pytest.mark.parametrize(
    "host",
    sorted(
        "CI READTHEDOCS GITHUB_ACTIONS GITLAB_CI NETLIFY CF_PAGES VERCEL TRAVIS CIRCLECI TF_BUILD "
        "BITBUCKET_BUILD_NUMBER JENKINS_URL RENDER AWS_APP_ID GITEA_ACTIONS".split()
    ),
)
def test_a_service_that_publishes_does_not_show_private_facts(host, no_host, monkeypatch):
    monkeypatch.setenv(host, "True")
    assert is_the_owners() is False


WRONG = {
    "cv_show_private": ["False", "no", 0, None, []],
    "cv_pdf": [None, 5, ["cv.pdf"], b"cv.pdf", "cv.pdf\0", "\ud800.pdf"],
    "cv_own_pdf": [{}, "a\0.pdf", "a" * 5000 + ".pdf", "refs.bib", "conf.py", "a", True],
    "cv_print": [None, "a4", ["a4"], {"size": float("inf")}, {"paper": "\ud800"}],
    "cv_publication_pages": ["yes", 1, None],
    "cv_today": [2024, "soon", "2024-13", "9" * 1_000_000, None],
    "cv_profile": [None, {"name": "a" * 900}, {"name": "A\0"}, {"name": "A", "phone": "\ufffd"}],
}


@pytest.mark.parametrize("name", WRONG)
def test_a_value_that_cannot_be_used_is_reported(name):
    [setting] = [each for each in SETTINGS if each.name == name]
    for value in WRONG[name]:
        faults = faults_of(setting, value)
        assert faults, value
        for _key, message in faults:
            assert len(message) < 400
            message.encode("utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_example_of_a_setting_is_sound(setting):
    assert faults_of(setting, eval(setting.example)) == []


def test_private_facts_leave_the_settings_that_are_pickled(read_profile):
    settings, told = read_profile(dict(PROFILE))
    assert told == []
    assert SECRET not in repr(settings)
    assert SECRET.encode() not in pickle.dumps(settings.__dict__)
    assert settings.cv_private["birth"] == SECRET


@pytest.mark.parametrize(("shown", "birth"), [(True, SECRET), (False, "")])
def test_only_print_shows_private_facts_and_only_if_allowed(read_profile, shown, birth):
    settings, _told = read_profile(dict(PROFILE), cv_show_private=shown)
    assert print_profile_of(settings).birth == birth
    assert profile_of(settings).birth == ""
    assert profile_of(settings).name == "Ada Lovelace"


@pytest.mark.parametrize("private", ["birth", {"birth"}, {"birth": True}, [["x"], "birth"]])
def test_a_faulty_list_of_private_keys_publishes_none_of_them(read_profile, private):
    settings, told = read_profile({**PROFILE, "private": private})
    assert told
    assert "birth" not in settings.cv_profile
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    "profile",
    [
        None,
        [],
        "Ada",
        {},
        {"name": 5},
        {"name": "Ada", "aliases": "A."},
        {"name": "Ada", "links": ["https://example.org"]},
        {"name": "Ada", "links": {1: "https://example.org"}},
        {"name": "Ada", "links": {"Code": 5}},
        {"name": "Ada", "private": 5},
        {"name": "Ada", "private": None},
        {"name": "Ada", "private": [5]},
        {"name": "Ada", "private": [["birth"]]},
        {"name": "Ada", "private": ["name"]},
        {"name": "Ada", 1: "x"},
        {"name": "Ada", ("a", "b"): "x"},
    ],
    ids=repr,
)
def test_a_faulty_profile_is_told_and_the_rest_of_it_used(read_profile, profile):
    settings, told = read_profile(profile)
    assert told
    assert {subtype for subtype, _message in told} == {"profile"}
    assert isinstance(settings.cv_private, PrivateFacts)
    public = profile_of(settings)
    assert all(isinstance(part, str) for link in public.links for part in link)


def test_an_unknown_key_is_told_with_the_one_that_was_meant(read_profile):
    settings, told = read_profile({"name": "Ada", "fone": "1"})
    assert told == [("profile", 'cv_profile has no key "fone". Did you mean "phone"?')]
    assert "fone" not in settings.cv_profile


@pytest.mark.parametrize(
    ("key", "value"),
    [("website", "javascript:alert(1)"), ("links", {"Code": "javascript:alert(1)"})],
)
def test_an_address_that_is_none_is_dropped_and_told(read_profile, key, value):
    settings, told = read_profile({"name": "Ada", key: value})
    assert key not in settings.cv_profile
    [(subtype, message)] = told
    assert subtype == "profile"
    assert "is not an address" in message


def test_an_address_that_is_none_takes_no_other_link_with_it(read_profile):
    links = {"Chat": "chat:ada", "Code": "https://example.org/ada", "": "ada"}
    settings, told = read_profile({"name": "Ada", "links": links})
    assert settings.cv_profile["links"] == {"Code": "https://example.org/ada"}
    assert [subtype for subtype, _message in told] == ["profile"] * 2


@pytest.mark.parametrize(("key", "line"), [("phone", 5), ("name", 3), ("", 2), ("none", 2)])
def test_a_problem_is_told_with_its_line_in_conf_py(tmp_path, key, line):
    source = 'x = 1\ncv_profile = {\n    "name": "Ada",\n    # the phone\n    "phone": 5,\n}\n'
    (tmp_path / "conf.py").write_text(source, encoding="utf-8")
    app = SimpleNamespace(confdir=tmp_path, config=SimpleNamespace(overrides={}))
    location = location_of(app, key)
    assert location == f"{tmp_path / 'conf.py'}:{line}"


def test_a_missing_conf_py_has_a_line_all_the_same(tmp_path):
    app = SimpleNamespace(confdir=tmp_path, config=SimpleNamespace(overrides={}))
    assert location_of(app, "name").endswith("conf.py:1")


def test_a_setting_of_the_command_line_is_not_looked_for_in_conf_py(tmp_path):
    app = SimpleNamespace(confdir=tmp_path, config=SimpleNamespace(overrides={"cv_pdf": "x"}))
    assert location_of(app, "", setting="cv_pdf") == "<command line>"
