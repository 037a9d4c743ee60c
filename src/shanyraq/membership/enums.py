"""Closed lists of words used of how people come and go; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.words import worded


class Path(TextChoices):
    """By which path somebody becomes a member (R14, A22)."""

    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        worded(_("{national_cultural_association:first} proposes, {small_assembly} nominates")),
    )
    PUBLIC_ASSOCIATION = (
        "public_association",
        worded(_("{public_association:first} nominates")),
    )
    STATE_BODY = "state_body", worded(_("{head_of_state_body:first} nominates"))
    CHAIR = "chair", _("At the Chair’s own discretion")


class CandidatureState(TextChoices):
    """How far a candidature has come."""

    PROPOSED = "proposed", _("Proposed by the association")
    NOMINATED = "nominated", _("Nominated")
    CONSIDERED = "considered", _("Considered at a meeting")
    SUBMITTED = "submitted", _("Submitted to the Chair")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected by the Chair")
    WITHDRAWN = "withdrawn", _("Withdrawn by the candidate")


class StepKind(TextChoices):
    """One step of a candidature; the first six are the steps of the charter's chains."""

    PROPOSAL = "proposal", _("Proposal of the association")
    NOMINATION = "nomination", _("Nomination")
    CONSIDERATION = "consideration", _("Consideration at a meeting")
    SUBMISSION = "submission", _("Submission by a Deputy Chair")
    APPROVAL = "approval", _("Approval by the Chair")
    INCLUSION = "inclusion", _("Inclusion at the Chair’s own discretion")
    REJECTION = "rejection", _("Rejection by the Chair")
    WITHDRAWAL = "withdrawal", _("Withdrawal by the candidate")


class Opinion(TextChoices):
    """What the meeting thought of a candidature; it does not bind the Chair (R14.2c, A41)."""

    FAVOURABLE = "favourable", _("The meeting spoke for the candidature")
    UNFAVOURABLE = "unfavourable", _("The meeting did not adopt an opinion for the candidature")
    NONE = "none", _("The meeting considered the candidature without a vote")


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

    ADOPTED = "adopted", _("Proposed, awaiting the act of appointment")
    APPOINTED = "appointed", _("Appointed")
