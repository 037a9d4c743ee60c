"""Sending recommendations on the ground of a decision, and recording what was answered (R3)."""

import datetime as dt
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._steps import (
    attach,
    require_text,
    said,
    stored,
    words,
)
from shanyraq.assignments.enums import Addressee, AnswerKind, RecommendationKind
from shanyraq.assignments.models import Answer, Recommendation
from shanyraq.assignments.permissions import (
    control_of_body,
    recording_of_body,
    require_control,
)
from shanyraq.charter.queries import verdict_again
from shanyraq.law import Verdict
from shanyraq.people.models import Organization, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemKind
from shanyraq.voting.enums import LegalEffect
from shanyraq.voting.models import Decision

#: Which question of the agenda a document for the President comes from (R8.4b, R8.4d).
FOR_PRESIDENT = {
    RecommendationKind.CONCEPT: ItemKind.CONCEPTS_AND_PROGRAMMES,
    RecommendationKind.AMENDMENT: ItemKind.AMENDMENTS,
}


class BindingDecision(Refusal):
    """A decision that binds is carried out, not recommended (R3)."""

    code = "binding-decision"
    message = _("Decision No. {number} binds: it is carried out and not recommended to anybody.")
    remedy = _("Give assignments on it instead.")


class OtherQuestion(Refusal):
    """What is to be submitted to the President was not what the decision is about."""

    code = "other-question"
    status = 422
    message = _("Decision No. {number} was not taken on such a question: “{kind}”.")
    remedy = _("Choose what the decision recommends.")


class OtherAddressee(Refusal):
    """A concept and an amendment of the Regulation are submitted to the President."""

    code = "other-addressee"
    status = 422
    message = _("“{kind}”: the addressee is {president}.")
    remedy = _("Choose that addressee, or send an ordinary recommendation.")


class AddresseeUnnamed(Refusal):
    """A letter to an organisation that is not named, or to two addressees."""

    code = "addressee-unnamed"
    status = 422
    message = _("Name the organisation it is sent to, or choose another addressee.")


class LetterTwice(Refusal):
    """The letter of this number and date is in the record."""

    code = "letter-twice"
    message = _("Letter No. {number} of {date} is in the record already.")


class BeforeTheDecision(Refusal):
    """A letter or an answer that is older than what it follows, or lies in the future."""

    code = "date-impossible"
    status = 422
    message = _("The date {date} cannot be: it lies before {earliest} or after today.")
    remedy = _("Check the date of the document.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A recommendation as it is sent: what, to whom, under which number and date."""

    kind: RecommendationKind
    addressee: Addressee
    organization: Organization | None = None
    number: str
    sent_on: dt.date
    text: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: how it answers, its date, number and words."""

    kind: AnswerKind
    answered_on: dt.date
    text: str
    number: str = ""


@action(
    "assignments.send_recommendation",
    powers=("ensure_activity_and_control_execution",),
    local=("control_local_execution",),
)
def send_recommendation(
    *, occasion: Occasion, decision: Decision, letter: Letter, file: File[bytes] | None = None
) -> Done[Recommendation]:
    """Bring a recommendatory decision before its addressee (R3, R8.4b, R8.4d).

    Raises:
        NotTheController: the law gives the execution of decisions to somebody else.
        LawSilent: the law gives no answer.
        BindingDecision: the decision binds.
        OtherQuestion: it was taken on another question.
        OtherAddressee: such a document goes to the President.
        AddresseeUnnamed: the organisation is not named, or named beside another addressee.
        TextMissing: no text in Kazakh or Russian.
        BeforeTheDecision: the letter is older than the decision, or of a day to come.
        LetterTwice: the letter is in the record.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    power = require_control(control_of_body(decision.vote.session.body), occasion)
    _require_fit(decision, letter, occasion)
    made = Recommendation(
        decision=decision,
        kind=letter.kind,
        addressee=letter.addressee,
        organization=letter.organization,
        number=letter.number.strip(),
        sent_on=letter.sent_on,
        recorded_at=occasion.at,
        effect=decision.effect,
        **letter.text.columns("text"),
    )
    attach(made, file)
    made.save()
    facts = {
        "decision": decision.public_id,
        "kind": str(letter.kind),
        "addressee": str(letter.addressee),
        "organization": letter.organization.public_id if letter.organization else None,
        "number": made.number,
        "sent_on": letter.sent_on.isoformat(),
        "text": words(letter.text),
        "sha256": made.sha256,
    }
    return Done(made, facts=facts, verdicts=[stored(power), decision.effect])


@action(
    "assignments.record_answer",
    powers=("record_outside_answer",),
    local=("control_local_execution",),
)
def record_answer(
    *,
    occasion: Occasion,
    recommendation: Recommendation,
    reply: Reply,
    file: File[bytes] | None = None,
) -> Done[Answer]:
    """Record what an addressee answered; a later answer stands beside an earlier one.

    Raises:
        NotTheController: the law gives the record of answers to somebody else.
        LawSilent: the law gives no answer.
        NothingSaid: there are no words in it.
        BeforeTheDecision: the answer is older than the letter, or of a day to come.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    power = _require_recorder(recommendation, occasion)
    _require_date(reply.answered_on, recommendation.sent_on, occasion)
    made = Answer(
        recommendation=recommendation,
        kind=reply.kind,
        number=reply.number.strip(),
        answered_on=reply.answered_on,
        text=said(reply.text),
        recorded_at=occasion.at,
    )
    attach(made, file)
    made.save()
    facts = {
        "recommendation": recommendation.public_id,
        "kind": str(reply.kind),
        "number": made.number,
        "answered_on": reply.answered_on.isoformat(),
        "sha256": made.sha256,
    }
    return Done(made, facts=facts, withheld={"text": made.text}, verdicts=[stored(power)])


def _require_recorder(recommendation: Recommendation, occasion: Occasion) -> Verdict:
    body = recommendation.decision.vote.session.body
    return require_control(recording_of_body(body), occasion)


def _require_fit(decision: Decision, letter: Letter, occasion: Occasion) -> None:
    if decision.legal_effect == LegalEffect.BINDING:
        raise BindingDecision(verdict=verdict_again(decision.effect), number=decision.number)
    item = FOR_PRESIDENT.get(letter.kind)
    if item is not None and decision.vote.item.kind != item:
        raise OtherQuestion(number=decision.number, kind=letter.kind.label)
    if item is not None and letter.addressee != Addressee.PRESIDENT:
        raise OtherAddressee(kind=letter.kind.label)
    if (letter.addressee == Addressee.ORGANIZATION) != (letter.organization is not None):
        raise AddresseeUnnamed
    require_text(letter.text)
    _require_date(letter.sent_on, decision.adopted_on, occasion)
    twin = Recommendation.objects.filter(number=letter.number.strip(), sent_on=letter.sent_on)
    if twin.exists():
        raise LetterTwice(number=letter.number, date=letter.sent_on)


def _require_date(date: dt.date, earliest: dt.date, occasion: Occasion) -> None:
    if not earliest <= date <= occasion.on:
        raise BeforeTheDecision(date=date, earliest=earliest)
