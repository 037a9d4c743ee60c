"""Components, forms and filters of every page: `{% load shanyraq %}`.

Each component's props are the keyword parameters of its function; its `slot` is what stands between
the tags, another slot is given by `{% slot "name" %}...{% endslot %}`.
"""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

from django.forms import BaseForm, BoundField
from django.template import Context, Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shanyraq.platform import languages
from shanyraq.platform.components import NO_SLOT, Slot, component, law_parts, nav_items
from shanyraq.platform.components.bars import bar
from shanyraq.platform.components.hemicycle import hemicycle as seat
from shanyraq.platform.components.tag import Props, compile_slot

register = Library()
register.tag("slot", compile_slot)

SWITCH = (
    ("kk", "ҚАЗ", "Қазақша"),
    ("ru", "РУС", "Русский"),  # noqa: RUF001 # Cyrillic
    ("en", "ENG", "English"),
)
VERDICT_ICONS = {"met": "check", "not": "cross", "open": "question"}


@component(register, template="platform/components/icon.html")
def icon(
    *,
    name: Literal[
        "check", "clock", "cross", "download", "lost", "paper", "pencil", "question", "calendar"
    ],
) -> Props:
    """A glyph beside a word; it never stands alone."""
    return {"name": name}


@component(register, template="platform/components/clause_chip.html")
def clause_chip(*, label: str, href: str = "", lang: str = "") -> Props:
    """Act, clause and paragraph behind what is said; a link to the wording."""
    return {"label": label, "href": href, "lang": lang}


@component(register, template="platform/components/say.html")
def say(
    *,
    kind: Literal["plain", "met", "lost", "open"] = "plain",
    title: str = "",
    alert: bool = False,
    slot: Slot = NO_SLOT,
) -> Props:
    """A box in which the system tells something; `alert` is read out at once."""
    return {"kind": kind, "title": title, "alert": alert, "slot": slot}


@component(register, template="platform/components/state.html")
def state(*, kind: Literal["met", "not", "open"], label: str) -> Props:
    """A verdict in one word, with its glyph."""
    return {"kind": kind, "label": label, "icon": VERDICT_ICONS[kind]}


@component(register, template="platform/components/quorum_bar.html")
def quorum_bar(
    *,
    have: int,
    of: int,
    needed: int | None = None,
    aside: str = "",
    needed_text: str = "",
    slot: Slot = NO_SLOT,
    clause: Slot = NO_SLOT,
) -> Props:
    """Persons against the whole number the law needs: the sentence (slot) first, then the bar.

    Slot `clause` holds the chip; signatures and replies are shown by the same bar.
    """
    text = needed_text or (_("{needed} needed").format(needed=needed) if needed else "")
    picture = bar([("fill", have)], of=of, needed=needed)
    return {"bar": picture, "aside": aside, "text": text, "slot": slot, "clause": clause}


@component(register, template="platform/components/tally.html")
def tally(*, votes_for: int, against: int, abstain: int, silent: int | None = None) -> Props:
    """How many did what, in large figures."""
    return {"rows": _vote_rows(votes_for, against, abstain=abstain, silent=silent)}


@component(register, template="platform/components/result_bar.html")
def result_bar(
    *,
    votes_for: int,
    against: int,
    abstain: int,
    silent: int = 0,
    needed: int | None = None,
    needed_text: str = "",
    clause: Slot = NO_SLOT,
) -> Props:
    """A vote as one bar over its base, the mark where the law's number stands."""
    rows = _vote_rows(votes_for, against, abstain=abstain, silent=silent)
    base = votes_for + against + abstain + silent
    picture = bar([(kind, count) for kind, _label, count in rows], of=base, needed=needed)
    return {"bar": picture, "text": needed_text, "clause": clause}


