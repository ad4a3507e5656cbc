"""What a build says in short of the translations that are missing, old or faulty."""

from sphinx_cv.rules.cv import Cv
from sphinx_cv.rules.translations import summary_of, translations
from sphinx_cv.source.catalogs import Catalog, Translation

TEXTS = ("It is not translated in school books.", "I teach looms.", "I *build* looms.")
KNOWN = {"It is not translated in the school books.": "Oui.", "I *build* looms.": "**Oui."}


def test_each_text_counts_by_what_is_wrong_whatever_it_says() -> None:
    found = [
        Translation(text=text, translation=said, line=1, target=1, column=9)
        for text, said in KNOWN.items()
    ]
    catalog = Catalog(path="fr/cv.po", language="fr", lines=['msgstr "x"'], translations=found)
    messages = {"index": [(text, line) for line, text in enumerate(TEXTS, 3)]}
    cv = Cv(messages=messages, catalogs=[catalog], languages=["fr"])
    summary = summary_of(cv, "fr", translations(cv, "fr"))
    said = 'translation into "fr": 1 badly formed, 1 changed since, 1 not translated; '
    assert summary.message.startswith(said)
    assert (summary.place, summary.line) == ("fr/cv.po", 1)
