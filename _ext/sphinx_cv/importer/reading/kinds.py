"""Which kind of entries a section holds, by the words of its title."""

from __future__ import annotations

import re

from sphinx_cv.model.text import fold

TALK = "talk"
# Words of a title, without accents and capitals, in the languages of most CVs. The first line that
# has one of them says the kind.
_KINDS = r"""
talk: talk|presentation|keynote|invited lecture|seminar|vortrag|exposes?\b|conferences
talk: communications orales|ponencia|charla|comunicaciones|interventi\b|relazioni|palestra
talk: \blezing|voordracht|foredrag|referat|wystapieni|доклад|演讲|演講|講演
education: courses? (?:taken|attended|followed|completed)|cursos? realizados?|cours suivis
student: \bstudents|etudiants|\bestudiantes|\bestudantes|\bstudenti\b|studierende
student: direction de these|direccion de tesis
education: educat|degree|studies|ausbildung|studium|\bstudien\b|schulbildung
education: akademischer werdegang|\bformation|\betudes?\b|diplome|scolarit|\bcursus\b
education: (?:parcours|trayectoria|carriera|percurso) (?:academi|accademi|universit|scolaire)
education: formaci|educacion|estudios|titulaci|formazion|istruzion|titoli di studio|\bstudi\b
education: formacao|educacao|escolaridade|opleiding|utbildning|uddannelse|utdann|wyksztalc|edukacj
education: vzdelan|образован|学历|學歷|学歴|教育背景|教育经历|qualification
student: supervis|advis(?:ing|ees)|mentor|betreu|encadrement|orientac|begeleid|handledning
student: vejledning|veiledning
teaching: teach|course|lectur|lehre|lehrt|lehrv|unterricht|vorlesung|enseignement|\bcours\b
teaching: docen[cz]|ensenanza|cursos? (?:impartid|dictad|ministrad)|insegnament|didatti|\bensino\b
teaching: onderwijs|undervisning|dydakty|vyuka|преподава|教学|教學
experience: internship|employment|prakti[kc]|\bstages?\b|tirocini|pasantia|estagio|professionnel
experience: beruf|anstellung|profesional|profissiona|professionale|laboral|lavorativ|werkervaring
education: training|weiterbildung|fortbildung
grant: \bgrants?\b|funding|drittmittel|forderung|subvention|financement|financiaci|financiament
grant: finanziament|subsidie|грант
award: award|honou?r|prize|fellowship|scholarship|distincti|distincion|preis|auszeichnung|ehrung
award: stipend|\bprix\b|\bbourses?\b|recompense|premio|\bpremi\b|\bbecas?\b|\bbolsas?\b
award: reconocimiento|riconosciment|borse di studio|prijzen|onderscheiding|utmarkelse|nagrod
award: наград|获奖|獲獎|受賞
editorial: editor|herausgeb
committee: committee|review|gutacht|\bcomites?\b|comitat[oi]\b|\bjurys?\b|comissoes|comisiones
membership: member|mitglied|membre|miembro|membro|lidmaatschap|medlem|czlonk|societes savantes
membership: членств
certificate: certifi|licen[cs]e|zertifi
service: service|volunteer|outreach|organi[sz]|extracurricular|activit|ehrenamt|gremien
service: selbstverwaltung|benevol|responsabilit|voluntari|volontari|actividad|atividad|vrijwillig
service: bestuur|frivillig
software: software|open.?source|logiciel
project: proje[ck]t|projet|proyecto|progett|проект|项目|プロジェクト
media: media|press\b|presse\b|medien|prensa|stampa|imprensa
"""
_WORDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (line.split(": ") for line in _KINDS.split("\n") if line)
)
_PAPERS = re.compile(
    r"publication|paper|preprint|article|proceedings|\bbooks?\b|publikation|veroffentlich|aufsatze|"
    r"publicac|articulo|artigo|pubblicazion|articoli|publicatie|публикац|论文|論文"
)


_DEGREE = re.compile(
    r"(?:ph\.? ?d|d\.? ?phil|doct|dokt|dottor|dr\b|m\.? ?(?:sc?|a|eng|phil|res|ed)\b|mba\b|master|"
    r"magist|maestria|mestrado|maitrise|b\.? ?(?:sc?|a|eng|ed)\b|bachelor|diplom|licen[cs]|laurea|"
    r"grado en|graduacao|habilitation|a[- ]levels?|abitur|bacc?al|bachiller)"
)
_PLACE = re.compile(
    r"universi|academ|institut|\bschool|college|foundation|stiftung|society|gesellschaft|"
    r"association|department|faculty|facult|facolt|facultad|fakultat|hochschule|cent(?:er|re)\b|"
    r"laborator|\bcouncil|ministry|ecole|escuela|escola|scuola|politecnico|polytech"
)


_POSITION = re.compile(
    r"profess|lecturer|teacher|reader\b|fellow|student|post-?do[ck]|doctoral|ph\.?d|"
    r"research(?:er| ass)|scientist|engineer|develop|director|head\b|chair|candidate|analyst|"
    r"physician|curator|librarian|"
    r"manager|consultant|mathematician|physicist|chemist|biologist|historian|economist|"
    r"cryptographer|do[cz]ent|mitarbeiter|chercheu|enseignant|doctorant|doktorand|investigador|"
    r"profesor|ricercat|pesquisador|ingenieu?r|ingegner|engenheir|entwickler|leiter(?:in)?\b|"
    r"directeur|directric|direttor|diretor|maitre de conf|assistent|wissenschaftler|stagiaire"
)


def kind_of(title: str, otherwise: str = "experience") -> str:
    """Return the kind of the entries below a heading; *otherwise*, where it says nothing."""
    words = fold(title)
    return next((kind for kind, pattern in _WORDS if pattern.search(words)), otherwise)


def are_papers(title: str) -> bool:
    """Whether a heading is that of publications."""
    return bool(_PAPERS.search(fold(title)))


def is_degree(words: str) -> bool:
    """Whether words begin with a degree, such as "Ph.D."."""
    return bool(_DEGREE.match(fold(words)))


def is_place(words: str) -> bool:
    """Whether words name a university, an academy, or the like."""
    return bool(_PLACE.search(fold(words)))


def talk_kind(words: str) -> str:
    """Return the kind of a talk that a word such as "Invited talk" means, or nothing."""
    from sphinx_cv.model.kinds import TALK_KINDS

    low = words.lower()
    return next((kind for kind in TALK_KINDS if kind in low), "")


def is_position(words: str) -> bool:
    """Whether words name what someone is."""
    return bool(_POSITION.search(fold(words)))
