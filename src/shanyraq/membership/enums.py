"""Closed lists of words used of how people come and go; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Path(TextChoices):
    """By which path somebody comes into the Assembly (R14, A22)."""

    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        _("A national-cultural association proposes, the small assembly nominates"),
    )
    PUBLIC_ASSOCIATION = (
        "public_association",
        _("The highest organ of a public association nominates"),
    )
    STATE_BODY = "state_body", _("The head of a state body nominates")
    CHAIR = "chair", _("At the Chair’s own discretion")


class CandidatureState(TextChoices):
    """How far a candidature has come."""

    PROPOSED = "proposed", _("Proposed by the association")
    NOMINATED = "nominated", _("Nominated")
    CONSIDERED = "considered", _("Considered by the Council")
    SUBMITTED = "submitted", _("Submitted to the Chair")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected by the Chair")
    WITHDRAWN = "withdrawn", _("Withdrawn by the candidate")


class StepKind(TextChoices):
    """One step of a candidature; the first six are the steps of the charter's chains."""

    PROPOSAL = "proposal", _("Proposal of the association")
    NOMINATION = "nomination", _("Nomination")
    CONSIDERATION = "consideration", _("Consideration at a meeting of the Council")
    SUBMISSION = "submission", _("Submission by a Deputy Chair")
    APPROVAL = "approval", _("Approval by the Chair")
    INCLUSION = "inclusion", _("Inclusion at the Chair’s own discretion")
    REJECTION = "rejection", _("Rejection by the Chair")
    WITHDRAWAL = "withdrawal", _("Withdrawal by the candidate")


class Opinion(TextChoices):
    """What the Council thought of a candidature; it does not bind the Chair (R14.2c, A41)."""

    FAVOURABLE = "favourable", _("The Council spoke for the candidature")
    UNFAVOURABLE = "unfavourable", _("The Council did not adopt an opinion for the candidature")
    NONE = "none", _("The Council considered the candidature without a vote")


class Ground(TextChoices):
    """Why somebody may be removed; each is asked of a rule of the charter (R15)."""

    WORKPLACE_CHANGED = (
        "removal_workplace_changed",
        _("A civil servant who was a member by office has changed the workplace"),
    )
    RELEASED = (
        "removal_released_from_elective_post",
        _("A member by office was released from an elective post"),
    )
    OTHER = "removal_other_grounds", _("Another ground, given in writing")


class CaseState(TextChoices):
    """How far a proposed removal has come."""

    OPEN = "open", _("Proposed, before the Chair")
    REMOVED = "removed", _("The Chair removed the member")
    CLOSED = "closed", _("Closed without removal")
    LEFT = "left", _("The member left voluntarily")


class ProposalState(TextChoices):
    """How far the Council's proposal of a deputy chair has come (R7.4)."""

    ADOPTED = "adopted", _("Proposed to the President")
    APPOINTED = "appointed", _("Appointed by the President")
