"""Who may do what with posts and seats, and the answer to every chapter's question who holds what.

Two questions are kept apart. Whether an act has force depends on who signed it, and the charter is
asked about that. Whether somebody may enter it in the record depends on the post that person holds.
"""

from datetime import date

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.authority import HeldPost
from shanyraq.platform.occasion import SYSTEM, Actor

#: What the law calls the holder of a seat in a body of a kind.
MEMBER_POSTS = {
    Classification.ASSEMBLY: "member",
    Classification.COUNCIL: "council_member",
    Classification.SMALL_ASSEMBLY: "small_assembly_member",
}


class HeldPosts:
    """Authority by memberships: what somebody holds on a date and nothing else."""

    def posts_of(self, actor: Actor, on: date) -> frozenset[HeldPost]:
        """Every post and seat a person holds on a date, in the law's words."""
        held = Membership.objects.filter(person__public_id=actor.public_id).on(on)
        rows = held.values_list(
            "post__role", "organization__public_id", "organization__classification"
        )
        posts = ((role or MEMBER_POSTS.get(kind, ""), body, kind) for role, body, kind in rows)
        return frozenset(HeldPost(post, body, kind) for post, body, kind in posts if post)
