"""The pages of a role: the first page, the desks, the member's phone, the hall, the public page."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shanyraq.desks.permissions import (
    CONVENING,
    PREPARING,
    holds,
    leads_at,
    require_chair,
    require_member,
    require_reader,
    require_secretary,
)
from shanyraq.desks.queries.agenda import questions_of
from shanyraq.desks.queries.ballots import open_boxes
from shanyraq.desks.queries.calendar import demands_on, feed_of, months_of, shown_to
from shanyraq.desks.queries.chair import approvals, convened, presiding
from shanyraq.desks.queries.front import institution_name, law_today
from shanyraq.desks.queries.hall import scene_of
from shanyraq.desks.queries.member import ballots_of, rights_in, stay_of, was_there
from shanyraq.desks.queries.own import asks_of_own
from shanyraq.desks.queries.places import places_of, roles_offered
from shanyraq.desks.queries.public import facts_of, links_of
from shanyraq.desks.queries.secretary import asks_of_secretary
from shanyraq.desks.queries.sessions import (
    attended,
    coming,
    in_hand,
    last_held,
    published_session,
    recent,
    turnout,
)
from shanyraq.desks.queries.steps import notice_of, stages_of
from shanyraq.people.enums import Language
from shanyraq.platform import clock
from shanyraq.platform.occasion import occasion_of
from shanyraq.sittings.enums import State
from shanyraq.sittings.forms import CodeForm
from shanyraq.sittings.queries import presence, session_of
from shanyraq.voting.queries import decisions_of


def calendar(request: HttpRequest) -> HttpResponse:
    """The compliance calendar: what the law will demand of each body, when, by which clause."""
    occasion = occasion_of(request)
    inside, body = holds(PREPARING, occasion), request.GET.get("body", "")
    everything = shown_to(demands_on(occasion.on), inside=inside)
    context = {
        "on": occasion.on,
        "months": months_of(shown_to(everything, inside=inside, body=body), occasion.on),
        "bodies": sorted({one.body for one in everything}, key=lambda each: each.name_kk_sort),
        "body": body,
    }
    return render(request, "desks/calendar.html", context)


def calendar_feed(request: HttpRequest) -> HttpResponse:
    """The public part of the calendar as iCalendar, for any calendar program."""
    occasion = occasion_of(request)
    demands = shown_to(demands_on(occasion.on), inside=False, body=request.GET.get("body", ""))
    address = request.build_absolute_uri("/").rstrip("/")
    content = feed_of(demands, on=occasion.on, at=occasion.at, address=address)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return response


def home(request: HttpRequest) -> HttpResponse:
    """The first page: what comes, what was decided last, the law on the day, who one may be."""
    occasion = occasion_of(request)
    following, last = coming(occasion.on), last_held()
    context = {
        "on": occasion.on,
        "institution_name": institution_name(occasion.on),
        "places": places_of(occasion),
        "session": following,
        "questions": questions_of(following) if following else [],
        "last": last,
        "turnout": turnout(last) if last else None,
        "decisions": decisions_of(last) if last else [],
        "law": law_today(occasion.on),
        "roles": roles_offered(occasion.on) if settings.DEMONSTRATION else [],
    }
    return render(request, "desks/home.html", context)


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """The reader's desk: the first of those the posts give, else what waits for the reader."""
    places = places_of(occasion_of(request))
    return redirect(places[0].href if places else "desks:own")


@login_required
def secretary(request: HttpRequest) -> HttpResponse:
    """The secretary's desk.

    Raises:
        NotTheSecretary: the reader does not work for the Working Organ.
    """
    occasion = occasion_of(request)
    require_secretary(occasion)
    session, last = in_hand(occasion.on), last_held()
    there = presence(session) if session else None
    context = {
        "on": occasion.on,
        "asks": asks_of_secretary(occasion),
        "own": asks_of_own(occasion),
        "sessions": recent(),
        "session": session,
        "presence": there,
        "steps": stages_of(session, occasion.on, there) if session and there else [],
        "last": last,
        "turnout": turnout(last) if last else None,
    }
    return render(request, "desks/secretary.html", context)


@login_required
def chair(request: HttpRequest) -> HttpResponse:
    """The Chair's desk; a deputy finds there what presiding asks.

    Raises:
        NotTheChair: the reader does not preside.
    """
    occasion = occasion_of(request)
    require_chair(occasion)
    session, convenes = coming(occasion.on), holds(CONVENING, occasion)
    context = {
        "on": occasion.on,
        "convenes": convenes,
        "approvals": approvals(occasion.on) if convenes else [],
        "presiding": presiding(occasion),
        "own": asks_of_own(occasion),
        "session": session,
        "presence": presence(session) if session else None,
        "convened": convened(),
    }
    return render(request, "desks/chair.html", context)


@login_required
def own(request: HttpRequest) -> HttpResponse:
    """What waits for the reader, whoever it is: tasks, sheets, cases, what the law asks."""
    occasion = occasion_of(request)
    context = {
        "on": occasion.on,
        "asks": asks_of_own(occasion),
        "places": places_of(occasion),
    }
    return render(request, "desks/own.html", context)


@login_required
def member(request: HttpRequest, public_id: str) -> HttpResponse:
    """A member's page of a Session, on the phone.

    Raises:
        NotAMember: the reader has no seat on the Session's day.
    """
    occasion, session = occasion_of(request), published_session(public_id)
    seat = require_member(occasion, session)
    scene = scene_of(session, occasion.on)
    today = occasion.on == session.day and session.state != State.CLOSED
    context = {
        "session": session,
        "scene": scene,
        "boxes": open_boxes(session),
        "presence": scene.presence,
        "questions": questions_of(session),
        "stay": stay_of(seat, session),
        "was_there": was_there(seat, session),
        "check_in": CodeForm() if today else None,
        "ballots": ballots_of(seat, session),
        "decisions": decisions_of(session),
        "rights": rights_in(session),
    }
    return render(request, "desks/member.html", context)


def hall(request: HttpRequest, public_id: str) -> HttpResponse:
    """The screen of the hall; its code is shown only to those who lead the Session."""
    occasion, session = occasion_of(request), published_session(public_id)
    takes = session.state in {State.ANNOUNCED, State.OPEN} and occasion.on == session.day
    context = {
        "session": session,
        "scene": scene_of(session, occasion.on),
        "now": clock.now(),
        "hall_code": session.hall_code if takes and leads_at(session, occasion) else "",
    }
    return render(request, "desks/hall.html", context)


def session(request: HttpRequest, public_id: str) -> HttpResponse:
    """The public page of a Session; a draft is shown to those who prepare it."""
    occasion, one = occasion_of(request), session_of(public_id)
    require_reader(occasion, one)
    scene = scene_of(one, occasion.on)
    context = {
        "session": one,
        "scene": scene,
        "presence": scene.presence,
        "questions": questions_of(one),
        "notice": notice_of(one, occasion.on),
        "rows": facts_of(one),
        "links": links_of(one, occasion),
        "turnout": turnout(one),
        "attended": attended(one),
        "languages": Language,
        "is_live": one.state in {State.ANNOUNCED, State.OPEN},
    }
    return render(request, "desks/session.html", context)
