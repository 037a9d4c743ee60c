"""What every section of a document needs: its words, names, and what the law said."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.models import StoredVerdict
from shanyraq.minutes.queries.parts import Law
from shanyraq.minutes.queries.record import Record, told_again
from shanyraq.minutes.queries.wording import Words
from shanyraq.people.models import Person
from shanyraq.platform.languages import Language, localized, moment


@dataclass(frozen=True)
class Writer:
    """A record told in one language."""

    record: Record
    words: Words

    @property
    def language(self) -> Language:
        """The language it is told in."""
        return self.words.language

    def text(self, obj: object, name: str) -> str:
        """A name or title in the document's language."""
        return localized(obj, name, self.language)

    def name(self, person: Person | None) -> str:
        """A person's name, or a dash where nobody is known."""
        return "–" if person is None else self.text(person, "name")

    def actor(self, public_id: str) -> str:
        """Who acted, by name; the installation itself is no person."""
        person = self.record.actors.get(public_id)
        return self.words("system") if person is None else self.name(person)

    def moment(self, value: dt.datetime | None) -> str:
        """A date with hour and minute, or that it has not come."""
        return self.words("not_yet") if value is None else moment(value, self.language)

    def law(self, stored: StoredVerdict | None) -> list[Law]:
        """What the law said, with its numbers and its clause; nothing where it was not asked."""
        if stored is None:
            return []
        told = told_again(stored).tell(self.language)
        needs = f"{told.requirement} ({told.working})" if told.working else told.requirement
        parts = [part.rstrip(".") for part in (told.conclusion, told.reason, needs) if part]
        text = "".join(f"{part}. " for part in parts).strip()
        law = Law(
            text=text,
            clause=told.citation,
            address=stored.clause if told.citation else "",
            on=stored.on,
            verdict=stored.public_id,
        )
        return [law]
