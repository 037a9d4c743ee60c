"""Setting up a box in which the Session votes on a question secretly (R8.3c, readings A10, A47)."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._boxes import told
from shanyraq.elections.actions._commission import appointed, appointment_facts
from shanyraq.elections.actions.appointing import BoxInUse
from shanyraq.elections.actions.preparing import ItemIsOver
from shanyraq.elections.models import BallotBox, BoxMotion
from shanyraq.elections.permissions import require_box_keeper
from shanyraq.elections.queries import box_of_question, takes_motion
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.actions import Motion
from shanyraq.voting.actions._motion import motion_columns


class NoMotionHere(Refusal):
    """The Session alone chooses to vote secretly, and only on a motion (R8.3c)."""

    code = "no-motion-here"
    message = _("“{item}” is not voted on as a motion by secret ballot.")
    remedy = _("An election has a ballot of its own; other bodies vote openly.")


class MotionUnworded(Refusal):
    """A ballot asks something, in both languages of the Regulation."""

    code = "motion-unworded"
    status = 422
    message = _("The question of the ballot has no wording in Kazakh or in Russian.")
    remedy = _("Write it in both languages: it is sealed with the box.")


@action("elections.prepare_secret_vote", powers=("run_votes",))
def prepare_secret_vote(
    *,
    occasion: Occasion,
    item: AgendaItem,
    registrar: Person,
    trustees: Sequence[Person],
    motion: Motion | None = None,
) -> Done[BallotBox]:
    """Set up a box for a motion: what it asks, who gives out the codes, who shares the key (A47).

    Without a motion the title of the question is asked. It may be set up before the Session has
    chosen how it votes; the vote opens only if the Session has chosen this way.

    Raises:
        NotYours: the actor does not run votes.
        LawSilent: the law gives no answer.
        NoMotionHere: the question is an election, or another body's.
        ItemIsOver: the question is finished.
        BoxInUse: a box for it is being set up, or its vote is under way.
        MotionUnworded: the question has no wording in Kazakh or Russian.
        TrusteesMiscounted: there are more or fewer trustees than the reading says.
        TrusteeTwice: somebody was named twice.
        RolesJoined: the registrar is a trustee; a demonstration lets it pass and says so.
    """
    power = require_box_keeper(occasion, item)
    held = _in_order(item)
    columns = _worded(held, motion)
    box = appointed(occasion, item=held, registrar=registrar, trustees=trustees)
    BoxMotion.objects.create(box=box, **columns)
    facts = appointment_facts(box) | {"item": held.public_id, **columns}
    return Done(told(box), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _in_order(item: AgendaItem) -> AgendaItem:
    """The question, held fast so that no two boxes are set up for it at once."""
    items = AgendaItem.objects.select_for_update(of=("self",)).select_related("session__body")
    held = items.get(pk=item.pk)
    if not takes_motion(held):
        raise NoMotionHere(item=held.title)
    if held.state in {ItemState.FINISHED, ItemState.DROPPED}:
        raise ItemIsOver(item=held.title)
    if box_of_question(held) is not None:
        raise BoxInUse
    return held


def _worded(item: AgendaItem, motion: Motion | None) -> dict[str, str]:
    columns = motion_columns(item, motion)
    if not (columns["question_kk"].strip() and columns["question_ru"].strip()):
        raise MotionUnworded
    return columns
