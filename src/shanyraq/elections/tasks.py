"""Work after an act: the check of ballots that were cast."""

import datetime as dt

from shanyraq.elections.actions import keep_verdicts
from shanyraq.elections.queries import box_of, checked, waiting_in
from shanyraq.platform import clock
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.tasks import renew, task

#: Ballots checked before their verdicts are kept.
BATCH = 20
#: After how long the worker looks again for ballots in an open box.
PAUSE = dt.timedelta(seconds=2)


@task("elections.verify_ballots")
def verify_ballots(*, box: str) -> None:
    """Check the ballots waiting in a box, and look again in a moment while it is open.

    What was asked names the box alone, and no ballot asks for it: its times tell of none.
    """
    held = box_of(box)
    while held.takes_ballots and (waiting := list(waiting_in(held)[:BATCH])):
        findings = checked(held, waiting)
        occasion = Occasion(actor=SYSTEM, at=clock.now())
        held = keep_verdicts(occasion=occasion, box=held, findings=findings)
    if held.takes_ballots:
        renew("elections.verify_ballots", PAUSE, box=box)
