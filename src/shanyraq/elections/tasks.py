"""Work after an act: the check of ballots that were cast."""

from shanyraq.elections.actions import keep_verdicts
from shanyraq.elections.queries import box_of, checked, waiting_in
from shanyraq.platform import clock
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.tasks import task

#: Ballots checked before their verdicts are kept.
BATCH = 20


@task("elections.verify_ballots")
def verify_ballots(*, box: str) -> None:
    """Check the ballots waiting in a box; what was asked names the box alone, never a ballot."""
    held = box_of(box)
    while held.takes_ballots and (waiting := list(waiting_in(held)[:BATCH])):
        findings = checked(held, waiting)
        occasion = Occasion(actor=SYSTEM, at=clock.now())
        held = keep_verdicts(occasion=occasion, box=held, findings=findings)
