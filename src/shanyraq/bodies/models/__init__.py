"""What the chapter keeps: acts, posts, memberships, documents of bodies, and how posts pass on."""

from shanyraq.bodies.models.acts import Act
from shanyraq.bodies.models.documents import BodyDocument
from shanyraq.bodies.models.posts import (
    Membership,
    MembershipQuerySet,
    Post,
    PostQuerySet,
)
from shanyraq.bodies.models.scope import ScopedQuerySet, Unscoped
from shanyraq.bodies.models.succession import Agreement, Designation, Handover

__all__ = [
    "Act",
    "Agreement",
    "BodyDocument",
    "Designation",
    "Handover",
    "Membership",
    "MembershipQuerySet",
    "Post",
    "PostQuerySet",
    "ScopedQuerySet",
    "Unscoped",
]
