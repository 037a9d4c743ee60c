"""Seats and posts: how a person comes into one and leaves it, by a signed act.

Where the charter asks more than the act, the act alone is refused: what the chapter above does step
by step ends in the actions of `stepwise`. What an action would come to is asked last, so that the
plainer reason is given first; the transaction takes back what was done.
"""

from datetime import date

from shanyraq.bodies.actions._seating import end, give_seat, put_in_post
from shanyraq.bodies.actions._steps import require_entry, require_exit, require_proposal
from shanyraq.bodies.enums import Category, Office
from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.register import Done, action


@action("bodies.appoint", powers=("keep_roll", "record_own_act"), local=("record_local_act",))
def appoint(
    *,
    occasion: Occasion,
    post: Post,
    person: Person,
    act: Act,
    start_date: date,
    end_date: date | None = None,
) -> Done[Membership]:
    """Put a person in a post by an act, from a day, to a day when one is known.

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the appointment to somebody else.
        TermNamed: the charter has the post held without a term (R7.1).
        EndsBeforeItBegins: the end is not later than the first day.
        BodyGone: the body has ended by the first day.
        PostGone: the post does not exist during all of it.
        HeldAlready: the person holds the post on one of the days.
        FollowsFromOffice: the post goes with another one by office (R17, R19.3).
        SignedElsewhere: an organ of another body signed the act.
        AgreementMissing: the Working Organ has not agreed to a head of a secretariat (R19.2).
        AgreementRefused: the Working Organ has refused it (A27).
        LimitUnknown: the charter of the day does not tell how many may.
        PostFilled: as many hold it as may.
        ProposedFirst: the charter has somebody proposed for it first (R7.4).
    """
    done = put_in_post(
        occasion=occasion,
        post=post,
        person=person,
        act=act,
        start_date=start_date,
        end_date=end_date,
    )
    require_proposal(done.result)
    return done


@action(
    "bodies.include_member", powers=("keep_roll", "record_own_act"), local=("record_local_act",)
)
def include_member(
    *,
    occasion: Occasion,
    organization: Organization,
    person: Person,
    category: Category,
    act: Act,
    start_date: date,
    area: Area | None = None,
    on_behalf_of: Organization | None = None,
    office: Office | str = "",
) -> Done[Membership]:
    """Give a person a seat in a body by an act, from a day (R13, R9.1, R10.2, R11, R18).

    `office` is what the person holds outside, for the Coordination Council. Where the charter only
    warns (A19, A43) the person is let in and the warning stays with the seat.

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the composition to somebody else.
        SignedElsewhere: an organ of another body signed the act.
        NotEligible: the charter lets nobody of the category in, or not this person.
        BodyGone: the body has ended by the first day.
        HeldAlready: the person has a seat in the body then or later.
        EntersBySteps: the charter has steps before the act (R14), and the record has begun.
    """
    done = give_seat(
        occasion=occasion,
        organization=organization,
        person=person,
        category=category,
        act=act,
        start_date=start_date,
        area=area,
        on_behalf_of=on_behalf_of,
        office=office,
    )
    require_entry(done.result)
    return done


@action(
    "bodies.end_membership", powers=("keep_roll", "record_own_act"), local=("record_local_act",)
)
def end_membership(
    *, occasion: Occasion, membership: Membership, act: Act, end_date: date
) -> Done[Membership]:
    """End a seat or the holding of a post by an act; `end_date` is the first day without it.

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        EndedAlready: an act has ended it.
        FollowsFromOffice: the post goes with another one by office.
        SignedByAnother: the charter gives it to somebody else.
        SignedElsewhere: an organ of another body signed the act.
        EndsBeforeItBegins: the end is not later than the first day.
        LeavesBySteps: the charter asks a proposal or the member's own word (R15, R20.3).
    """
    done = end(occasion=occasion, membership=membership, act=act, end_date=end_date)
    require_exit(done.result)
    return done
