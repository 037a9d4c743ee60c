"""Acts on the platform itself: the date of a demonstration."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shanyraq.platform import clock
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import ANYBODY, Done, action


class DateIsReal(Refusal):
    """Outside a demonstration the institution's date is the calendar's."""

    code = "date-is-real"
    status = 403
    message = _("The date can be moved in a demonstration only.")


class DateGoesForward(Refusal):
    """The institution's date never goes back: what was recorded would lie in the future."""

    code = "date-goes-forward"
    message = _("The date can be moved forward only: it is {today} now.")
    remedy = _("Choose a later date.")


@action("platform.move_date", powers=(ANYBODY,))
def move_date(*, occasion: Occasion, days: int) -> Done[ClockShift]:
    """Move the institution's date forward by a whole number of days.

    Raises:
        DateIsReal: when the institution is not a demonstration.
        DateGoesForward: when the days are none or fewer.
    """
    if not settings.DEMONSTRATION:
        raise DateIsReal
    if days < 1:
        raise DateGoesForward(today=occasion.on)
    return Done(ClockShift.objects.create(days=clock.days_shifted() + days), facts={"days": days})
