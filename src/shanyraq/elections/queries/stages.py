"""The way of a ballot box, stage by stage: what is done, what comes next, for whom it waits."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.models import BallotBox, KeyMessage, PublicCredential, Trustee
from shanyraq.elections.queries.boxes import roll_of, trustees_of, turnout_of
from shanyraq.platform.languages import moment, whole
from shanyraq.sittings.models import Session

#: The states in the order in which a box goes through them.
ORDER = [
    BoxState.PREPARING,
    BoxState.SEALED,
    BoxState.OPEN,
    BoxState.CLOSED,
    BoxState.CONCLUDED,
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the way.

    Attributes:
        key: what it is, for machines: "commission", "certificate", "roll", "opened".
        note: when it was done; else who does it, or for whom it waits.
        phase: done, current (the first that is not) or later.
    """

    key: str
    title: str
    note: str
    done: bool
    phase: str = "later"


def stages_of(box: BallotBox) -> list[Stage]:
    """Every stage of a box, from the appointment of its commission to the announced result."""
    trustees = list(trustees_of(box))
    steps: list[Callable[[BallotBox, Sequence[Trustee]], Stage | list[Stage]]] = [
        _commission, _keys, _roll, _credentials, _sealed, _compared, _checked, _opened, _closed,
        _decrypted, _counted, _announced,
    ]  # fmt: skip
    found: list[Stage] = []
    for step in steps:
        made = step(box, trustees)
        found += made if isinstance(made, list) else [made]
    first = next((place for place, one in enumerate(found) if not one.done), len(found))
    return [replace(one, phase=_phase(one, place == first)) for place, one in enumerate(found)]


def is_past(box: BallotBox, state: BoxState) -> bool:
    """Whether a box has come to a state, or beyond; an abandoned one has come to none."""
    return box.state in ORDER and ORDER.index(BoxState(box.state)) >= ORDER.index(state)


def named(people: Sequence[Trustee]) -> str:
    """The names of trustees, one after another."""
    return ", ".join(str(one.person) for one in people)


def _phase(stage: Stage, first: bool) -> str:  # noqa: FBT001 -- a yes or no about the place
    return "done" if stage.done else "current" if first else "later"


def _commission(box: BallotBox, trustees: Sequence[Trustee]) -> Stage:
    told = _("Registrar: {registrar}. Holders of the key: {trustees}.")
    note = told.format(registrar=box.registrar, trustees=named(trustees))
    return Stage(key="commission", title=_("Commission appointed"), note=note, done=True)


def _keys(box: BallotBox, trustees: Sequence[Trustee]) -> list[Stage]:
    sent = set(
        KeyMessage.objects.filter(trustee__box=box).values_list("trustee_id", "step").distinct()
    )
    stages: list[Stage] = []
    for number, step in enumerate(KeyStep, start=1):
        missing = [one for one in trustees if (one.pk, step.value) not in sent]
        title = _("Key, step {number} of {all}: {step}").format(
            number=number, all=len(KeyStep), step=step.label
        )
        begun = not stages or stages[-1].done
        note = _waiting(missing) or _("All holders of the key have done it.")
        stages.append(
            Stage(key=step.value, title=title, note=note if begun else "", done=not missing)
        )
    return stages


def _waiting(missing: Sequence[Trustee]) -> str:
    return _("Waiting for: {names}.").format(names=named(missing)) if missing else ""


