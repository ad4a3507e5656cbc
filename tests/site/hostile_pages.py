"""Pages that bring in what runs or cannot be shown, and what is told of each."""

from __future__ import annotations

RST = "```{{eval-rst}}\n{}\n```"
ACTIVE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(7)</script></svg>'
)
# A page each: what is in it, and what is told of it.
PAGES = {
    "target": ("```{image} a.svg\n:target: SCRIPT\n:alt: x\n```", "is not an address"),
    "figure": ("```{figure} a.svg\n:target: SCRIPT\n:alt: x\n\nText\n```", "is not an address"),
    "link": ("[x](SCRIPT)", "is not an address"),
    "definition": ("[x]\n\n[x]: SCRIPT", "is not an address"),
    "autolink": ("<SCRIPT>", "is not an address"),
    "image": (RST.format(".. image:: a.svg\n   :alt: x\n   :target: SCRIPT"), "is not an address"),
    "embedded": (RST.format("`x <SCRIPT>`_"), "is not an address"),
    "anonymous": (RST.format("x__\n\n__ SCRIPT"), "is not an address"),
    "meta": (RST.format(".. meta::\n   :http-equiv=refresh: 0; url=SCRIPT"), "http-equiv"),
    "raw": ("```{raw} html\n<script>alert(7)</script>\n```", '"raw" directive disabled'),
    "raw role": (
        RST.format(".. role:: h(raw)\n   :format: html\n\n:h:`<script>alert(7)</script>`"),
        "disabled",
    ),
    "control": ("a\x07b \ufffd\n\n```\nc\x1bd\n```", "U+0007"),
    "entity": ("a &#xfffd; &#1; b", "U+FFFD"),
}
FRONT = {
    "html": "disable_syntax: []\n---\n# P\n\n<script>alert(7)</script>\n",
    "template": "enable_extensions: [substitution]\n---\n# P\n\n{{ env.config.cv_profile }}\n",
    "scheme": "url_schemes: [javascript]\n---\n# P\n\n[x](javascript:alert(7))\n",
    "refresh": 'html_meta: {"http-equiv=refresh": "0; url=javascript:alert(7)"}\n---\n# P\n',
}
