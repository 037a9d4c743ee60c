"""A Session held from its preparation to a late opinion, through the actions alone."""

import datetime as dt
from dataclasses import dataclass

from tests.sittings.builders import Institution, a_file, a_plan, a_question, an_institution

from shanyraq.people.models import Wording
from shanyraq.sittings.actions import (
    attach_paper,
    begin_item,
    close_session,
    convene_session,
    finish_item,
    open_session,
    prepare_session,
    record_convening,
    register_departure,
    register_many,
)
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.actions import (
    add_dissent,
    close_vote,
    count_hands,
    open_method_vote,
    open_vote,
)
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Decision, Vote

PREPARED = dt.date(2008, 8, 12)
HELD = dt.date(2008, 9, 15)
#: Every letter that Kazakh has and Russian has not, great and small.
LETTERS = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і"
CONCEPT = Wording(
    kk=f"Тұжырымдама туралы: {LETTERS}", ru="О концепции", en="On the concept of the Assembly"
)


@dataclass(frozen=True)
class Held:
    """An institution with the Session it holds."""

    institution: Institution
    session: Session

    @property
    def decision(self) -> Decision:
        """The one decision."""
        return Decision.objects.get()

    def vote(self, item: AgendaItem, *, votes_for: int, method: Method | None = None) -> Vote:
        """Put an item to a vote by show of hands; the first voters are for, one is against."""
        by, secretary = self.institution.by, self.institution.secretary
        begin_item(occasion=by(secretary, on=HELD), item=item)
        if method:
            vote = open_method_vote(
                occasion=by(secretary, on=HELD), item=item, proposed_method=method
            )
        else:
            vote = open_vote(occasion=by(secretary, on=HELD), item=item)
        count_hands(
            occasion=by(secretary, on=HELD, hour=11),
            vote=vote,
            votes_for=votes_for,
            against=1,
            abstained=0,
        )
        vote = close_vote(occasion=by(secretary, on=HELD, hour=11), vote=vote)
        finish_item(occasion=by(secretary, on=HELD, hour=11), item=item)
        return vote

    def dissent(self, *, on: dt.date, hour: int, text: str) -> None:
        """The first member disagrees with the decision."""
        add_dissent(
            occasion=self.institution.by(self.institution.member, on=on, hour=hour),
            decision=self.decision,
            text=text,
            language=OpinionLanguage.ENGLISH,
        )


def prepared(*, members: int = 6) -> Held:
    """A Session with a paper that has not been convened."""
    institution = an_institution(members=members)
    by, secretary = institution.by, institution.secretary
    plan = a_plan(day=HELD, agenda=[a_question(title=CONCEPT)], number=15)
    session = prepare_session(occasion=by(secretary, on=PREPARED), plan=plan)
    attach_paper(
        occasion=by(secretary, on=PREPARED),
        item=session.items.get(number=2),
        title=Wording(kk="Жоба", ru="Проект", en="A draft"),
        file=a_file(),
    )
    return Held(institution, session)


def announced(*, on_paper: bool = False) -> Held:
    """The Session convened by the Chair, signed in or on paper."""
    held = prepared()
    by = held.institution.by
    if on_paper:
        session = record_convening(
            occasion=by(held.institution.secretary, on=PREPARED),
            session=held.session,
            number="12",
            date=PREPARED,
            file=a_file(),
        )
    else:
        chair = by(held.institution.chair, on=PREPARED)
        session = convene_session(occasion=chair, session=held.session)
    return Held(held.institution, session)


def opened() -> Held:
    """The Session opened with five of six members present; one of them leaves later."""
    held = announced()
    by, secretary = held.institution.by, held.institution.secretary
    register_many(
        occasion=by(secretary, on=HELD, hour=9),
        session=held.session,
        memberships=held.institution.seats[:5],
    )
    session = open_session(occasion=by(held.institution.chair, on=HELD), session=held.session)
    return Held(held.institution, session)


def closed() -> Held:
    """The Session with a decision and an opinion, closed; another opinion came later."""
    held = opened()
    by, secretary = held.institution.by, held.institution.secretary
    method, question = held.session.items.order_by("number")
    held.vote(method, votes_for=4, method=Method.OPEN_SHOW_OF_HANDS)
    held.vote(question, votes_for=3)
    register_departure(
        occasion=by(secretary, on=HELD, hour=12),
        session=held.session,
        membership=held.institution.seats[4],
    )
    held.dissent(on=HELD, hour=12, text="I said so at once.")
    session = close_session(
        occasion=by(held.institution.chair, on=HELD, hour=13), session=held.session
    )
    held.dissent(on=HELD + dt.timedelta(days=9), hour=10, text="I say so later.")
    return Held(held.institution, session)