def _roll(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    note = _("Drawn up in the hall from the members registered as present.")
    if box.roll_drawn_at is not None:
        note = _("{roll} members may vote; drawn up {when}.").format(
            roll=whole(roll_of(box).count()), when=moment(box.roll_drawn_at)
        )
    done = box.roll_drawn_at is not None
    return Stage(key="roll", title=_("List of voters drawn up"), note=note, done=done)


def _credentials(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    many = box.credentials.count()
    note = _("Made by the registrar, {name}.").format(name=box.registrar)
    if many:
        note = _("{many} codes; the server has only their public halves.").format(many=whole(many))
    return Stage(key="credentials", title=_("Voting codes made"), note=note, done=bool(many))


def _sealed(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    note = _when(box.sealed_at, _("Nothing about the ballot changes after this."))
    done = is_past(box, BoxState.SEALED)
    return Stage(key="sealed", title=_("Box sealed"), note=note, done=done)


def _compared(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    who = _("The registrar, {name}, compares the sealed list with the own one.")
    note = _when(box.credentials_checked_at, who.format(name=box.registrar))
    done = box.credentials_checked_at is not None
    return Stage(key="compared", title=_("Voting codes compared"), note=note, done=done)


def _checked(box: BallotBox, trustees: Sequence[Trustee]) -> Stage:
    missing = [one for one in trustees if one.checked_at is None]
    have = len(trustees) - len(missing)
    note = _("{have} have shown that their key is at hand; {needed} are needed.").format(
        have=have, needed=box.threshold
    )
    enough = have >= box.threshold or is_past(box, BoxState.OPEN)
    waiting = _waiting(missing) if box.state == BoxState.SEALED and not enough else ""
    return Stage(key="checked", title=_("Keys checked"), note=f"{note} {waiting}", done=enough)


def _opened(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    note, done = _when(box.opened_at, _("By the one who presides.")), is_past(box, BoxState.OPEN)
    return Stage(key="opened", title=_("Voting opened"), note=note, done=done)


def _closed(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    note = _when(box.closed_at, _("By the one who presides."))
    if box.takes_ballots:
        many = turnout_of(box)
        note = ngettext(
            "{many} ballot is in the box so far.", "{many} ballots are in the box so far.", many
        ).format(many=whole(many))
    done = is_past(box, BoxState.CLOSED)
    return Stage(key="closed", title=_("Voting closed"), note=note, done=done)


def _decrypted(box: BallotBox, trustees: Sequence[Trustee]) -> Stage:
    missing = [one for one in trustees if one.decrypted_at is None]
    have = len(trustees) - len(missing)
    note = _("{have} have given their part; {needed} are needed.").format(
        have=have, needed=box.threshold
    )
    enough = have >= box.threshold
    waiting = _waiting(missing) if box.state == BoxState.CLOSED and not enough else ""
    return Stage(key="decrypted", title=_("Box opened"), note=f"{note} {waiting}", done=enough)


def _counted(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    note = _when(box.concluded_at, _("Only the sum of all ballots comes out, never a single one."))
    done = is_past(box, BoxState.CONCLUDED)
    return Stage(key="counted", title=_("Votes counted"), note=note, done=done)


def _announced(box: BallotBox, _trustees: Sequence[Trustee]) -> Stage:
    at = _ended(box)
    title = _("Result announced") if box.election else _("Vote closed with its result")
    note = _when(at, _("By the one who presides."))
    return Stage(key="announced", title=title, note=note, done=at is not None)


def _ended(box: BallotBox) -> dt.datetime | None:
    if box.election:
        return box.election.announced_at
    return box.vote.closed_at if box.vote else None


def _when(at: dt.datetime | None, otherwise: str) -> str:
    return moment(at) if at else otherwise


def stamp_of(session: Session) -> str:
    """How far every box of a sitting is, as a text that changes when somebody has done something.

    It counts what all may see, and no ballot.
    """
    boxes = BallotBox.objects.filter(item__session=session).annotate(
        sent=Count("trustees__messages", distinct=True),
        checked=Count("trustees", filter=Q(trustees__checked_at__isnull=False), distinct=True),
        given=Count("trustees", filter=Q(trustees__decrypted_at__isnull=False), distinct=True),
        codes=Exists(PublicCredential.objects.filter(box=OuterRef("pk"))),
    )
    rows = boxes.order_by("pk").values_list(
        "public_id",
        "state",
        "roll_drawn_at",
        "sent",
        "codes",
        "credentials_checked_at",
        "checked",
        "given",
    )
    return ";".join(":".join(map(str, row)) for row in rows)
