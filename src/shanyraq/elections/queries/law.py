"""Questions to the election law: how many seats, who took part, who is elected (A11, A12, A45)."""

import datetime as dt
from collections.abc import Mapping

from shanyraq.charter.queries import ask, law_on
from shanyraq.charter.queries.law import pack_called
from shanyraq.elections.enums import TookPart
from shanyraq.elections.models import Election
from shanyraq.elections.queries.count import Count
from shanyraq.elections.queries.placing import is_ahead
from shanyraq.law import UnknownReading, Verdict
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries import quorum_verdict

#: The rules of an election pack: who is elected, and who in a repeat vote with rivals.
ELECTED, ELECTED_IN_REPEAT = "candidate_elected", "candidate_elected_in_repeat_vote"


def election_pack(on: dt.date) -> str:
    """The pack by whose law the institution elects; empty where its charter names none (A11)."""
    try:
        return str(law_on(on).parameter("A11", "election_pack"))
    except UnknownReading:
        return ""


def lawful_seats(pack: str) -> int:
    """How many deputies the election law lets be elected (reading A11)."""
    return int(str(pack_called(pack).parameter("A11", "seats")))


def rivals_beyond_seats(pack: str) -> int:
    """How many candidates more than there are seats stand in a repeat vote (reading A45)."""
    return int(str(pack_called(pack).parameter("A45", "rivals_beyond_seats")))


def took_part(election: Election, count: Count) -> int:
    """How many took part in the voting, by what the election law counts (reading A12)."""
    counted = TookPart(str(pack_called(election.pack).parameter("A12", "took_part")))
    return int(getattr(count, counted.value))


def nomination_asked(on: dt.date) -> Verdict:
    """The law's word on whose it is to nominate candidates (R9.2b)."""
    return law_on(on).can(str(ItemKind.MAZHILIS_CANDIDATES), set())


def quorum_of(election: Election, *, present: int) -> Verdict:
    """The law's answer on so many members present when an election opens (R8.3a)."""
    return quorum_verdict(
        election.item.session,
        members=election.members or 0,
        present=present,
        on=election.item.session.day,
        source=f"election:{election.public_id}",
    )


def effect_of(election: Election, *, on: dt.date) -> Verdict:
    """The law's answer on what force the result has (R3)."""
    return rules_of(election.item.session.body, on).ask(
        "legal_effect", {"decision": election.item.kind}
    )


def answer_of(
    election: Election,
    candidate: int,
    votes: Mapping[int, int],
    *,
    count: Count,
    on: dt.date,
) -> Verdict:
    """The election law's answer on one candidate's votes.

    A repeat vote with more candidates than seats asks who is ahead of the others; every other
    ballot asks for the majority of those who took part.

    Raises:
        UnknownRule: the election pack has no such rule.
    """
    source = f"election:{election.public_id}"
    if election.is_repeat and len(votes) > election.seats:
        ahead = is_ahead(candidate, votes, seats=election.seats)
        facts = {"ahead_of_the_others": ahead}
        return _asked(ELECTED_IN_REPEAT, facts, election=election, source=source, on=on)
    base = took_part(election, count)
    numbers = {"took_part": base, "for": votes[candidate]}
    return _asked(ELECTED, numbers, election=election, source=source, on=on)


def majority_needed(election: Election, count: Count, *, on: dt.date) -> Verdict:
    """The election law's answer to no votes at all: how many are needed for a seat."""
    facts = {"took_part": took_part(election, count), "for": 0}
    return _asked(ELECTED, facts, election=election, source="", on=on)


def _asked(
    rule: str, facts: Mapping[str, int | bool], *, election: Election, source: str, on: dt.date
) -> Verdict:
    sources = dict.fromkeys(facts, source) if source else {}
    return ask(rule, on=on, facts=dict(facts), sources=sources, layers=(election.pack,))
