"""The blocks of a Markdown page, by the rules that MyST reads it with.

MyST's own parser needs docutils and Sphinx, and renders; here the same rules of markdown-it find
the blocks alone. A page takes no HTML: ``<!--`` starts a comment, which the page is read without.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

COMMENT, COMMENT_END = "<!--", "-->"
_PARAGRAPH = ["paragraph", "reference", "blockquote", "list", "footnote_def"]


@functools.cache
def block_parser() -> MarkdownIt:
    """Return the parser; it keeps nothing of what it has read."""
    parser = (
        MarkdownIt("commonmark")
        .enable("table")
        .disable(["html_block", "inline"])
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
        .use(dollarmath_plugin, allow_space=False, allow_digits=False)
    )
    colon_fence = make_fence_rule(markers=(":",), token_type="colon_fence")  # noqa: S106
    parser.block.ruler.before("fence", "colon_fence", colon_fence, {"alt": _PARAGRAPH})
    parser.use(deflist_plugin).use(fieldlist_plugin).use(attrs_block_plugin)
    parser.block.ruler.before("fence", "comment", _comment)
    return parser


def parse_blocks(text: str) -> list[Token]:
    """Return the tokens of the blocks of *text*; those of type ``inline`` hold its text as is."""
    return block_parser().parse(text)


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a block that starts with a comment, which may hold blank lines and fences."""
    place = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith(COMMENT, place):
        return False
    close = _end_of_comment(state, place + len(COMMENT))
    line = next((line for line in range(start, end) if state.eMarks[line] > close), end)
    if close < 0 or line == end:
        return False
    terminators = state.md.block.ruler.getRules("paragraph")
    following = line + 1
    if state.src[close + len(COMMENT_END) : state.eMarks[line]].strip():
        # The text behind the comment goes on as any paragraph does.
        while following < end and not state.isEmpty(following):
            if any(rule(state, following, end, True) for rule in terminators):
                break
            following += 1
    state.line = following
    token = state.push("inline", "", 0)
    token.map = [start, following]
    token.content = state.getLines(start, following, state.blkIndent, False).strip()
    token.children = []
    return True


def _end_of_comment(state: StateBlock, place: int) -> int:
    """Return where the comment that is open at *place* ends, -1 where it does not.

    The end that was found last is kept: to look for one that is far away takes its time.
    """
    known: tuple[int, int] = state.env.get("end_of_comment", (0, -1))
    if not known[0] <= place <= known[1]:
        known = place, state.src.find(COMMENT_END, place)
        if known[1] < 0:
            known = place, len(state.src)
        state.env["end_of_comment"] = known
    return known[1] if known[1] < len(state.src) else -1
