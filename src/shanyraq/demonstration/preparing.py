"""What both Sessions need before their day: questions, papers, letters."""

from collections.abc import Sequence

from shanyraq.demonstration.papers import paper
from shanyraq.demonstration.sample import Subject
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings.actions import Question, attach_paper
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import agenda


def questions(subjects: Sequence[Subject], rapporteurs: Sequence[Person]) -> list[Question]:
    """The questions of an agenda with those who report on them."""
    return [
        Question(
            kind=subject.kind,
            title=subject.title.wording,
            rapporteur=person,
            competence=subject.competence,
        )
        for subject, person in zip(subjects, rapporteurs, strict=False)
    ]


def attach_papers(session: Session, subjects: Sequence[Subject], on: Occasion) -> None:
    """Attach each question's paper; the first question is how to vote and has none."""
    for item, subject in zip(agenda(session)[1:], subjects, strict=True):
        title = subject.paper.wording
        file = paper(title, subject.proposal.wording, on.on)
        attach_paper(occasion=on, item=item, title=title, file=file)


def invite(session: Session) -> None:
    """Send the invitations at once, as they were sent at the time."""
    TASKS["sittings.send_invitations"].call(session=session.public_id)
