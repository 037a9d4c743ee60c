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
    held = boxes.select_related("registrar", "item__session__body", "election").get(pk=box.pk)
    if held.state != stage:
        raise NotAtThisStage(stage=BoxState(held.state).label, needed=stage.label)
    return held


def told(box: BallotBox) -> BallotBox:
    """Tell open pages of the sitting that the box has changed; nothing is told of a ballot."""
    publish(box.item.session.topic)
    return box
