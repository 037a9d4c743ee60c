"""Live parts of the pages of an electronic ballot: how far its boxes are, never a ballot."""

from shanyraq.elections.queries.stages import stamp_of
from shanyraq.platform.live import fragment
from shanyraq.sittings.queries import session_of


@fragment("sitting", "ballot-stage")
def stage(public_id: str) -> str:
    """A text that changes with every stage; a page that waits asks for itself anew."""
    return stamp_of(session_of(public_id))