@component(register, template="platform/components/hemicycle.html")
def hemicycle(
    *,
    votes_for: int,
    against: int,
    abstain: int,
    silent: int = 0,
    away: int = 0,
    needed: int | None = None,
    table: bool = True,
) -> Props:
    """A vote as seats in a half circle with the law's line after the last vote needed.

    The table below it says the same; `table=False` only where figures stand beside the picture.
    """
    rows = _vote_rows(votes_for, against, abstain=abstain, silent=silent)
    if away:
        rows.append(("away", _("Absent"), away))
    picture = seat([(kind, count) for kind, _label, count in rows], needed=needed)
    return {
        "picture": picture, "rows": rows, "needed": needed, "table": table, "got": votes_for,
        "said": "; ".join(f"{label}: {count}" for _kind, label, count in rows),
    }  # fmt: skip


@component(register, template="platform/components/ask.html")
def ask(
    *,
    left: str,
    title: str,
    note: str = "",
    urgency: Literal["", "now", "late", "none"] = "",
    slot: Slot = NO_SLOT,
    clause: Slot = NO_SLOT,
    act: Slot = NO_SLOT,
) -> Props:
    """What the law asks next, a row of `<ol class="asks">`: time left, act, why, clause, action."""
    return {
        "left": left, "note": note, "title": title, "urgency": urgency,
        "slot": slot, "clause": clause, "act": act,
    }  # fmt: skip


@component(register, template="platform/components/step.html")
def step(
    *,
    number: int,
    title: str,
    phase: Literal["done", "current", "later"] = "later",
    note: str = "",
    slot: Slot = NO_SLOT,
) -> Props:
    """One step of `<ol class="steps">`: done, current or what the law wants later."""
    return {"number": number, "title": title, "phase": phase, "note": note, "slot": slot}


@component(register, template="platform/components/fact_list.html")
def facts(*, rows: Iterable[tuple[str, object]]) -> Props:
    """Facts as pairs of a term and its value."""
    return {"rows": rows}


@component(register, template="platform/components/empty.html")
def empty(*, title: str, slot: Slot = NO_SLOT) -> Props:
    """What is not there yet, and in the slot what will make it appear."""
    return {"title": title, "slot": slot}


@component(register, template="platform/components/bread.html")
def bread(*, slot: Slot = NO_SLOT) -> Props:
    """The way here: a list of `{% crumb %}`."""
    return {"slot": slot}


@component(register, template="platform/components/crumb.html")
def crumb(*, label: str, href: str = "") -> Props:
    """One place on the way; the last one, where we are, has no address."""
    return {"label": label, "href": href}


@component(register, template="platform/components/half.html")
def half(*, chosen: str = "", lost: str = "") -> Props:
    """Says in a form with `data-keep` that what was filled in has not been sent or confirmed."""
    return {
        "chosen": chosen or _("Chosen, but not sent yet. Kept on this device."),
        "lost": lost or _("No confirmation yet. Kept on this device and sent again by itself."),
    }


@component(register, template="platform/components/error_summary.html")
def error_summary(*, title: str, slot: Slot = NO_SLOT) -> Props:
    """What cannot be, why, and what to do instead; takes the focus when the page opens."""
    return {"title": title, "slot": slot}


@component(register, template="platform/components/errors.html")
def errors(*, form: BaseForm | None = None, refusal: Any = None) -> Props:  # noqa: ANN401 # a Refusal or nothing
    """The error summary: a Refusal with clause, remedy and verdict, or the faults of a form."""
    return _errors(form, refusal)


@register.inclusion_tag("platform/components/errors.html", takes_context=True)
def page_errors(context: Context) -> Props:
    """The error summary of the page's own `form` and `refusal`, if there is anything to say."""
    return _errors(context.get("form"), context.get("refusal"))


@component(register, template="platform/components/field.html")
def field(*, of: BoundField, hint: str = "") -> Props:
    """One question of a form: label, hint, error, control."""
    described = [f"{of.auto_id}_hint"] if hint or of.help_text else []
    described += [f"{of.auto_id}_error"] if of.errors else []
    attributes: dict[str, Any] = {
        "class": "input",
        "aria-describedby": " ".join(described) or False,
    }
    kind = _control(of)
    if of.errors:
        attributes["aria-invalid"] = "true"
    if kind in {"pick", "tick", "parts"}:
        del attributes["class"]
    return {
        "field": of, "hint": hint or of.help_text, "kind": kind,
        "control": of.as_widget(attrs=attributes), "described": attributes["aria-describedby"],
    }  # fmt: skip


