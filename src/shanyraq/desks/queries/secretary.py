"""What the law asks of the Working Organ, computed from the law and the state of the record."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import holders
from shanyraq.charter.queries import ask, may
from shanyraq.desks.permissions import KEEPING_MINUTES
from shanyraq.desks.queries.asks import Ask, Progress, in_order
from shanyraq.desks.queries.conduct import asks_of_sitting
from shanyraq.desks.queries.sessions import coming, drafts, lapsed, last_held, session_name
from shanyraq.law import Outcome
from shanyraq.platform.languages import day, whole
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import Kind, Step
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import Next, agenda, next_step, presence, year_of


def asks_of_secretary(occasion: Occasion) -> list[Ask]:
    """Everything the law asks next of the one at the desk, the most urgent first."""
    on = occasion.on
    of_drafts = [asked for _session, asked in asks_of_drafts(on)]
    missed = [_lapsed(session, on) for session in lapsed(on)]
    lasting = [*missed, *_of_the_year(on), *_of_deputies(on), *_of_minutes(occasion)]
    return in_order([*of_drafts, *asks_of_coming(on), *lasting])


def asks_of_drafts(on: dt.date) -> Iterator[tuple[Session, Ask]]:
    """Each draft with what is asked about it on a day."""
    for session in drafts():
        following = next_step(session, on)
        build = _to_convene if following.step == Step.CONVENE else _to_change_the_day
        yield session, build(session, following, on)


def _to_convene(session: Session, following: Next, on: dt.date) -> Ask:
    ordinary = session.kind == Kind.ORDINARY
    why = (
        _("It is to be held on {day}; the notice is published not later than {last}.")
        if ordinary
        else _("It is to be held on {day}; a month's notice is not asked of it.")
    )
    return Ask(
        key="convene",
        on=on,
        title=_("Announce the date, place and tentative agenda of the {session}").format(
            session=session_name(session)
        ),
        why=why.format(day=day(session.day), last=day(following.by) if following.by else ""),
        verdict=following.verdict,
        deadline=following.by if ordinary else None,
        label=_("Record the Chair's act"),
        href=reverse("sittings:record-convening", args=[session.public_id]),
    )


def _to_change_the_day(session: Session, following: Next, on: dt.date) -> Ask:
    verdict = following.verdict
    return Ask(
        key="change_day",
        on=on,
        title=_("Choose another day for the {session}").format(session=session_name(session)),
        why=_("Announced today, it can begin on {day} at the earliest.").format(
            day=day(following.by) if following.by else "–"
        ),
        verdict=verdict,
        deadline=verdict.last_lawful_day if verdict else None,
        label=_("Open the draft"),
        href=reverse("sittings:change", args=[session.public_id]),
    )


def asks_of_coming(on: dt.date) -> Iterator[Ask]:
    """What is asked on a day about the announced Session, or the one that sits."""
    session = coming(on)
    if session is None:
        return
    following = next_step(session, on)
    build = COMING.get(following.step)
    if build is None:
        yield from asks_of_sitting(session, following, on)
    elif (one := build(session, on)) is not None:
        yield one


def _to_attach_papers(session: Session, on: dt.date) -> Ask | None:
    items = list(agenda(session))
    bare = sum(not item.papers.all() for item in items)
    if not bare:
        return None
    return Ask(
        key="papers",
        on=on,
        title=_("Attach the papers of the {session}").format(session=session_name(session)),
        why=_("{bare} of {all} questions have no paper; the law sets no day.").format(
            bare=whole(bare), all=whole(len(items))
        ),
        label=_("Open the agenda"),
        href=reverse("sittings:agenda", args=[session.public_id]),
    )


def _to_register(session: Session, on: dt.date) -> Ask:
    there = presence(session)
    return Ask(
        key="quorum",
        on=on,
        under_way=_("the day of the sitting"),
        title=_("Register members until there is a quorum"),
        why=_("{present} of {members} members are registered; {missing} more are needed.").format(
            present=whole(there.present),
            members=whole(there.members),
            missing=whole(max((there.needed or 0) - there.present, 0)),
        ),
        verdict=there.verdict,
        label=_("Open the register"),
        href=reverse("sittings:attendance", args=[session.public_id]) + "?show=absent",
        progress=Progress(have=there.present, of=there.members, needed=there.needed),
    )


def _to_open(session: Session, on: dt.date) -> Ask:
    there = presence(session)
    return Ask(
        key="open",
        on=on,
        under_way=_("the day of the sitting"),
        title=_("Open the {session}").format(session=session_name(session)),
        why=_("There is a quorum: {present} of {members} members are registered.").format(
            present=whole(there.present), members=whole(there.members)
        ),
        verdict=there.verdict,
        label=_("Go to the sitting"),
        href=reverse("sittings:session", args=[session.public_id]),
        progress=Progress(have=there.present, of=there.members, needed=there.needed),
    )


def _lapsed(session: Session, on: dt.date) -> Ask:
    return Ask(
        key="lapsed",
        on=on,
        title=_("The {session} was not opened").format(session=session_name(session)),
        why=_("It was announced for {day}. Another Session has to be convened.").format(
            day=day(session.day)
        ),
        label=_("Prepare a Session"),
        href=reverse("sittings:prepare"),
    )


COMING: dict[str, Callable[[Session, dt.date], Ask | None]] = {
    Step.AWAIT: _to_attach_papers,
    Step.REGISTER: _to_register,
    Step.OPEN: _to_open,
}


def _of_the_year(on: dt.date) -> Iterator[Ask]:
    session = coming(on)
    if session is not None and session.day.year == on.year:
        return
    year = year_of(on)
    if year.verdict.outcome is not Outcome.NOT_MET:
        return
    last = day(year.last_day) if year.last_day else "–"
    yield Ask(
        key="year",
        on=on,
        title=_("Convene at least one Session this year"),
        why=_("None has been held in {year}; one announced after {last} comes too late.").format(
            year=on.year, last=last
        ),
        verdict=year.verdict,
        deadline=year.last_day,
        label=_("Prepare a Session"),
        href=reverse("sittings:prepare"),
    )


def _of_deputies(on: dt.date) -> Iterator[Ask]:
    number = holders(Role.DEPUTY_CHAIR, on).count()
    verdict = ask("deputy_chairs", on=on, facts={"deputies": number})
    if verdict.outcome is not Outcome.NOT_MET:
        return
    yield Ask(
        key="deputies",
        on=on,
        title=_("Propose a deputy of the Chair"),
        why=_("{number} of {needed} deputies of the Chair are in office.").format(
            number=whole(number), needed=whole(verdict.needed or 0)
        ),
        verdict=verdict,
        label=_("See who is in office"),
        href=reverse("bodies:index"),
    )


def _of_minutes(occasion: Occasion) -> Iterator[Ask]:
    session = last_held()
    verdict = may(KEEPING_MINUTES, actor=occasion.actor, on=occasion.on)
    if session is None or not verdict.met:
        return
    yield Ask(
        key="minutes",
        on=occasion.on,
        title=_("Check the minutes of the {session}").format(session=session_name(session)),
        why=_("They are composed from the journal; the law sets no day for signing them."),
        verdict=verdict,
        label=_("Open the minutes"),
        href=reverse("minutes:minutes", args=[session.public_id]),
    )
