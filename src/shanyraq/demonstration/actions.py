"""The two acts of the builder itself: where it begins and that it is complete."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Organization
from shanyraq.people.permissions import require_demonstration
from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift, JournalEntry
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import INSTALLATION, Done, action

#: The name of the first entry in the journal of a demonstration.
BEGINNING = "demonstration.begin"
#: The name of the entry that says it is all there.
COMPLETION = "demonstration.complete"


class NotEmpty(Refusal):
    """A demonstration begins where nothing has happened yet."""

    code = "not-empty"
    message = _("Something has happened in this installation already.")
    remedy = _("Build the demonstration in an installation of its own.")


class OnlyTheBuilder(NotAllowed):
    """Nobody but the installation itself builds the demonstration."""

    code = "only-the-builder"
    message = _("Only the installation itself builds the demonstration.")


@action(BEGINNING, powers=(INSTALLATION,))
def begin(*, occasion: Occasion) -> Done[ClockShift]:
    """Set the institution's date to the day of the occasion, before anything else has happened.

    Raises:
        PersonasOff: the mode of demonstrations is off.
        OnlyTheBuilder: somebody signed in wants it.
        NotEmpty: the journal has entries.
    """
    _require_builder(occasion)
    if JournalEntry.objects.exists():
        raise NotEmpty
    shift = ClockShift.objects.create(days=_days_to(occasion.on))
    return Done(shift, facts={"date": occasion.on.isoformat(), "invented": True})


@action(COMPLETION, powers=(INSTALLATION,))
def complete(*, occasion: Occasion, assembly: Organization) -> Done[Organization]:
    """Say that the sample institution is all there.

    Raises:
        PersonasOff: the mode of demonstrations is off.
        OnlyTheBuilder: somebody signed in wants it.
    """
    _require_builder(occasion)
    return Done(assembly, facts={"invented": True})


def _require_builder(occasion: Occasion) -> None:
    require_demonstration()
    if occasion.actor != SYSTEM:
        raise OnlyTheBuilder


def _days_to(date: dt.date) -> int:
    """Whole days from the real date to another."""
    return clock.days_shifted() + (date - clock.today()).days
