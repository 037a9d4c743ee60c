"""Filters and pictures of the desks' pages: `{% load desks %}`."""

from datetime import date

from django.template import Library
from django.utils.safestring import SafeString

from shanyraq.desks.queries import sessions
from shanyraq.law import Verdict
from shanyraq.law.provisions import address_words
from shanyraq.platform import languages
from shanyraq.platform.components import law_parts
from shanyraq.platform.components.bars import bar
from shanyraq.platform.components.hemicycle import hemicycle
from shanyraq.platform.components.tag import Props
from shanyraq.sittings.models import Session

register = Library()

#: Letters of a question that fill one line of the hall's screen, and those that fill it thrice.
ONE_LINE, THREE_LINES = 70, 150


@register.filter
def session_name(session: Session) -> str:
    """What a Session is called: its Roman number, and its kind when it is not ordinary."""
    return sessions.session_name(session)


@register.filter
def clause(verdict: Verdict | None) -> SafeString | str:
    """The chip of the clause that a verdict turns on, a link to its wording."""
    return law_parts().clause(verdict) if verdict is not None and verdict.clause else ""


@register.filter
def clause_words(verdict: Verdict | None) -> str:
    """The clause that a verdict turns on, in words, where nothing can be clicked."""
    if verdict is None or not verdict.clause:
        return ""
    pack = verdict.deciding.pack
    return address_words(verdict.clause, languages.active(), pack.id if pack else "")


@register.filter
def fitting(title: str) -> str:
    """How a question of that length is set on the screen of the hall, so that all of it fits."""
    if len(title) > THREE_LINES:
        return "hall__long hall__longest"
    return "hall__long" if len(title) > ONE_LINE else ""


@register.filter
def month(value: date) -> str:
    """A month and its year, standing alone as a heading."""
    name = languages.month_names()[value.month - 1]
    heads = {"kk": f"{value.year} ж. {name}", "ru": f"{name} {value.year} г."}
    text = heads.get(languages.active(), f"{name} {value.year}")
    return text[:1].upper() + text[1:]


@register.filter
def breaking(text: str) -> str:
    """A text which may break over lines where it otherwise would not, set large."""
    return text.replace(languages.NO_BREAK, " ")


@register.filter
def conclusion(verdict: Verdict) -> str:
    """The answer of the law in a word or two."""
    return verdict.tell(languages.active()).conclusion


@register.inclusion_tag("desks/parts/seats.html")
def seats(*, there: int, of: int, needed: int | None, kind: str, said: str) -> Props:
    """Seats of a half circle, so many of them taken, with the law's line after those needed.

    Args:
        there: seats taken.
        of: all seats.
        needed: seats the law asks for; None draws no line.
        kind: how a taken seat looks: "present" or "cast".
        said: the same in words, for those who do not see the picture.
    """
    picture = hemicycle([(kind, there), ("vacant", max(of - there, 0))], needed=needed)
    return {"picture": picture, "said": said, "there": there, "needed": needed, "kind": kind}


@register.inclusion_tag("platform/components/bar.html")
def persons_bar(*, have: int, of: int, needed: int | None, kind: str) -> Props:
    """A bar without words, where the words stand around it."""
    return {"bar": bar([(kind, have)], of=of, needed=needed)}
