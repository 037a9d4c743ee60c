"""What somebody can do next about an electronic ballot: the one button for whoever looks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.elections.enums import BoxState, State
from shanyraq.elections.models import BallotBox, Election, KeyMessage, Trustee
from shanyraq.elections.queries.boxes import box_of_election, current_step, trustees_of
from shanyraq.elections.queries.motions import box_of_question, takes_motion
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import COUNTING, rules_of
from shanyraq.voting.permissions import is_conductor


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something to be done.

    Attributes:
        key: what it is, for machines.
        why: what it is for, in one sentence.
        posts: whether the button does it at once instead of leading to a page.
        second: whether it is possible but not what comes next.
    """

    key: str
    label: str
    why: str
    href: str
    posts: bool = False
    second: bool = False


def deeds_on(election: Election, occasion: Occasion) -> list[Deed]:
    """What the one who acts can do about an electronic election, the most urgent first."""
    box = box_of_election(election)
    return list(_appointing(election, occasion)) if box is None else deeds_of(box, occasion)


def deeds_on_question(item: AgendaItem, occasion: Occasion) -> list[Deed]:
    """What the one who acts can do about a secret vote on a question, the most urgent first."""
    box = box_of_question(item)
    return list(_preparing(item, occasion)) if box is None else deeds_of(box, occasion)


def deeds_of(box: BallotBox, occasion: Occasion) -> list[Deed]:
    """What the one who acts can do about a box, the most urgent first."""
    return [
        *deeds_of_commission(box, occasion),
        *_keeping(box, occasion),
        *_presiding(box, occasion),
    ]


def deeds_of_commission(box: BallotBox, occasion: Occasion) -> list[Deed]:
    """What the one who acts can do as the registrar or as a trustee of a box."""
    return [*_registering(box, occasion), *_trusting(box, occasion)]


def _deed(
    box: BallotBox, key: str, *, label: str, why: str, posts: bool = False, second: bool = False
) -> Deed:
    href = reverse(f"elections:{key}", args=[box.public_id])
    return Deed(key=key, label=label, why=why, href=href, posts=posts, second=second)


def _keeps(item: AgendaItem, occasion: Occasion) -> bool:
    rules = rules_of(item.session.body, occasion.on)
    return rules.holds(COUNTING, occasion, in_person=False)


def _appointing(election: Election, occasion: Occasion) -> Iterator[Deed]:
    if election.state == State.PREPARED and _keeps(election.item, occasion):
        yield Deed(
            key="commission",
            label=_("Appoint the commission"),
            why=_("Name who gives out the voting codes and who holds the keys of the box."),
            href=reverse("elections:commission", args=[election.public_id]),
        )


def _preparing(item: AgendaItem, occasion: Occasion) -> Iterator[Deed]:
    over = item.state in {ItemState.FINISHED, ItemState.DROPPED}
    if not over and takes_motion(item) and _keeps(item, occasion):
        yield Deed(
            key="secret-vote",
            label=_("Set up the ballot box"),
            why=_("Word what is asked, and name who gives out the codes and who holds the keys."),
            href=reverse("elections:secret-vote", args=[item.public_id]),
        )


def _registering(box: BallotBox, occasion: Occasion) -> Iterator[Deed]:
    if occasion.actor != box.registrar.actor:
        return
    if box.state == BoxState.SEALED and box.credentials_checked_at is None:
        yield _deed(
            box,
            "comparing",
            label=_("Compare the sealed list"),
            why=_("Before the opening see that the archive holds your codes and no others."),
        )
    ready = box.state == BoxState.PREPARING and box.roll_drawn_at is not None
    if ready and not box.credentials.exists():
        yield _deed(
            box,
            "registrar",
            label=_("Make the voting codes"),
            why=_("One code for each voter is made on your device; the server never sees it."),
        )


def _trusting(box: BallotBox, occasion: Occasion) -> Iterator[Deed]:
    trustee = trustees_of(box).filter(person__public_id=occasion.actor.public_id).first()
    told = _asked_of(box, trustee) if trustee else None
    if told:
        yield _deed(box, "trustee", label=told[0], why=told[1])


def _asked_of(box: BallotBox, trustee: Trustee) -> tuple[str, str] | None:
    """The label and the reason of what a trustee has to do now; None for nothing."""
    if box.state == BoxState.PREPARING:
        step = current_step(box)
        sent = KeyMessage.objects.filter(trustee=trustee, step=step).exists()
        if step is None or sent:
            return None
        return _("Make your key"), _("Your part of the step “{step}”.").format(step=step.label)
    if box.state == BoxState.SEALED and trustee.checked_at is None:
        return _("Check your key"), _("Show before the opening that your key is at hand.")
    if box.state == BoxState.CLOSED and trustee.decrypted_at is None:
        return _("Open the box with your key"), _("Your device gives its part; your key stays.")
    return None


def _keeping(box: BallotBox, occasion: Occasion) -> Iterator[Deed]:
    if not _keeps(box.item, occasion):
        return
    session_open = box.item.session.state == SessionState.OPEN
    credentials = box.credentials.exists()
    if box.state == BoxState.PREPARING and session_open and not credentials:
        again = box.roll_drawn_at is not None
        yield _deed(
            box,
            "draw-up-roll",
            label=_("Draw up the list anew") if again else _("Draw up the list of voters"),
            why=_("Those registered as present now may vote."),
            posts=True,
            second=again,
        )
    if box.state == BoxState.PREPARING and credentials and current_step(box) is None:
        yield _deed(
            box,
            "seal",
            label=_("Seal the box"),
            why=_("What is voted on, the key and the codes change no more."),
            posts=True,
        )
    if box.state == BoxState.CLOSED and _given(box) >= box.threshold:
        yield _deed(box, "conclude", label=_("Count the votes"), why=_("Enough keys were used."))


def _presiding(box: BallotBox, occasion: Occasion) -> Iterator[Deed]:
    if not is_conductor(occasion, box.item.session):
        return
    if box.state == BoxState.SEALED and _is_checked(box):
        yield _opening(box)
    if box.state == BoxState.OPEN:
        why = _("No ballot comes after it; those cast before are all in.")
        yield _deed(box, "close", label=_("Close the voting"), why=why)
    if box.state == BoxState.CONCLUDED:
        yield from _announcing(box)


def _opening(box: BallotBox) -> Deed:
    """An election opens at once, a vote on a motion on the page that puts it to the vote."""
    if box.election:
        href = reverse("elections:open", args=[box.election.public_id])
    else:
        href = reverse("voting:open", args=[box.item.public_id])
    return Deed(
        key="open",
        label=_("Open the voting"),
        why=_("From then on ballots can be cast until you close it."),
        href=href,
        posts=box.election is not None,
    )


def _announcing(box: BallotBox) -> Iterator[Deed]:
    if box.election and not box.election.announced_at:
        yield Deed(
            key="announce",
            label=_("Announce the result"),
            why=_("The law says of each candidate whether he or she is elected."),
            href=reverse("elections:announce", args=[box.election.public_id]),
            posts=True,
        )
    if box.vote and box.vote.is_open:
        yield Deed(
            key="close-vote",
            label=_("Close the vote with its result"),
            why=_("The law says of the votes counted whether the motion is adopted."),
            href=reverse("voting:close", args=[box.vote.public_id]),
            posts=True,
        )


def _is_checked(box: BallotBox) -> bool:
    keys = trustees_of(box).exclude(checked_at=None).count()
    return keys >= box.threshold and box.credentials_checked_at is not None


def _given(box: BallotBox) -> int:
    return trustees_of(box).exclude(decrypted_at=None).count()
