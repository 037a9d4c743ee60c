"""A source as whole sentences: lines wrapped inside and across blank lines joined again."""

import re
from dataclasses import dataclass, replace

ENDS = (".", ":", ";", '."', ".)")
"""What a finished line of an act ends with; a line ending otherwise is a heading or goes on."""
STRAY_GAP = re.compile(r"[ \t]+([.,:;])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or note, and the line of the source where it begins."""

    text: str
    line: int

    @property
    def is_finished(self) -> bool:
        """Whether it ends as a sentence or list item does."""
        return self.text.endswith(ENDS)


def blocks_of(text: str) -> list[Block]:
    """Every block of a source in order.

    A line break inside a block is a wrap unless the line before it is finished; a blank line ends a
    block unless the sentence visibly goes on: the block is unfinished and the next begins in lower
    case or with a bare punctuation mark.
    """
    blocks: list[Block] = []
    gap = True
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line:
            _append(blocks, Block(line, number), after_gap=gap)
        gap = not line
    return [replace(block, text=tidy(block.text)) for block in blocks]


def tidy(text: str) -> str:
    """The text with single spaces and no space before a punctuation mark.

    >>> tidy("болып  табылады .")
    'болып табылады.'
    """
    return STRAY_GAP.sub(r"\1", re.sub(r"\s+", " ", text)).strip()


def _append(blocks: list[Block], block: Block, *, after_gap: bool) -> None:
    goes_on = bool(blocks) and not blocks[-1].is_finished
    if goes_on and (not after_gap or _continues(block.text)):
        blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text} {block.text}")
    else:
        blocks.append(block)


def _continues(text: str) -> bool:
    return text[0].islower() or text[0] in ".,;:)"
