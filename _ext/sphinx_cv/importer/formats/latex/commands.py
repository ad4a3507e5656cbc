"""What the commands of moderncv and awesome-cv say: entries, lines, and who the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_cv.importer.draft import Heading, Section, Text
from sphinx_cv.importer.reading.common import item, one_line
from sphinx_cv.importer.reading.contact import tell_contact
from sphinx_cv.importer.reading.dates import is_date
from sphinx_cv.importer.reading.kinds import TALK, are_papers, kind_of
from sphinx_cv.importer.reading.networks import add_network, add_website, network_of
from sphinx_cv.importer.reading.photo import take_photo
from sphinx_cv.importer.reading.text import bare, named_links_in, plain

from .look import LOOKS, take_date, take_lone_date, tell_now
from .rows import Row
from .setup import SETUP, is_setup
from .text import blocks_of, line_of, verbatim, words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_cv.importer.draft import Draft

    Handler = Callable[["Reader", str, list[Any]], None]

_NETWORKS = (
    "github",
    "gitlab",
    "linkedin",
    "orcid",
    "twitter",
    "x",
    "googlescholar",
    "researchgate",
    "medium",
    "stackoverflow",
    "lattes",
)
_OTHERS = ("skype", "whatsapp", "mastodon", "kaggle", "hackerrank", "fax")
_ADVICE = '(not a page on the web: if there is one, write it below "links" in cv_profile)'
_LETTER = ("recipient", "opening", "closing", "enclosure")


class Reader:
    """Takes the commands of a CV in their order, and adds what they say to a draft."""

    def __init__(self, draft: Draft, style: str, root: Path) -> None:
        self.in_document = False
        self._root = root
        self._draft = draft
        self._style = style
        self._section = Section(title="About")
        self._kind = self._kind_of_section = "experience"
        self._loose: list[Any] = []
        self._first = ""
        self._in_letter = False

    def command(self, name: str, arguments: list[Any]) -> None:
        """Take a command."""
        self.paragraph_end()
        COMMANDS[name](self, name, arguments)

    def text(self, node: Any) -> None:
        """Take text between the commands; before the document it is none."""
        if self.in_document or self._section.title != "About":
            self._loose.append(node)

    def paragraph_end(self) -> None:
        """Add the text that was taken."""
        blocks = blocks_of(self._loose)
        nodes, self._loose = self._loose, []
        if take_lone_date(self._draft, nodes, blocks):
            return
        if self._in_letter:
            self._draft.left_out("letter", blocks)
        else:
            self._section.blocks += [Text(text=block) for block in blocks]

    def before_document(self, name: str, arguments: list[Any]) -> None:
        """Take a command that is none of a CV, before the document: its words say something."""
        if name and not take_date(self._draft, arguments) and not is_setup(name):
            self._draft.left_out(f"\\{name}", " ".join(map(words_of, arguments)))

    def finish(self) -> None:
        """Add the last section."""
        self.paragraph_end()
        self._draft.add(self._section)

    def _place(self) -> str:
        return f"{self._section.title}[{len(self._section.blocks)}]"

    def take_start(self, _name: str, arguments: list[Any]) -> None:
        """Start a section."""
        self._draft.add(self._section)
        title = words_of(arguments[-1]) or "More"
        self._kind = self._kind_of_section = kind_of(title)
        self._section = Section(title=title)

    def take_below(self, _name: str, arguments: list[Any]) -> None:
        """Add a heading within the section; what it says is below it comes before the section."""
        self._kind = kind_of(words_of(arguments[-1]), self._kind_of_section)
        self._section.blocks.append(Heading(text=line_of(arguments[-1])))

    def take_entry(self, _name: str, arguments: list[Any]) -> None:
        """Add an entry; the two classes have its arguments in another order."""
        if self._style == "moderncv":
            when, title, where, city, grade, body = arguments[-6:]
        else:
            title, where, city, when, body = arguments[-5:]
            grade = None
        self._add(title, where, city, when, [*blocks_of(grade), *blocks_of(body)], grade)

    def take_honor(self, _name: str, arguments: list[Any]) -> None:
        """Add a prize, a position in a committee, or a certificate."""
        title, where, city, when = arguments[:4]
        self._add(title, where, city, when, blocks_of(arguments[4:]))

    def _add(
        self, title: Any, where: Any, city: Any, when: Any, blocks: list[str], grade: Any = None
    ) -> None:
        is_talk = self._kind == TALK
        if is_date(words_of(city)) and not is_date(words_of(when)):
            # Some change the two.
            city, when = when, city
        tell_now(self._draft, self._place(), when)
        before = line_of(title)
        row = Row(title=before, where=line_of(where), city=line_of(city), body=blocks).put_right(
            self._kind,
            degree=line_of(grade),
            position=self._draft.profile.get("position"),
            is_of_papers=are_papers(self._section.title),
        )
        if before and row.title != before and row.details.startswith(before):
            told = f'"{row.title}" is the title, "{before}" its details'
            self._draft.changed(self._place(), told)
        words = {"organization": row.where, "location": row.city, "details": row.details}
        blocks = row.body
        if is_talk:
            first = bare(blocks[0]) if blocks and not blocks[0].startswith("- ") else ""
            event = row.where or row.city or first
            blocks = blocks[1:] if event == first else blocks
            words = {
                "event": event or "Talk",
                "location": row.city if row.where else "",
                "details": row.details,
            }
        one = item(
            self._draft,
            self._place(),
            title=row.title,
            kind="" if is_talk else self._kind,
            options=words,
            when=("", "", words_of(when)),
            body=blocks,
            is_talk=is_talk,
        )
        self._section.blocks.append(one)

    def take_pairs(self, name: str, arguments: list[Any]) -> None:
        """Add "name: value" for each two arguments; an option for the spacing comes first."""
        count = {"cvdoubleitem": 4, "cvtripleitem": 6, "cvcomputer": 4}.get(name, 2)
        values = arguments[-count:]
        for label, value in zip(values[::2], values[1::2], strict=True):
            found = blocks_of(value)
            head, *rest = found if found and not found[0].startswith("- ") else ["", *found]
            one = one_line(line_of(label), head)
            if rest and not head:
                one.text = f"**{one.text}:**" if one.text else ""
            one.text = "\n\n".join(filter(None, (one.text, *rest)))
            if one.text:
                self._section.blocks.append(one)

    def take_commented(self, _name: str, arguments: list[Any]) -> None:
        """Add "name: value (comment)"."""
        label, value, comment = map(line_of, arguments[-3:])
        words = f"{value} ({comment})" if value and comment else value or comment
        self._section.blocks.append(one_line(label, words))

    def take_points(self, name: str, arguments: list[Any]) -> None:
        """Add one point of a list, or two."""
        for value in arguments[-2:] if name == "cvlistdoubleitem" else arguments[-1:]:
            if words := line_of(value):
                self._section.blocks.append(Text(text=words, is_point=True))

    def take_skill(self, _name: str, arguments: list[Any]) -> None:
        """Add a skill with its level."""
        if len(arguments) < 5:  # noqa: PLR2004, of awesome-cv; in moderncv a drawing of dots
            if self._style == "awesome-cv":
                self.take_pairs("cvskill", arguments)
            return
        label, level, skill, years, comment = map(line_of, arguments[-5:])
        more = ", ".join(
            filter(
                None, (f"{level}/5" if level else "", f"{years} years" if years else "", comment)
            )
        )
        self._section.blocks.append(
            one_line(" ".join(filter(None, (label.rstrip(":"), skill))), more)
        )

    def take_name(self, name: str, arguments: list[Any]) -> None:
        """Set the name, which may come in two commands."""
        if name == "firstname":
            self._first = words_of(arguments[-1])
            return
        words = " ".join(
            filter(None, (self._first if name != "name" else "", *map(words_of, arguments)))
        )
        self._draft.tell("name", words, name)

    def take_fact(self, name: str, arguments: list[Any]) -> None:
        """Set a fact of the profile."""
        key = {"title": "position", "mobile": "phone", "born": "birth", "dateofbirth": "birth"}.get(
            name, name
        )
        values = arguments[1:] if name == "phone" and len(arguments) > 1 else arguments
        words = ", ".join(filter(None, map(words_of, values)))
        self._draft.tell(key, words, name)

    def take_homepage(self, name: str, arguments: list[Any]) -> None:
        """Set the website."""
        add_website(self._draft, verbatim(arguments[-1]), name)

    def take_network(self, name: str, arguments: list[Any]) -> None:
        """Add a profile elsewhere."""
        given = [verbatim(one) for one in arguments if one is not None]
        if name == "social":
            network, user = (given[0], given[-1]) if len(given) > 1 else ("", "".join(given))
            if network.lower() in ("whatsapp", "signal", "skype", "telegram", "threema", "simplex"):
                self._draft.left_out(name, f"{network} {user} {_ADVICE}")
                return
            add_network(self._draft, network, user, name)
        else:
            add_network(self._draft, name, "".join(given[:1]), name)

    def take_letter(self, name: str, arguments: list[Any]) -> None:
        """Take the start of a letter, which ends the CV."""
        self._in_letter = True
        self.take_other(name, arguments)

    def take_other(self, name: str, arguments: list[Any]) -> None:
        """Report what has no place here."""
        self._draft.left_out(name, " ".join(map(words_of, arguments)))

    def take_info(self, name: str, arguments: list[Any]) -> None:
        """Take what is said of where the person is reached."""
        lines = [line for one in arguments for line in blocks_of(one)]
        for label, url in (pair for line in lines for pair in named_links_in(line)):
            add_network(self._draft, network_of(url) or label, url, name)
        tell_contact(self._draft, "\n".join(lines), name)

    def take_photo(self, name: str, arguments: list[Any]) -> None:
        """Take the portrait, which print shows."""
        take_photo(self._draft, self._root, verbatim(arguments[-1]), name)
        if "photo" in self._draft.profile:
            self._draft.look["photo"] = True

    def take_look(self, name: str, arguments: list[Any]) -> None:
        """Take what sets the look."""
        LOOKS[name](self._draft, arguments)

    def take_quote(self, _name: str, arguments: list[Any]) -> None:
        """Add the sentence below the name."""
        if words := plain(words_of(arguments[-1])):
            self._section.blocks.append(Text(text=words))

    def take_nothing(self, _name: str, _arguments: list[Any]) -> None:
        """Take a command that says nothing of the person."""


COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(("section", "cvsection"), Reader.take_start),
    **dict.fromkeys(("subsection", "subsubsection", "cvsubsection"), Reader.take_below),
    "cventry": Reader.take_entry,
    **dict.fromkeys(("cvhonor", "cvhonorwithdesc", "cvpub"), Reader.take_honor),
    **dict.fromkeys(
        ("cvitem", "cvline", "cvdoubleitem", "cvtripleitem", "cvcomputer", "cvcolumn"),
        Reader.take_pairs,
    ),
    **dict.fromkeys(("cvitemwithcomment", "cvlanguage"), Reader.take_commented),
    **dict.fromkeys(("cvlistitem", "cvlistdoubleitem"), Reader.take_points),
    **dict.fromkeys(("cvskill", "cvskillentry"), Reader.take_skill),
    **dict.fromkeys(("name", "firstname", "lastname", "familyname"), Reader.take_name),
    **dict.fromkeys(
        ("title", "position", "born", "dateofbirth", "address", "phone", "mobile", "email"),
        Reader.take_fact,
    ),
    "homepage": Reader.take_homepage,
    **dict.fromkeys(("social", *_NETWORKS), Reader.take_network),
    **dict.fromkeys(_OTHERS, Reader.take_other),
    "photo": Reader.take_photo,
    "extrainfo": Reader.take_info,
    **dict.fromkeys(_LETTER, Reader.take_letter),
    "quote": Reader.take_quote,
    **dict.fromkeys(SETUP, Reader.take_nothing),
    **dict.fromkeys(LOOKS, Reader.take_look),
}
