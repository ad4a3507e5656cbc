"""Another project's extension: fieldwork, with its instrument, a rule and a list of it as JSON."""

import json

from sphinx_cv import api


def instrument(text):
    if not text[:1].isupper():
        raise ValueError(f'"{text}" is not an instrument: write ":instrument: Theodolite"')
    return text


def without_instrument(env):
    for record in api.items(env):
        if record.item.kind == "fieldwork" and not record.item.own:
            yield api.Finding(
                subtype="instrument",
                message=f'"{record.item.title}" has no instrument: add ":instrument:"',
                place=record.docname,
                line=record.line,
            )


def as_json(env):
    trips = [
        {"title": record.item.title, **dict(record.item.own)}
        for record in api.items(env)
        if record.item.kind == "fieldwork"
    ]
    papers = {paper.key: paper.number for paper in api.publications(env)}
    name = api.profile(env.config).name
    return json.dumps({"name": name, "fieldwork": trips, "papers": papers}, indent=1)


def setup(app):
    api.add_kind(app, "fieldwork", label="Fieldwork", first="organization")
    api.add_option(app, "cv-entry", "instrument", read=instrument, printed=True)
    api.add_rule(app, "instrument", without_instrument, meaning="A trip has no instrument.")
    api.add_output(app, "data/fieldwork.json", as_json)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
