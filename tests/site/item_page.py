"""A page with entries and talks that have each option, and their lines."""

from __future__ import annotations

PAGE = """# Ada

```{cv-entry} Engines for all
:kind: grant
:role: Principal investigator
:organization: ERC
:amount: EUR 2,499,000
:share: 620 k€
:number: 101055120
:tags: Recent, money
:details: With *two* partners.
:start: 2022
:end: 2027
```

```{cv-entry} Second grant
:kind: grant
:amount: €1000
:date: 2020
```

```{cv-entry} Jane Doe
:kind: student
:degree: PhD
:role: co-advisor
:organization: MIT
:thesis: On looms
:now: Professor at Yale
:date: 2020
```

```{cv-entry} Li Wei
:kind: student
:thesis: On rain
:with: Luis Haddad
:now: Professor at Lund
:date: 2019
```

```{cv-entry} Calculus
:kind: teaching
:code: MATH 101
:level: undergraduate
:students: 60
:date: fall 2019, fall 2021
```

```{talk} Looms
:event: ICML
:with: A. King, B. Li
:role: discussant
:kind: panel
:language: fr
:date: 2021-05-02/04
```

```{talk}
:event: Logic seminar
:location: Oxford
:kind: seminar
:date: 2020
```
"""


def lines(node) -> list[str]:
    parts = node.find_all(class_=["cv-main", "cv-subline", "cv-details", "cv-date"])
    return [part.get_text().replace("\N{NO-BREAK SPACE}", " ") for part in parts]
