"""Who sees what of a sitting before, and beside what, the public does."""

from shanyraq.bodies.queries import sees_all
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import (
    CONSENTING,
    CONVENING_COUNCIL,
    PREPARING,
    PRESIDING,
    Rules,
    rules_of,
)


def sees_draft(session: Session, occasion: Occasion) -> bool:
    """Whether somebody sees a sitting that is only prepared.

    They are those who prepare it, preside at it or sign its convening; of a small assembly's
    meeting its own people and the Working Organ.
    """
    rules = rules_of(session.body, occasion.on)
    if rules.holds(PREPARING, occasion) or rules.holds(PRESIDING, occasion):
        return True
    if rules.within is not None:
        return _is_near(rules, occasion) or sees_all(occasion.actor, occasion.on)
    signs = (CONVENING_COUNCIL, CONSENTING)
    return not session.is_session and any(rules.holds(one, occasion) for one in signs)


def sees_papers(session: Session, occasion: Occasion) -> bool:
    """Whether somebody may read the papers of a sitting.

    Those of an announced sitting are public, but for a small assembly's, which are for its own
    people and the Working Organ.
    """
    if session.state == State.PREPARED:
        return sees_draft(session, occasion)
    rules = rules_of(session.body, occasion.on)
    if rules.within is None:
        return True
    return _is_near(rules, occasion) or sees_all(occasion.actor, occasion.on)


def _is_near(rules: Rules, occasion: Occasion) -> bool:
    """Whether somebody has a post or a seat in the body or in its secretariat."""
    within = rules.within or frozenset()
    return any(held.body in within for held in posts_of(occasion.actor, occasion.on))
