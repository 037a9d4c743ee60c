"""Passages: the addressed pieces of an act with their Akoma Ntoso identifiers and wording."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "status", "preamble", "approval", "clause", "section", "chapter", "annex"]
Component = Literal["main", "strategy", "regulation"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One addressed piece of the act.

    `wording` holds paragraphs parted by a blank line; the items of a list stand on lines of their
    own under the words that open it. `eid` identifies it inside its component.
    """

    address: str
    kind: Kind
    component: Component
    eid: str
    wording: str
    heading: str = ""

    def parts(self) -> list[tuple[str, str]]:
        r"""Identifier and wording of each paragraph and list item, in order.

        >>> Passage("R2", "clause", "regulation", "chp_1__sec_2", "a:\nb;\nc.").parts()[1]
        ('chp_1__sec_2__para_1__point_1', 'b;')
        """
        found: list[tuple[str, str]] = []
        for number, paragraph in enumerate(self.wording.split("\n\n"), start=1):
            eid = f"{self.eid}__para_{number}"
            opening, *items = paragraph.split("\n")
            found.append((eid, opening))
            found += [(f"{eid}__point_{n}", item) for n, item in enumerate(items, start=1)]
        return found


def wording_of(texts: list[str]) -> str:
    """Blocks as one wording: a list that a colon opens stays with its opening to its end."""
    paragraphs: list[list[str]] = []
    in_list = False
    for text in texts:
        if in_list:
            paragraphs[-1].append(text)
        else:
            paragraphs.append([text])
        in_list = text.endswith(":") or (in_list and not text.endswith((".", '."', ".)")))
    return "\n\n".join("\n".join(lines) for lines in paragraphs)
