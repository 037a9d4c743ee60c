"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from shanyraq.platform import clock
from shanyraq.platform.components import law_parts
from shanyraq.platform.live import live_address
from shanyraq.platform.words import Words


def institution(request: HttpRequest) -> dict[str, Any]:
    """The institution's name, date and words, whether it is invented, where live streams are."""
    signed_in = request.user.is_authenticated if hasattr(request, "user") else False
    today = clock.today()
    return {
        "institution": {
            "name": law_parts().institution(today),
            "today": today,
            # A demonstration's data stay invented when somebody serves them without its mode.
            "invented": settings.DEMONSTRATION or clock.days_shifted() != 0,
            "demonstration": settings.DEMONSTRATION,
            "may_move": settings.DEMONSTRATION and signed_in,
        },
        "live_address": live_address(request),
        "called": Words(),
    }
