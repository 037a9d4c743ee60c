"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from shanyraq.platform import clock
from shanyraq.platform.live import live_address


def institution(request: HttpRequest) -> dict[str, Any]:
    """The institution's date, whether it is a demonstration, and where live streams are."""
    signed_in = request.user.is_authenticated if hasattr(request, "user") else False
    return {
        "institution": {
            "today": clock.today(),
            "demonstration": settings.DEMONSTRATION,
            "may_move": settings.DEMONSTRATION and signed_in,
        },
        "live_address": live_address(request),
    }
