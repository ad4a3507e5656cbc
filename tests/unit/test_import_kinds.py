"""The kind of a section, by the words of its title, in the languages of most CVs."""

from __future__ import annotations

import pytest

from sphinx_cv.importer.reading.kinds import are_papers, is_degree, is_position, kind_of

TITLES = {
    "education": (
        "Education; Études; Parcours académique; Formation professionnelle; Diplômes; Ausbildung; "
        "Studium; Educación; Estudios; Formación académica; Formazione; Istruzione; Formação; "
        "Opleiding; Utbildning; Wykształcenie; Образование; 学历; 学歴"
    ),
    "experience": (
        "Experience; Expérience professionnelle; Activités professionnelles; Work; "
        "Beruflicher Werdegang; Experiencia laboral; Esperienza professionale; Werkervaring; "
        "Personal information"
    ),
    "teaching": "Teaching; Enseignement; Lehrtätigkeit; Docencia; Attività didattica; Ensino; Onderwijs",
    "student": "Students; Étudiants encadrés; Betreute Arbeiten; Dirección de tesis; Begeleiding",
    "award": "Awards; Prix et distinctions; Auszeichnungen; Premios y becas; Premi; Prijzen; Nagrody",
    "grant": "Grants; Financements; Drittmittel; Finanziamenti",
    "talk": "Talks; Exposés; Communications orales; Vorträge; Ponencias; Interventi; Lezingen",
    "service": "Professional service; Responsabilités collectives; Ehrenamt; Voluntariado",
    "committee": "Committees; Comités; Gutachtertätigkeit",
    "membership": "Memberships; Mitgliedschaften; Miembros",
}


@pytest.mark.parametrize(
    ("kind", "title"), [(kind, one) for kind, all_ in TITLES.items() for one in all_.split("; ")]
)
def test_a_title_says_the_kind_in_any_language(kind, title):
    assert kind_of(title) == kind
    assert kind_of(title.upper()) == kind


def test_words_are_known_without_their_accents():
    assert kind_of("ETUDES") == kind_of("etudes") == "education"
    assert is_degree("Diplôme d'ingénieur")
    assert is_position("Ingénieur logiciel embarqué")
    assert is_position("Ingeniera de software")


def test_publications_are_known_in_other_languages():
    assert all(map(are_papers, ("Publications", "Veröffentlichungen", "Publicaciones", "论文")))
    assert not are_papers("Études")
