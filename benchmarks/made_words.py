"""The words that the made CV is written with: its settings, people, titles, places and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CONF = """\
extensions = ["sphinx_cv"]
language = "en"
cv_publication_pages = True
cv_today = "2024-06-01"
cv_profile = {
    "name": "Eleonora M. Lindqvist",
    "aliases": ["E. Lindqvist"],
    "position": "Professor of Statistics and Machine Learning",
    "affiliation": "Department of Mathematics, Uppsala University, Sweden",
    "email": "eleonora.lindqvist@math.example.se",
    "website": "https://lindqvist.example.org",
    "photo": "photo.png",
    "links": {
        "ORCID": "https://orcid.org/0000-0002-1825-0097",
        "Google Scholar": "https://scholar.google.com/citations?user=AbCdEfGhIjKlMnOp",
        "GitHub": "https://github.com/lindqvist-lab",
        "LinkedIn": "https://www.linkedin.com/in/lindqvist",
        "Mastodon": "https://mathstodon.xyz/@lindqvist",
        "Bluesky": "https://bsky.app/profile/lindqvist-statistics.example.org",
    },
}
"""

PEOPLE = (
    "Søndergård, Åse",
    "O’Brien, Zofia",
    "Łukaszewicz, Olga",
    "Müller, Matteo",
    "Fernández-Armesto, Lucía",
    "Weiß, Jürgen",
    "Işık, Ömer",
    "Đorđević, Ana",
    "Guðmundsdóttir, Þóra",
    "van der Berg, Søren",
    "{Collaboration for Open Statistics}",
    "Nguyễn, Thị Minh",
    "Παπαδόπουλος, Νίκος",
    "Шевченко, Олена",
    "王, 小明",
    "田中, 花子",
    "حداد, ليلى",
    "כהן, נועה",
    r"B{\'e}zier, Ch{\'e}rif",
    "Wang, Élise",
)
HOWS = (
    "Scalable",
    "On the geometry of",
    "Towards robust",
    "A unified framework for",
    "Learning",
    "Non-asymptotic guarantees for",
    "Do we need",
    "A tutorial on",
)
SUBJECTS = (
    "Bayesian experimental design",
    "kernel mean embeddings",
    r"optimal transport in {$\mathbb{R}^d$}",
    "Bézier splines",
    "causal representation learning",
    "diffusion models",
    "large-scale graph inference",
    "sparse attention",
    "low-rank adaptation",
    "neural differential equations",
)
ENDS = (
    "with missing data",
    "under heavy-tailed noise",
    "from multi-site clinical records",
    "on a budget",
    "and a benchmark of thirty-two public data sets spanning biology and physics",
    "at 5 \\textmu m",
)
FOREIGN = (
    ("french", "Sur la géométrie de l’apprentissage non supervisé"),
    ("german", "Über die Größe maßvoller Schätzungen"),
    ("swedish", "Åtta frågor om ändliga mängder"),
    ("russian", "О выборе модели по неполным данным"),
    ("chinese", "贝叶斯实验设计导论"),
    ("arabic", "مقدمة في الإحصاء البايزي"),
)
CONFERENCES = (
    ("Advances in Neural Information Processing Systems", "NeurIPS"),
    ("International Conference on Machine Learning", "ICML"),
    ("International Conference on Artificial Intelligence and Statistics", "AISTATS"),
    ("Conference on Learning Theory", "COLT"),
)
JOURNALS = ("Annals of Statistics", "Biometrika", "Journal of the Royal Statistical Society")
HOUSES = ("Springer", "Cambridge University Press")
EVENTS = ("Nordic Statistics Days", "ICML", "Statistical Learning Seminar", "Curves & Surfaces")
PLACES = ("Uppsala", "Zürich", "Łódź", "Tromsø", "Kyōto", "São Paulo", "İstanbul", "Online")
KINDS = ("invited", "contributed", "seminar", "keynote", "tutorial", "")
ABSTRACT = (
    "We study {subject} and show that depth, width and step size scale together. The *proof* needs "
    "few assumptions, and experiments on {number} data sets confirm the rates."
)
SECTIONS: dict[str, tuple[str, Sequence[tuple[str, str]]]] = {
    "positions": (
        "experience",
        [
            ("Professor of Statistics", "Uppsala University"),
            ("Associate Professor", "Uppsala University"),
            ("Visiting Professor", "Universidade de São Paulo"),
            ("Assistant Professor", "Københavns Universitet"),
            ("Postdoctoral researcher", "ETH Zürich"),
        ],
    ),
    "education": (
        "education",
        [("Ph.D. in Statistics", "Lunds universitet"), ("M.Sc. in Mathematics", "KTH")],
    ),
    "grants": ("grant", [(f"Learning from few data, part {n}", "ERC") for n in range(1, 6)]),
    "awards": ("award", [(f"Best paper award {n}", "AISTATS") for n in range(1, 5)]),
    "teaching": ("teaching", [(f"Statistics {n}", "Uppsala University") for n in range(1, 6)]),
    "students": ("student", [(name, "Uppsala University") for name in ("Åsa Öberg", "Li Na")]),
    "service": (
        "service",
        [(role, "NeurIPS") for role in ("Area chair", "Program chair", "Reviewer")],
    ),
    "outreach": ("outreach", [(f"Open evening {n}", "Fyrisskolan") for n in range(1, 7)]),
    "memberships": ("membership", [(f"Fellow, year {n}", "ELLIS") for n in range(1, 6)]),
}
ORDER = (
    *("positions", "education", "grants", "awards", "publications", "talks"),
    *("teaching", "students", "service", "outreach", "memberships"),
)
