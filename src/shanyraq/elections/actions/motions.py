"""Holding a secret vote on a motion with a ballot box, as the chapter of voting asks for it."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.elections.actions._boxes import ready_box, told
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import box_of_question, head_of, motion_count_of
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.actions.opening import NoSealedBox
from shanyraq.voting.hooks import SecretCount
from shanyraq.voting.models import Vote

#: Members named in a refusal at most.
NAMED = 5


class RollOutdated(Refusal):
    """Whoever is present when the vote opens may vote, and nobody else (reading A7)."""

    code = "roll-outdated"
    message = _(
        "The voting codes were made for others than those present now. Present without a code: "
        "{without}. With a code, but gone: {gone}."
    )
    remedy = _(
        "Register who has come back. If the list stays different, give the box up and draw up the "
        "list anew."
    )


class MotionBoxes:
    """The ballot boxes of motions, as a vote knows them."""

    def wording(self, item: AgendaItem) -> Mapping[str, str] | None:
        """What the sealed box of a question asks; None without such a box."""
        box = box_of_question(item)
        return box.motion.columns if box and box.state == BoxState.SEALED else None

    def open(self, vote: Vote, occasion: Occasion) -> Mapping[str, str]:
        """Let ballots into the sealed box of a vote whose voters are frozen.

        Raises:
            NoSealedBox: there is none.
            NotAtThisStage: it has just been opened or given up.
            KeysNotChecked: too few trustees have shown that their key is at hand.
            CredentialsNotCompared: the registrar has not looked at the sealed list of codes.
            RollOutdated: those present are not those for whom voting codes were made.
        """
        box = box_of_question(vote.item)
        if box is None:
            raise NoSealedBox
        held = ready_box(box)
        _require_same(held, vote)
        held.state, held.opened_at, held.vote = BoxState.OPEN, occasion.at, vote
        held.save()
        after_commit("elections.verify_ballots", box=held.public_id)
        return _facts(told(held))

    def count(self, vote: Vote) -> SecretCount | None:
        """How the box of a vote was counted; None before it is."""
        box = BallotBox.objects.filter(vote=vote, state=BoxState.CONCLUDED).first()
        count = motion_count_of(box) if box else None
        if box is None or count is None:
            return None
        return SecretCount(result=count.result, facts=_facts(box))


def _facts(box: BallotBox) -> dict[str, str]:
    """The box and the head of its archive, by which the journal holds the archive."""
    return {"box": box.public_id, "archive": box.uuid, "head": head_of(box)}


def _require_same(box: BallotBox, vote: Vote) -> None:
    """Let a vote pass whose voters are those of the list.

    Raises:
        RollOutdated: they are not.
    """
    voters = set(vote.voters.values_list("membership_id", flat=True))
    listed = set(box.roll.values_list("membership_id", flat=True))
    if voters != listed:
        raise RollOutdated(without=_names(voters - listed), gone=_names(listed - voters))


def _names(members: Iterable[int]) -> str:
    """The first names by the alphabet, then how many more."""
    found = Membership.objects.filter(pk__in=members).select_related("person")
    names = sorted(one.person.name for one in found)
    more = f", +{len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more or "–"
