"""What the journal and the rows it speaks of tell about a Session."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import QuerySet

from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import verdict_again
from shanyraq.law import Verdict
from shanyraq.people.models import Person
from shanyraq.platform import journal
from shanyraq.platform.journal import Entry
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import AgendaItem, Attendance, Paper, Session
from shanyraq.voting.models import Ballot, Decision, Dissent, HandCount, Reminder, Sheet, Vote

#: Identifiers asked for at once; databases limit how many one question may name.
AT_ONCE = 5_000


@dataclass(frozen=True)
class Record:
    """A Session as it was recorded."""

    session: Session

    @property
    def is_final(self) -> bool:
        """Whether the Session is closed, so that nothing in its minutes changes any more."""
        return self.session.state == State.CLOSED

    @cached_property
    def entries(self) -> list[Entry]:
        """The journal's entries about the Session and everything in it, as they were recorded."""
        subjects = list(self._subjects())
        parts = [subjects[start : start + AT_ONCE] for start in range(0, len(subjects), AT_ONCE)]
        found = [entry for part in parts for entry in journal.entries_of(*part)]
        return sorted(found, key=lambda entry: entry.sequence)

    def entry(self, action: str, subject: str | None = None) -> Entry | None:
        """The last entry of an action about the Session, or about something in it."""
        about = subject or self.session.public_id
        found = [one for one in self.entries if one.action == action and one.subject == about]
        return found[-1] if found else None

    @cached_property
    def actors(self) -> dict[str, Person]:
        """Persons who acted, by the identifier under which the journal names them."""
        named = list({entry.actor for entry in self.entries})
        return {person.public_id: person for person in Person.objects.filter(public_id__in=named)}

    def verdict(self, entry: Entry | None, rule: str) -> StoredVerdict | None:
        """The law's answer to a rule on which an act rested."""
        hashes = [] if entry is None else list(entry.verdicts)
        return StoredVerdict.objects.filter(sha256__in=hashes, rule=rule).first()

    @cached_property
    def items(self) -> list[AgendaItem]:
        """The items of the agenda, those taken off as well."""
        items = self.session.items.select_related("rapporteur").prefetch_related("papers")
        return list(items.order_by("number", "pk"))

    @cached_property
    def votes(self) -> list[Vote]:
        """The votes in the order in which they were opened."""
        votes = Vote.objects.filter(session=self.session).select_related("quorum", "result")
        return list(votes.select_related("hand_count__counted_by").order_by("opened_at", "pk"))

    @cached_property
    def decisions(self) -> list[Decision]:
        """What was adopted, in order."""
        decisions = Decision.objects.filter(vote__session=self.session)
        return list(decisions.select_related("effect", "verdict", "vote__result").order_by("pk"))

    @cached_property
    def opinions(self) -> list[Dissent]:
        """Dissenting opinions in the order in which they came."""
        opinions = Dissent.objects.filter(decision__vote__session=self.session)
        return list(opinions.select_related("person", "decision"))

    @cached_property
    def stays(self) -> list[Attendance]:
        """Stays in the hall, by name in the order of the Kazakh alphabet, then by arrival."""
        stays = Attendance.objects.filter(session=self.session)
        return list(
            stays.select_related("membership__person").order_by(
                "membership__person__name_kk_sort", "membership_id", "arrived_at"
            )
        )

    def _subjects(self) -> Iterator[str]:
        yield self.session.public_id
        within: list[QuerySet[AgendaItem] | QuerySet[Paper] | QuerySet[Attendance] | QuerySet[Vote]]
        within = [
            AgendaItem.objects.filter(session=self.session),
            Paper.objects.filter(item__session=self.session),
            Attendance.objects.filter(session=self.session),
            Vote.objects.filter(session=self.session),
        ]
        of_polls: list[QuerySet[Sheet] | QuerySet[Reminder]] = [
            Sheet.objects.filter(session=self.session),
            Reminder.objects.filter(session=self.session),
        ]
        of_votes: list[QuerySet[Ballot] | QuerySet[HandCount] | QuerySet[Dissent]] = [
            Ballot.objects.filter(voter__vote__session=self.session),
            HandCount.objects.filter(vote__session=self.session),
            Dissent.objects.filter(decision__vote__session=self.session),
        ]
        for rows in (*within, *of_polls, *of_votes):
            yield from rows.values_list("public_id", flat=True)


def told_again(stored: StoredVerdict) -> Verdict:
    """A kept verdict, told from its own facts and the pack under which it was given."""
    return _told_again(stored.sha256)


@lru_cache(maxsize=256)
def _told_again(sha256: str) -> Verdict:
    # What was kept under a hash never changes, so neither does what it tells.
    return verdict_again(StoredVerdict.objects.get(sha256=sha256))