@register.inclusion_tag("platform/components/fields.html", takes_context=True)
def fields(context: Context, form: BaseForm) -> Props:
    """Every question of a form, its hidden fields and the key that makes a repetition harmless."""
    return {"form": form, "request_key": _key(context)}


@register.inclusion_tag("platform/components/request_key.html", takes_context=True)
def request_key(context: Context) -> Props:
    """The key that makes a repetition of this form harmless; `{% fields %}` brings its own."""
    return {"request_key": _key(context)}


@register.inclusion_tag("platform/navigation.html", takes_context=True)
def navigation(context: Context) -> Props:
    """The main menu, with the place of this page marked."""
    request = context.get("request")
    items = nav_items(request) if request else []
    return {"items": [(item, item.is_current(request)) for item in items if request]}


@register.inclusion_tag("platform/language_switch.html", takes_context=True)
def language_switch(context: Context) -> Props:
    """The three languages as buttons of one form, which returns to this page."""
    request = context.get("request")
    return {
        "languages": SWITCH,
        "active": languages.active(),
        "next": request.get_full_path() if request else "/",
        "csrf_token": context.get("csrf_token"),
    }


@register.filter
def localized(value: object, name: str) -> str:
    """Text of a field in the reader's language: `{{ session|localized:"title" }}`."""
    return languages.localized(value, name)


@register.filter
def day(value: date | None, case: languages.Case = "") -> str:
    """A date: `{{ on|day }}`, in Kazakh with an ending `{{ on|day:"from" }}`; nothing for None."""
    return languages.day(value, case) if value else ""


@register.filter
def weekday(value: date) -> str:
    """A day of the week."""
    return languages.weekday(value)


@register.filter
def moment(value: datetime | None) -> str:
    """A date with hour and minute at the institution; nothing for None."""
    return languages.moment(value) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """Hour and minute at the institution; nothing for None."""
    return languages.clock(value) if value else ""


@register.filter
def whole(value: int) -> str:
    """A whole number with its thousands apart."""
    return languages.whole(value)


@register.filter
def numbered(value: int, case: str) -> str:
    """A whole number with its Kazakh ending: `{{ members|numbered:"of" }}` is 400-дің."""
    return languages.numbered(value, case)


@register.filter
def roman(value: int) -> str:
    """A Roman number."""
    return languages.roman(value)


def _vote_rows(
    votes_for: int, against: int, *, abstain: int, silent: int | None
) -> list[tuple[str, str, int]]:
    rows = [
        ("for", _("For"), votes_for),
        ("against", _("Against"), against),
        ("abstain", _("Abstained"), abstain),
    ]
    return rows if silent is None else [*rows, ("silent", _("Did not vote"), silent)]


def _errors(form: BaseForm | None, refusal: Any) -> Props:  # noqa: ANN401 # a Refusal or nothing
    verdict = getattr(refusal, "verdict", None)
    parts = law_parts()
    return {
        "refusal": refusal or None,
        "faults": _faults(form) if form is not None and form.is_bound else [],
        "clause": parts.clause(verdict) if verdict else "",
        "tree": parts.verdict(verdict) if verdict else "",
    }


def _faults(form: BaseForm) -> list[tuple[str, str]]:
    own = [("", str(fault)) for fault in form.non_field_errors()]
    return own + [
        (bound.id_for_label, f"{bound.label}: {fault}")
        for bound in (form[name] for name in form.fields)
        for fault in bound.errors
    ]


def _control(of: BoundField) -> str:
    """How a question is laid out: choices to pick, one box to tick, parts, or a plain input."""
    if of.widget_type in {"radioselect", "checkboxselectmultiple"}:
        return "pick"
    if of.widget_type == "checkbox":
        return "tick"
    return "parts" if of.use_fieldset else "input"


def _key(context: Context) -> SafeString | str:
    """The key sent with this form before, else a new one."""
    request = context.get("request")
    sent = request.POST.get("request_key", "") if request else ""
    return sent or secrets.token_hex(16)
