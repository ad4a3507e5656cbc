"""Every fact of this CV, line by line in the order of its source; private ones apart.

A line is a group of facts that stand together; the groups follow each other in every output.
"""

import re

SECTIONS = (
    "education",
    "experience",
    "publications",
    "software",
    "coding",
    "talks",
    "service",
    "teaching",
    "languages",
)

PRIVATE = ("Born March 12th, 1995 in Paris (France)", "+33 6 60 48 34 87")

HEADER = (
    ("Michael E. Sander",),
    ("michael.sander@ens.fr",),
    ("Personal webpage: https://michaelsdr.github.io/",),
)

FACTS = (
    ("Education",),
    ("Ecole Normale Supérieure de Paris, France", "2020–2024 (expected)"),
    ("Ph.D. candidate in Machine Learning",),
    ('Dissertation: "Differentiable Efficient Learning through Discretized Dynamics"',),
    ("Advisor: Gabriel Peyré",),
    ("Sorbonne Université", "2019–2020"),
    ('M.S. in Mathematics: "Mathematics of the modeling"',),
    ("Ecole Normale Supérieure Paris-Saclay", "2019–2020"),
    ("M.S. in Machine Learning: Mathematics, Vision and Learning (MVA)",),
    ("Ecole polytechnique", "2016–2020"),
    ('B.S. in Mathematics: "Cursus Ingénieur Polytechnicien"',),
    ("Mathematics, Applied Mathematics, Computer Science",),
    ("Research experience",),
    ("Visiting student, Tokyo University and RIKEN AIP, Tokyo", "May–August 2023"),
    ("In context-learning in Transformers, with Prof. Taiji Suzuki",),
    ("Student Researcher, Google Deepmind, Paris", "September 2022 – March 2023"),
    ("Differentiable programming with Dr. Mathieu Blondel",),
    ("M.S. internship. DMA, Ecole Normale Supérieure, Paris", "April 2020 – September 2020"),
    ("Deep invertible neural networks, with Prof. Gabriel Peyré and Dr. Mathieu Blondel",),
    ("M.S. internship. Behnia Lab, Columbia University, New York", "April 2019 – August 2019"),
    (
        "Processing properties of color pathways in the eye and statistics of natural visual "
        "scenes, with Prof. Rudy Behnia",
    ),
    ("B.S. internship. SOPHiA Genetics, Geneva", "June 2018 – September 2018"),
    ("Statistical modeling of DNA sequencing, with Dr. Christian Pozzorini",),
    ("Publications",),
    (
        "[1] Pierre Marion*, Yu-Han Wu*, Michael E. Sander, Gérard Biau. Implicit regularization "
        "of deep residual networks towards neural ODEs. Preprint",
    ),
    (
        "[2] Michael E. Sander, Joan Puigcerver, Josip Djolonga, Gabriel Peyré, Mathieu Blondel. "
        "Fast, Differentiable and Sparse Top-k: A convex analysis perspective. International "
        "Conference on Machine Learning, 2023.",
    ),
    (
        "[3] Michael E. Sander, Pierre Ablin, Gabriel Peyré. Do Residual Neural Networks "
        "discretize Neural Ordinary Differential Equations? Advances in Neural Information "
        "Processing Systems, 2022.",
    ),
    (
        "[4] Samy Jelassi, Michael E. Sander, Yuanzhi Li. Vision Transformers provably learn "
        "spatial structure. Advances in Neural Information Processing Systems, 2022.",
    ),
    (
        "[5] Michael E. Sander, Pierre Ablin, Mathieu Blondel, Gabriel Peyré. Sinkformers: "
        "Transformers with Doubly Stochastic Attention. International Conference on Artificial "
        "Intelligence and Statistics, 2022.",
    ),
    (
        "[6] Michael E. Sander, Pierre Ablin, Mathieu Blondel, Gabriel Peyré. Momentum Residual "
        "Neural Networks. International Conference on Machine Learning, 2021.",
    ),
    ("Open source Python software",),
    ("Summary on my GitHub page: https://github.com/michaelsdr",),
    ("momentumnet, sinkformers, resnets-nodes, sparse-soft-topk: lead developer",),
    ("jaxopt: contributor",),
    ("Proficiency in coding languages",),
    ("Python, Pytorch, JAX",),
    ("Talks",),
    ("Deep Invertible Residual Neural Networks", "CMStatistics, London", "2021"),
    ("Momentum Residual Neural Networks", "SODA seminar, Saclay", "2021"),
    ("Momentum Residual Neural Networks", "Curves and Surfaces, Arcachon", "2022"),
    (
        "Sinkformers: Transformers with Doubly Stochastic Attention",
        "MIND seminar, Saclay",
        "2022",
    ),
    (
        "Do Residual Neural Networks discretize Neural Ordinary Differential Equations?",
        "ICSDS, Florence",
        "2022",
    ),
    (
        "Transformers and Neural Ordinary Differential Equations",
        "Google, Slope Team, Paris",
        "2023",
    ),
    (
        "Second order Ordinary Differential Equations for Physical Neural Networks",
        "Cornell University, Peter McMahon's group, Online",
        "2023",
    ),
    (
        "Do Residual Neural Networks discretize Neural Ordinary Differential Equations?",
        "Tokyo University",
        "2023",
    ),
    (
        "On the relationship between Residual Neural Networks and Neural Ordinary Differential "
        "Equations",
        "MIND Seminar, Saclay",
        "2023",
    ),
    (
        "On the relationship between Residual Neural Networks and Neural Ordinary Differential "
        "Equations",
        "Center for data science, Ecole Normale Supérieure, Paris",
        "2023",
    ),
    ("Smooth and Sparse top-k operator", "PGMODAYS, Saclay", "2023"),
    ("Community service",),
    ("Reviewer at NeurIPS 2023 and AISTATS 2024",),
    ("Teaching",),
    (
        "Teacher in Statistics and Probability theory, Ecole Normale Supérieure, Paris",
        "2020–2024",
    ),
    ("In full charge of a mathematical course for students at Ecole Normale Supérieure",),
    (
        "Teaching assistant in Machine Learning, Ecole Normale Supérieure, Paris",
        "2023–2024",
    ),
    ("Optimization for Machine Learning",),
    (
        "Mathematical examiner for B.S. students at Lycée Henri IV, Paris",
        "2017–2020",
    ),
    (
        "In charge of evaluating students on theoretical mathematical concepts during oral "
        "sessions.",
    ),
    ("Languages",),
    ("French (mother tongue), English (fluent), Hebrew (fluent), Chinese (good speaking)",),
)


def folded(text: str) -> str:
    """Fold what typography changes: quotes, white space, capitals, and marks of emphasis."""
    text = text.translate(str.maketrans("“”’‘", "\"\"''"))
    return re.sub(r"\s+", " ", text).casefold()


def assert_in_order(text: str, groups: tuple[tuple[str, ...], ...]) -> None:
    """Assert that each group starts after the one before it, all its facts close together."""
    text = folded(text)
    place = 0
    for group in groups:
        starts = [text.find(folded(fact), place) for fact in group]
        missing = [fact for fact, start in zip(group, starts, strict=True) if start < 0]
        assert not missing, f"{missing} not found after {text[max(0, place - 80) : place]!r}"
        assert max(starts) - min(starts) < 400, f"{group} does not stand together"
        place = min(starts) + 1
