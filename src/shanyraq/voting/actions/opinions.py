"""A member's own opinion on a decision, at any time after it."""

from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Person
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.voting.models import Decision, Dissent
from shanyraq.voting.permissions import NotAMember, require_opinion


class EmptyOpinion(Refusal):
    """An opinion says something."""

    code = "empty-opinion"
    status = 422
    message = _("The opinion is empty.")
    remedy = _("Write what you think of the decision.")


@action("voting.add_dissent", powers=("free_opinion_even_after_decision",))
def add_dissent(
    *, occasion: Occasion, decision: Decision, text: str, language: OpinionLanguage
) -> Done[Dissent]:
    """Add the actor's opinion to a decision; nobody changes or deletes it (R20.2, reading A20).

    Raises:
        NotAMember: the law gives the right to members.
        EmptyOpinion: there are no words in it.
        LawSilent: the law gives no answer.
    """
    require_opinion(occasion)
    person = Person.objects.filter(public_id=occasion.actor.public_id).first()
    if person is None:
        raise NotAMember
    if not text.strip():
        raise EmptyOpinion
    dissent = Dissent.objects.create(
        decision=decision,
        person=person,
        text=text.strip(),
        language=language,
        added_at=occasion.at,
    )
    publish(decision.vote.session.topic)
    facts = {"decision": decision.public_id, "language": str(language)}
    return Done(dissent, facts=facts, withheld={"text": dissent.text})
