"""How the past Session's decision is carried out: assignments, reports, a recommendation."""

import datetime as dt

from shanyraq.assignments.actions import (
    Letter,
    Measure,
    Order,
    accept,
    assign,
    enter_measure,
    report,
    send_recommendation,
    take_up,
)
from shanyraq.assignments.enums import (
    Addressee,
    Effect,
    MeasureKind,
    RecommendationKind,
)
from shanyraq.assignments.models import Assignment
from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import ASSIGNED, REPORTED, occasion
from shanyraq.demonstration.sample import sample
from shanyraq.voting.models import Decision

#: The first member who is given something to do, by place in the list.
EXECUTORS = 7


def give(company: Company) -> list[Assignment]:
    """Make tasks of the decision and send it on; the Government's measures are kept beside."""
    told, decision = sample().execution, Decision.objects.get()
    now = occasion(ASSIGNED, 11, actor=company.secretary.actor)
    assignments = [
        assign(
            occasion=now,
            decision=decision,
            order=Order(
                text=task.text.wording,
                lead_person=company.members[EXECUTORS + place],
                deadline=ASSIGNED + dt.timedelta(days=task.days),
            ),
        )
        for place, task in enumerate(told.tasks)
    ]
    send_recommendation(
        occasion=now,
        decision=decision,
        letter=Letter(
            kind=RecommendationKind.RECOMMENDATION,
            addressee=Addressee.GOVERNMENT,
            number=told.letter.number,
            sent_on=ASSIGNED,
            text=told.letter.title.wording,
        ),
    )
    measure = Measure(kind=MeasureKind.MEASURE, title=told.measure.title.wording)
    enter_measure(occasion=now, measure=measure, source=told.measure.number)
    return assignments


def carry_out(assignments: list[Assignment], company: Company) -> None:
    """One task is reported and accepted, one reported, one taken up; the others only wait."""
    told = sample().execution
    for place, assignment in enumerate(assignments[:3]):
        person = company.members[EXECUTORS + place]
        now = occasion(REPORTED, 10, actor=person.actor)
        take_up(occasion=now, assignment=assignment)
        if place == 2:  # noqa: PLR2004 -- the third is only taken up
            return
        submitted = report(occasion=now, assignment=assignment, text=told.report)
        if place == 0:
            control = occasion(REPORTED, 15, actor=company.secretary.actor)
            accept(occasion=control, report=submitted, effect=Effect.ACHIEVED, text=told.acceptance)
