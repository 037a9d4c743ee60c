"""The day of the past Session: who came, what was put to the vote, who disagreed."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import PAST_HELD, occasion
from shanyraq.demonstration.sample import sample
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.actions import (
    begin_item,
    check_in,
    close_session,
    finish_item,
    open_session,
    register_departure,
    register_many,
)
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.queries import agenda, members_of, present
from shanyraq.voting.actions import (
    Motion,
    add_dissent,
    cast_ballot,
    close_vote,
    count_hands,
    open_method_vote,
    open_vote,
)
from shanyraq.voting.enums import Choice, Method
from shanyraq.voting.models import Decision, Vote

#: Of five members one is absent at the opening, in every category alike.
TABLE = 5
#: The list of members repeats its categories so often.
ROUND = 10
#: Of a hundred voters, how many are for; for or against; for, against or abstaining.
MUCH_SUPPORTED = (86, 92, 96)
LITTLE_SUPPORTED = (44, 78, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The Session on its day with those who take part in it."""

    session: Session
    company: Company

    def hold(self) -> None:
        """Open the Session, go through its agenda, close it."""
        self._register()
        open_session(occasion=self._at(10, 2, self._chair), session=self.session)
        method, concept, twice, reports = agenda(self.session)
        with self._discussed(method, (10, 5), (10, 12)):
            self._choose_method(method)
        self._come_late()
        with self._discussed(concept, (10, 20), (11, 16)):
            self._put(concept, 11, MUCH_SUPPORTED)
        with self._discussed(twice, (11, 20), (12, 16)):
            self._put(twice, 12, LITTLE_SUPPORTED)
        self._leave_early()
        with self._discussed(reports, (12, 30), (13, 20)):
            self._disagree()
        close_session(occasion=self._at(13, 40, self._chair), session=self.session)

    @property
    def _chair(self) -> Actor:
        return self.company.chair.actor

    @property
    def _away(self) -> list[Person]:
        return [one for place, one in enumerate(self.company.members) if away_at_first(place)]

    @property
    def _clerk(self) -> Actor:
        return self.company.clerk.actor

    def _at(self, hour: int, minute: int, actor: Actor | None = None) -> Occasion:
        return occasion(PAST_HELD, hour, minute, actor=actor or self._clerk)

    @contextmanager
    def _discussed(
        self, item: AgendaItem, begun: tuple[int, int], ended: tuple[int, int]
    ) -> Iterator[None]:
        begin_item(occasion=self._at(*begun), item=item)
        yield
        finish_item(occasion=self._at(*ended), item=item)

    def _register(self) -> None:
        """Most members are registered by the clerk before the opening."""
        away = [person.pk for person in self._away]
        members = members_of(self.session, PAST_HELD).exclude(person__in=away)
        register_many(occasion=self._at(9, 20), session=self.session, memberships=members)

    def _come_late(self) -> None:
        """Some come after the opening and register themselves by the hall's code."""
        for person in self._away[: sample().crowd.late]:
            entering = self._at(10, 15, person.actor)
            check_in(occasion=entering, session=self.session, code=self.session.hall_code)

    def _leave_early(self) -> None:
        for membership in list(present(self.session)[slice(*sample().crowd.early)]):
            register_departure(
                occasion=self._at(12, 20), session=self.session, membership=membership
            )

    def _choose_method(self, item: AgendaItem) -> None:
        vote = open_method_vote(
            occasion=self._at(10, 6), item=item, proposed_method=Method.OPEN_ELECTRONIC
        )
        crowd = sample().crowd
        count_hands(
            occasion=self._at(10, 9),
            vote=vote,
            votes_for=vote.base - crowd.hands_against - crowd.hands_abstaining,
            against=crowd.hands_against,
            abstained=crowd.hands_abstaining,
        )
        close_vote(occasion=self._at(10, 10), vote=vote)

    def _put(self, item: AgendaItem, hour: int, shares: tuple[int, ...]) -> None:
        """Put a question to an electronic vote; members vote in person, a few do not."""
        subject = next(one for one in sample().sessions.past if one.title.kk == item.title_kk)
        motion = Motion(question=subject.title.wording, text=subject.proposal.wording)
        vote = open_vote(occasion=self._at(hour, 10), item=item, motion=motion)
        for place, voter in enumerate(vote.voters.select_related("membership__person")):
            if choice := drawn(place, shares):
                actor = voter.membership.person.actor
                cast_ballot(occasion=_casting(vote, place, actor), vote=vote, choice=choice)
        close_vote(occasion=self._at(hour, 15), vote=vote)

    def _disagree(self) -> None:
        opinion = sample().sessions.at_once
        add_dissent(
            occasion=self._at(12, 50, self.company.speakers[0].actor),
            decision=Decision.objects.get(vote__session=self.session),
            text=opinion.text,
            language=opinion.language,
        )


def _casting(vote: Vote, place: int, actor: Actor) -> Occasion:
    return Occasion(actor=actor, at=vote.opened_at + dt.timedelta(seconds=20 + place % 200))


def away_at_first(place: int) -> bool:
    """Whether the member at a place is absent at the opening: a fifth of every category."""
    return place % TABLE == (place // ROUND + 2) % TABLE


def drawn(place: int, shares: tuple[int, ...]) -> Choice | None:
    """What the voter at a place does: spread by a number without a pattern; None: no vote."""
    number = place * 37 % 100
    positions = zip(shares, (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN), strict=True)
    return next((choice for limit, choice in positions if number < limit), None)
