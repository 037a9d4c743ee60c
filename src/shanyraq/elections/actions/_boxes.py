"""A ballot box held fast, at the stage at which an act belongs to it."""

from django.utils.translation import gettext_lazy as _

from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.platform.live import publish
from shanyraq.platform.refusals import Refusal


class NotAtThisStage(Refusal):
    """The acts on a ballot box follow one another."""

    code = "not-at-this-stage"
    message = _("The ballot box is at the stage “{stage}”; this is done at the stage “{needed}”.")
    remedy = _("The page of the ballot box shows what comes next and who does it.")


class KeysNotChecked(Refusal):
    """Nobody votes into a box that might never be opened."""

    code = "keys-not-checked"
    message = _("Keys shown to be at hand: {checked}; needed are {needed}.")
    remedy = _("The holders of keys check them on the page of the ballot box.")


class CredentialsNotCompared(Refusal):
    """Nobody votes beside a list of voting codes that its maker has not seen in the archive."""

    code = "credentials-not-compared"
    message = _("The registrar has not compared the sealed list of voting codes with the own one.")
    remedy = _("The registrar compares them on the page of the voting codes.")


def held_box(box: BallotBox, stage: BoxState) -> BallotBox:
    """The box, held fast until the act is done.

    Raises:
        NotAtThisStage: it has not come so far, or is past it.
    """
    boxes = BallotBox.objects.select_for_update(of=("self",))
    held = boxes.select_related("registrar", "item__session__body", "election", "motion").get(
        pk=box.pk
    )
    if held.state != stage:
        raise NotAtThisStage(stage=BoxState(held.state).label, needed=stage.label)
    return held


def told(box: BallotBox) -> BallotBox:
    """Tell open pages of the sitting that the box has changed; nothing is told of a ballot."""
    publish(box.item.session.topic)
    if box.vote is not None:
        publish(box.vote.topic)
    return box


def ready_box(box: BallotBox) -> BallotBox:
    """A sealed box that enough trustees can open again, held fast until the act is done.

    Raises:
        NotAtThisStage: it is not sealed, or open already.
        KeysNotChecked: too few trustees have shown that their key is at hand.
        CredentialsNotCompared: the registrar has not looked at the sealed list of voting codes.
    """
    held = held_box(box, BoxState.SEALED)
    checked = held.trustees.exclude(checked_at=None).count()
    if checked < held.threshold:
        raise KeysNotChecked(checked=checked, needed=held.threshold)
    if held.credentials_checked_at is None:
        raise CredentialsNotCompared
    return held
