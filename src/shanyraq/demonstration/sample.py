"""What a demonstration shows: the institution's own data, beside its charter pack.

`demonstration.yaml` of a pack names bodies, posts, acts, days, agendas and personas. Bodies and
posts bear the names of the charter. Agendas, papers and opinions are written for the demonstration
and repeat no real document; so a newcomer's pack brings its own, and no code knows whose it is.
"""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.utils import timezone
from pydantic import Field

from shanyraq.bodies.enums import ActKind, Role
from shanyraq.law import find_pack
from shanyraq.law.elements import Element
from shanyraq.law.loading import read_yaml, validated
from shanyraq.people.enums import Language
from shanyraq.people.models import Wording
from shanyraq.platform import clock
from shanyraq.sittings.enums import ItemKind, OpinionLanguage


class Words(Element):
    """The same words in Kazakh, Russian and English."""

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @property
    def wording(self) -> Wording:
        """The words as chapters take them."""
        return Wording(kk=self.kk, ru=self.ru, en=self.en)


class Subject(Element):
    """A question of an agenda with its paper: a title and two sentences of what it proposes.

    `competence` is the provision in whose field a question of competence lies.
    """

    kind: ItemKind
    competence: str = ""
    title: Words
    paper: Words
    proposal: Words


class Opinion(Element):
    """A dissenting opinion: in which language, and what it says."""

    language: OpinionLanguage
    text: str


class SignedAct(Element):
    """A signed act: its kind, its number and its title."""

    number: str
    title: Words
    kind: ActKind = ActKind.DECREE


class Days(Element):
    """Days of the sample institution: dates, or so many days before its today."""

    decreed: dt.date | int
    organ_designated: dt.date | int
    composed: dt.date | int
    past_prepared: dt.date | int
    past_announced: dt.date | int
    past_held: dt.date | int
    assigned: dt.date | int
    opinion_followed: dt.date | int
    enlarged: dt.date | int
    nominated: dt.date | int
    council_prepared: dt.date | int
    council_held: dt.date | int
    reported: dt.date | int
    coming_prepared: dt.date | int
    coming_announced: dt.date | int
    requested: dt.date | int
    polled: dt.date | int


class Crowd(Element):
    """How many there are, and who of them does what, by place in the list of members."""

    first: int = Field(gt=0)
    all: int = Field(gt=0)
    council: int = Field(gt=0)
    deputies: tuple[int, ...]
    speakers: dict[int, Language]
    rapporteurs_past: int
    rapporteurs_coming: int
    late: int = Field(ge=0)
    early: tuple[int, int]
    hands_against: int
    hands_abstaining: int


class Bodies(Element):
    """What the bodies are called; those of a region are named with it."""

    assembly: Words
    council: Words
    working_organ: Words
    small_assembly: Words
    secretariat: Words


class Acts(Element):
    """The acts on which the sample institution rests."""

    founding: SignedAct
    organ: SignedAct
    composition: SignedAct
    deputies: SignedAct
    staff: SignedAct
    akims: SignedAct
    heads: SignedAct
    council: SignedAct
    new_members: SignedAct
    convening: SignedAct


class Sessions(Element):
    """The Session that lies behind and the one that is about to be opened."""

    past_number: int
    coming_number: int
    place: Words
    past: tuple[Subject, ...]
    coming: tuple[Subject, ...]
    convening_text: Words
    at_once: Opinion
    later: Opinion


class Personas(Element):
    """Who can sign in: the leading roles in their order, and every other member."""

    leading: tuple[Words, ...]
    any_member: Words


class Paper(SignedAct):
    """A document of a body with the act that adopts it."""

    text: Words


class Standing(Element):
    """What bodies live by, the bodies beside the Council, and the members in the regions."""

    directions: Paper
    coordination: Words
    coordination_founding: SignedAct
    coordination_members: SignedAct
    functions: Paper
    centre: Words
    centre_founding: SignedAct
    mandate: Paper
    statute: Paper
    statute_packs: tuple[str, ...] = Field(min_length=1)
    local_composition: SignedAct
    local_regions: int = Field(ge=0)
    local_members: int = Field(ge=0)


class CouncilWork(Element):
    """What the Council considered, asks by poll, and what members request."""

    associations: tuple[Words, Words]
    nomination: str
    question: Words
    conclusion: Words
    poll: Words
    poll_days: int = Field(gt=0)
    request: Words
    reason: str
    signatures: int = Field(gt=0)


class Task(Element):
    """A task that a decision gives, due so many days after it was given."""

    text: Words
    days: int = Field(gt=0)


class Execution(Element):
    """How the past Session's decision is carried out."""

    tasks: tuple[Task, ...]
    report: str
    acceptance: str
    letter: SignedAct
    measure: SignedAct


class Sample(Element):
    """The sample institution of one pack; without `today` it stands on the day it is built."""

    schema_: Literal["demonstration/1"] = Field(alias="schema")
    areas: str
    today: dt.date | None = None
    days: Days
    crowd: Crowd
    bodies: Bodies
    posts: dict[Role, Words]
    acts: Acts
    sessions: Sessions
    standing: Standing
    council_work: CouncilWork
    execution: Execution
    personas: Personas

    @property
    def stands_on(self) -> dt.date:
        """The institution's date when the building is done."""
        return self.today or timezone.now().astimezone(clock.ZONE).date()

    def day(self, name: str) -> dt.date:
        """A day of the sample by its name."""
        told: dt.date | int = getattr(self.days, name)
        return self.stands_on - dt.timedelta(days=told) if isinstance(told, int) else told

    def post(self, role: Role) -> Wording:
        """What a post is called."""
        return self.posts[role].wording


def folder() -> Path:
    """The folder of the charter pack that the sample belongs to."""
    return find_pack(settings.PACK)


@cache
def sample() -> Sample:
    """The sample institution of the installation's charter pack.

    Raises:
        BrokenPack: the pack brings none, or it is not what it should be.
    """
    path = folder() / "demonstration.yaml"
    return validated(Sample, read_yaml(path), path)
