"""A short CV to print: entries, a talk, papers with links."""

from __future__ import annotations

PAGE = """# Ada

```{cv-entry} Analyst
:organization: Society
:location: London
:start: 1842-09
:end: 1843-03

Wrote the notes.
```

```{cv-entry} Ph.D. in Engines
:kind: education
:organization: University
:location: Turin
:date: 1840
```

```{talk} On Engines
:event: Meeting
:location: Bath
:date: 1843
```
"""
LINKED = """
@article{one, author={Lovelace, Ada}, title={One}, journal={J}, year={2020},
  doi={10.1000/one}, eprint={2001.00001}, archiveprefix={arXiv}, code={https://example.org/code}}
@article{two, author={Lovelace, Ada}, title={Two}, journal={J}, year={2021}}
"""
LIST = {"index.md": "# Ada\n\n```{publication-list}\n```\n", "refs.bib": LINKED}
