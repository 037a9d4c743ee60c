"""The words by which a consolidated text of one language marks its notes, stamps and amendments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a reader of one language knows of the form of its acts.

    `months` are the stems of the twelve months; patterns are regular expressions.
    """

    note: str
    stamp: str
    repealed: str
    amended: str
    replaced: str
    terminology: str
    title: str
    preamble: str
    clause: str
    section: str
    chapter: str
    months: tuple[str, ...]


KAZAKH = Grammar(
    note="Ескерту.",
    stamp="БЕКІТІЛГЕН",
    repealed=r"[Кк]үші жойылды",
    amended=r"өзгерт(?:у|улер) (?:мен толықтыру(?:лар)? )?енгізілді",
    replaced=r"жаңа редакцияда",
    terminology=r"ауыстырылды",
    title=r"[Тт]ақырыпқа",
    preamble=r"кіріспеге",
    clause=r"(\d+)-тарма(?:ққа|қ)\b",
    section=r"(\d+)-бөлім(?:ге)?\b",
    chapter=r"(\d+)-тараудың атауы",
    months=(
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
)  # fmt: skip

GRAMMARS = {"kk": KAZAKH}
"""The languages whose official texts can be read; each is added with its first text at hand."""
