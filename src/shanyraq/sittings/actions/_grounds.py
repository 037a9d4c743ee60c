"""On what a question rests: a provision of the charter, a member who reports (R8.4c, R8.4e)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.queries import is_in_office
from shanyraq.charter.queries import is_field_of_law
from shanyraq.law import Verdict
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions._steps import Question, require_competence
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.permissions import Rules


class CompetenceMissing(Refusal):
    """A question "of competence" names the provision in whose field it lies (R8.4e)."""

    code = "competence-missing"
    status = 422
    message = _(
        "A question of this kind rests on a provision that gives a field of competence, and none "
        "in force is named."
    )
    remedy = _("Choose the provision on which the question rests, or another kind of question.")


class RapporteurMissing(Refusal):
    """The report of a member names the member (R8.4c)."""

    code = "rapporteur-missing"
    status = 422
    message = _("Who reports is not named, and reports of members are heard.")
    remedy = _("Choose the member who reports.")


class RapporteurNotMember(Refusal):
    """The Session hears reports of its members, of nobody else (R8.4c)."""

    code = "rapporteur-not-member"
    message = _("{name} is no member in office, and reports of members are heard.")
    remedy = _("Choose a member who reports, or another kind of question.")


def require_grounds(question: Question, rules: Rules) -> Verdict | None:
    """Let a question pass that uses a power of the body and names what this power asks for.

    Raises:
        NotOfThisBody: the charter gives the power to another body.
        NoStatute: a statute would give it, and none is in force.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
        LawSilent: the law of the day gives no answer.
    """
    verdict = require_competence(question, rules)
    if question.kind == ItemKind.OTHER_QUESTIONS:
        _require_field(question, rules, verdict)
    if question.kind == ItemKind.MEMBER_REPORTS:
        _require_member(question, rules, verdict)
    return verdict


def _require_field(question: Question, rules: Rules, verdict: Verdict | None) -> None:
    """The provision that gives the power says nothing of the field: it is no answer to itself."""
    itself = verdict.clause if verdict else ""
    known = is_field_of_law(question.competence, rules.on)
    if not known or question.competence == itself:
        raise CompetenceMissing(verdict=verdict)


def _require_member(question: Question, rules: Rules, verdict: Verdict | None) -> None:
    if question.rapporteur is None:
        raise RapporteurMissing(verdict=verdict)
    if not is_in_office(question.rapporteur, rules.body, rules.on):
        raise RapporteurNotMember(verdict=verdict, name=question.rapporteur.name)
