"""The Chair's answer to a request of members that lies in the convening itself (R8.2a, A4)."""

from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import RequestState
from shanyraq.sittings.models import ExtraordinaryRequest, Session


def answer_by_convening(session: Session, occasion: Occasion) -> list[Json]:
    """Note on the requests that await a decision on a Session that it is convened; name them."""
    awaited = ExtraordinaryRequest.objects.filter(session=session, state=RequestState.FILED)
    answered = list(awaited.select_for_update())
    for request in answered:
        request.state, request.answered_at = RequestState.CONVENED, occasion.at
        request.save(update_fields=["state", "answered_at"])
        publish(request.topic)
    return [request.public_id for request in answered]
