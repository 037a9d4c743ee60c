"""The end of what the law has done step by step: the seat, the post, or the leaving of them.

The steps are another chapter's; its actions call these, in their own transaction, when the charter
has found every step taken. No page offers them.
"""

from datetime import date

from shanyraq.bodies.actions._seating import end, give_seat, put_in_post
from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.register import CONSEQUENCE, Done, action


@action("bodies.appoint_by_steps", powers=(CONSEQUENCE,))
def appoint_by_steps(
    *, occasion: Occasion, post: Post, person: Person, act: Act, start_date: date
) -> Done[Membership]:
    """Put in a post whom the charter's steps have led there (R7.4).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the appointment to somebody else.
        PostGone: the post does not exist on the day.
        HeldAlready: the person holds the post.
        LimitUnknown: the charter of the day does not tell how many may.
        PostFilled: as many hold it as may (R7.3).
    """
    return put_in_post(occasion=occasion, post=post, person=person, act=act, start_date=start_date)


@action("bodies.include_by_steps", powers=(CONSEQUENCE,))
def include_by_steps(
    *,
    occasion: Occasion,
    organization: Organization,
    person: Person,
    category: Category,
    act: Act,
    start_date: date,
    area: Area | None = None,
    on_behalf_of: Organization | None = None,
) -> Done[Membership]:
    """Give a seat to whom the charter's steps have led there (R14).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the composition to somebody else.
        NotEligible: the charter lets nobody of the category in, or not this person.
        HeldAlready: the person has a seat in the body then or later.
    """
    return give_seat(
        occasion=occasion,
        organization=organization,
        person=person,
        category=category,
        act=act,
        start_date=start_date,
        area=area,
        on_behalf_of=on_behalf_of,
    )


@action("bodies.end_by_steps", powers=(CONSEQUENCE,))
def end_by_steps(
    *, occasion: Occasion, membership: Membership, act: Act, end_date: date
) -> Done[Membership]:
    """End a seat by removal or the member's own statement, or one tied to it (R15, R20.3, R9.1a).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        EndedAlready: an act has ended it.
        SignedByAnother: the charter gives it to somebody else.
        SignedElsewhere: an organ of another body signed the act.
        EndsBeforeItBegins: the end is not later than the first day.
    """
    return end(occasion=occasion, membership=membership, act=act, end_date=end_date)
