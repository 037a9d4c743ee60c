"""The election record: what is asked, under which key, in which group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shanyraq.ballots.groups import Group, find_group
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.ranked import most_choices
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_each,
    read_flag,
    read_json,
    read_number,
    read_object,
    read_text,
    within,
)

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
IDENTIFIER = re.compile(f"[{BASE58}]{{14,}}")
RANKED = "NonHomomorphic"


@dataclass(frozen=True, slots=True)
class HomomorphicQuestion:
    """A question answered by marking choices, which are added up without being opened.

    From `minimum` to `maximum` choices are marked; where `blank` is offered, marking nothing but
    the blank is an answer too, and it is the first value.
    """

    question: str
    answers: tuple[str, ...]
    minimum: int
    maximum: int
    blank: bool = False

    @property
    def choices(self) -> int:
        """How many ciphertexts an answer holds."""
        return len(self.answers) + self.blank

    def allows(self, values: Sequence[int]) -> bool:
        """Whether values (0 or 1 for each choice, the blank first) are an answer."""
        if len(values) != self.choices or not {0, 1}.issuperset(values):
            return False
        marked = sum(values[self.blank :])
        if self.blank and values[0]:
            return marked == 0
        return self.minimum <= marked <= self.maximum

    def json(self) -> dict[str, object]:
        """The question as the election record holds it."""
        offered = {"blank": True} if self.blank else {}
        bounds = {"min": self.minimum, "max": self.maximum}
        return {"answers": list(self.answers), **offered, **bounds, "question": self.question}


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """A question answered by a number for each choice; answers are shuffled, then opened.

    `extra` says how the numbers are counted; it never changes the cryptography.
    """

    question: str
    answers: tuple[str, ...]
    extra: object = None

    @property
    def choices(self) -> int:
        """How many numbers an answer holds."""
        return len(self.answers)

    def json(self) -> dict[str, object]:
        """The question as the election record holds it."""
        value = {"answers": list(self.answers), "question": self.question}
        counted = {} if self.extra is None else {"extra": self.extra}
        return {"type": RANKED, "value": value, **counted}


Question = HomomorphicQuestion | RankedQuestion


@dataclass(frozen=True, slots=True)
class Election:
    """An election as its record describes it; `body` is that record, byte for byte."""

    body: bytes
    version: int
    group: Group
    public_key: int
    uuid: str
    name: str
    description: str
    questions: tuple[Question, ...]
    administrator: str | None = None
    credential_authority: str | None = None

    @classmethod
    def read(cls, body: bytes) -> "Election":
        """An election from its record.

        Raises:
            MalformedRecord: it is none.
            UnknownGroup: its group or version is not known here.
        """
        names = ("version", "description", "name", "group", "public_key", "questions", "uuid")
        fields = read_object(read_json(body), fields=names)
        version = read_number(fields["version"], "version")
        group = find_group(read_text(fields["group"], "group"), version)
        uuid = read_text(fields["uuid"], "uuid")
        if not IDENTIFIER.fullmatch(uuid):
            raise MalformedRecord("uuid", Reason.OUT_OF_RANGE)
        texts = {name: read_text(fields[name], name) for name in ("name", "description")}
        holders = {
            name: read_text(fields[name], name)
            for name in ("administrator", "credential_authority")
            if fields.get(name) is not None
        }
        return cls(
            body=body,
            version=version,
            group=group,
            public_key=group.read_element(fields["public_key"], "public_key"),
            uuid=uuid,
            questions=_read_questions(group, fields["questions"]),
            **texts,
            **holders,
        )

    @property
    def fingerprint(self) -> str:
        """The hash that every ballot and proof of this election names."""
        return base64_hash(self.body)

    @property
    def key(self) -> PublicKey:
        """The key that ballots are encrypted under."""
        return PublicKey(self.group, self.public_key)

    @property
    def is_shuffled(self) -> bool:
        """Whether a question is ranked, so that its answers are shuffled before they are opened."""
        return any(isinstance(question, RankedQuestion) for question in self.questions)


def make_election(
    *,
    key: PublicKey,
    uuid: str,
    name: str,
    description: str,
    questions: Sequence[Question],
    administrator: str | None = None,
    credential_authority: str | None = None,
    version: int = 1,
) -> Election:
    """Write the record of a new election.

    Raises:
        MalformedRecord: a question asks what cannot be asked, or the identifier is unfit.
    """
    record = {
        "version": version,
        "description": description,
        "name": name,
        "group": key.group.name,
        "public_key": str(key.element),
        "questions": [question.json() for question in questions],
        "uuid": uuid,
        "administrator": administrator,
        "credential_authority": credential_authority,
    }
    return Election.read(canonical({k: v for k, v in record.items() if v is not None}))


def _read_questions(group: Group, value: object) -> tuple[Question, ...]:
    def read(item: object, where: str) -> Question:
        fields = read_object(item, where, fields=())
        if "type" in fields:
            return _read_ranked(group, fields, where)
        return _read_homomorphic(fields, where)

    questions = read_each(value, "questions", read)
    if not questions:
        raise MalformedRecord("questions", Reason.WRONG_LENGTH)
    return questions


def _read_homomorphic(value: object, where: str) -> HomomorphicQuestion:
    fields = read_object(value, where, fields=("answers", "min", "max", "question"))
    question = HomomorphicQuestion(
        read_text(fields["question"], within(where, "question")),
        read_each(fields["answers"], within(where, "answers"), read_text),
        read_number(fields["min"], within(where, "min")),
        read_number(fields["max"], within(where, "max")),
        read_flag(fields.get("blank", False), within(where, "blank")),
    )
    if not question.answers:
        raise MalformedRecord(within(where, "answers"), Reason.WRONG_LENGTH)
    if not question.minimum <= question.maximum <= len(question.answers):
        raise MalformedRecord(within(where, "max"), Reason.OUT_OF_RANGE)
    return question


def _read_ranked(group: Group, value: object, where: str) -> RankedQuestion:
    fields = read_object(value, where, fields=("type", "value"))
    if fields["type"] != RANKED:
        raise MalformedRecord(within(where, "type"), Reason.UNKNOWN)
    within_value = within(where, "value")
    inner = read_object(fields["value"], within_value, fields=("answers", "question"))
    answers = read_each(inner["answers"], within(within_value, "answers"), read_text)
    if not 1 <= len(answers) <= most_choices(group):
        raise MalformedRecord(within(within_value, "answers"), Reason.WRONG_LENGTH)
    question = read_text(inner["question"], within(within_value, "question"))
    return RankedQuestion(question, answers, fields.get("extra"))
