"""The Working Organ's agreement to a head of a secretariat: asked for, given, refused (R19.2)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import AgreementState, Role
from shanyraq.bodies.models import Agreement, Post
from shanyraq.bodies.permissions import kept, require_agreeing, require_record_of
from shanyraq.bodies.queries import open_agreement
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class NeedsNoAgreement(Refusal):
    """Only the head of a secretariat is appointed in agreement with the Working Organ."""

    code = "needs-no-agreement"
    status = 422
    message = _("“{post}” is filled without agreement.")
    remedy = _("Appoint by the act of whoever may.")


class AskedAlready(Refusal):
    """The Working Organ has been asked and has not answered yet."""

    code = "asked-already"
    message = _("{person}: agreement was asked for on {day}; {working_organ} has not answered yet.")
    remedy = _("Wait for its answer.")


class ReasonMissing(Refusal):
    """A refusal is given with its reason."""

    code = "reason-missing"
    status = 422
    message = _("Agreement was refused without a reason.")
    remedy = _("Write down why.")


@action("bodies.ask_agreement", powers=("keep_roll",), local=("record_local_act",))
def ask_agreement(
    *, occasion: Occasion, post: Post, person: Person, note: str = ""
) -> Done[Agreement]:
    """Ask the Working Organ whether it agrees to a head of a secretariat.

    Raises:
        NotARecorder: the actor keeps the record of another body, or of none.
        NeedsNoAgreement: the post is another one.
        AskedAlready: an earlier request waits for an answer.
    """
    require_record_of(post.organization, occasion)
    _require_head(post)
    if waiting := open_agreement(post, person):
        raise AskedAlready(person=person.name, day=waiting.asked_on)
    asked = Agreement.objects.create(post=post, person=person, note=note, asked_on=occasion.on)
    return Done(asked, facts=_facts(asked), withheld={"note": note} if note else {})


@action("bodies.agree_secretariat_head", powers=("agree_secretariat_heads",))
def agree_secretariat_head(
    *, occasion: Occasion, post: Post, person: Person, agreed: bool, reason: str = ""
) -> Done[Agreement]:
    """Say yes or no to a future head of a secretariat, asked or not (R19.2, A27).

    Raises:
        NotTheirAgreement: the charter gives the word to somebody else.
        NeedsNoAgreement: the post is another one.
        ReasonMissing: it is a no without a reason.
    """
    verdict = require_agreeing(occasion)
    _require_head(post)
    if not (agreed or reason.strip()):
        raise ReasonMissing
    answer = open_agreement(post, person) or Agreement(
        post=post, person=person, asked_on=occasion.on
    )
    answer.state = AgreementState.AGREED if agreed else AgreementState.REFUSED
    answer.reason, answer.answered_on = reason.strip(), occasion.on
    answer.answered_by = Person.objects.filter(public_id=occasion.actor.public_id).first()
    answer.save()
    withheld = {"reason": answer.reason} if answer.reason else {}
    return Done(answer, facts=_facts(answer), withheld=withheld, verdicts=kept(verdict))


def _require_head(post: Post) -> None:
    if post.role != Role.SECRETARIAT_HEAD:
        raise NeedsNoAgreement(post=post.label)


def _facts(agreement: Agreement) -> dict[str, str]:
    return {
        "post": agreement.post.public_id,
        "body": agreement.post.organization.public_id,
        "person": agreement.person.public_id,
        "state": str(agreement.state),
    }
