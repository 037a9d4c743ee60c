"""Proposals to amend the Regulation as changes of data, tried on what was decided (R8.4d)."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import DryRun, charter_pack
from shanyraq.law import WrongQuestion
from shanyraq.law.amending import Change, UnfitChange, amended, value_before
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import INSTALLATION, Done, action
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.actions._steps import locked
from shanyraq.sittings.actions.agenda import CHANGEABLE, AgendaFixed
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem, ProposedChange, Session, Trial
from shanyraq.sittings.permissions import PREPARING, NotYours, rules_of
from shanyraq.sittings.queries import changes_of

#: How many of the verdicts that would differ are kept for reading; all are counted.
KEPT = 2000


class NoAmendment(Refusal):
    """Changes belong to a question that proposes amendments (R8.4d)."""

    code = "no-amendment"
    message = _("This question proposes no amendments.")
    remedy = _("Put a question on the agenda that proposes amendments.")


class UnfitAmendment(Refusal):
    """The charter could not be read with the value proposed, or reads so already."""

    code = "unfit-amendment"
    status = 422
    message = _("“{change}” cannot be put in. Expected: {expected}.")
    remedy = _("Write another value.")


class PlaceUnknown(Refusal):
    """There is no such rule, field or parameter to change."""

    code = "place-unknown"
    status = 422
    message = _("There is no place called “{place}” that can be changed.")
    remedy = _("Choose a place from the list.")


class PlaceTaken(Refusal):
    """One place is changed once in a proposal."""

    code = "place-taken"
    message = _("This proposal changes “{place}” already.")
    remedy = _("Take the other change out first.")


class NothingProposed(Refusal):
    """There is nothing to try."""

    code = "nothing-proposed"
    message = _("The question proposes no change yet.")
    remedy = _("Propose a change first.")


@action("sittings.propose_change", powers=[PREPARING])
def propose_change(
    *, occasion: Occasion, item: AgendaItem, place: str, value: str
) -> Done[ProposedChange]:
    """Add a change to a question that proposes amendments, before the Session is opened.

    `place` is as "session_quorum.fraction", `value` as "3/4". What would have come out otherwise
    is worked out afterwards.

    Raises:
        NotYours: the actor does not prepare Sessions.
        AgendaFixed: the Session has been opened, or the question was taken off.
        NoAmendment: the question proposes no amendments.
        PlaceTaken: the question changes this place already.
        PlaceUnknown: the charter has no such place.
        UnfitAmendment: the value does not fit, or stands there already.
        LawSilent: the law of the day gives no answer.
    """
    session, item = _changeable(occasion, item)
    change = _fitting(changes_of(item), place, value)
    proposed = ProposedChange.objects.create(
        item=item,
        place=change.place,
        before=_as_json(value_before(charter_pack(), change)),
        after=_as_json(change.value),
    )
    _try(item, occasion)
    publish(session.topic)
    return Done(proposed, facts=_facts(proposed))


@action("sittings.drop_change", powers=[PREPARING])
def drop_change(*, occasion: Occasion, change: ProposedChange) -> Done[AgendaItem]:
    """Take a change out of a proposal, before the Session is opened; the journal keeps it.

    Raises:
        NotYours: the actor does not prepare Sessions.
        AgendaFixed: the Session has been opened, or the question was taken off.
        NoAmendment: the question proposes no amendments.
        LawSilent: the law of the day gives no answer.
    """
    session, item = _changeable(occasion, change.item)
    facts = _facts(change)
    change.delete()
    if changes_of(item):
        _try(item, occasion)
    publish(session.topic)
    return Done(item, facts=facts)


@action("sittings.try_changes", powers=[PREPARING])
def try_changes(*, occasion: Occasion, item: AgendaItem) -> Done[Trial]:
    """Work out afresh what would have come out otherwise under the changes proposed.

    Raises:
        NotYours: the actor does not prepare Sessions.
        NothingProposed: there is nothing to try.
        LawSilent: the law of the day gives no answer.
    """
    rules_of(item.session.body, occasion.on).require(PREPARING, occasion)
    if not changes_of(item):
        raise NothingProposed
    return Done(_try(item, occasion), facts={"item": item.public_id})


@action("sittings.note_trial", powers=[INSTALLATION])
def note_trial(*, occasion: Occasion, trial: Trial, found: DryRun) -> Done[Trial]:
    """Note what a dry run found.

    Raises:
        NotYours: only the installation itself notes it.
    """
    if occasion.actor != SYSTEM:
        raise NotYours
    trial.examined, trial.differing = found.examined, found.differing
    trial.rows = [
        {
            "verdict": each.stored.public_id,
            "old": each.old_outcome.value,
            "new": each.new_outcome.value,
            "needed_before": each.needed_before,
            "needed_after": each.needed_after,
        }
        for each in found.otherwise
    ]
    trial.finished_at = occasion.at
    trial.save()
    publish(trial.topic)
    facts: dict[str, Json] = {
        "examined": found.examined,
        "differing": found.differing,
        "pack": found.pack.sha256,
    }
    return Done(trial, facts=facts)


def _changeable(occasion: Occasion, item: AgendaItem) -> tuple[Session, AgendaItem]:
    session = locked(item.session)
    rules_of(session.body, occasion.on).require(PREPARING, occasion)
    item = AgendaItem.objects.select_related("session").get(pk=item.pk)
    if session.state not in CHANGEABLE or item.state == ItemState.DROPPED:
        raise AgendaFixed
    if item.kind != ItemKind.AMENDMENTS:
        raise NoAmendment
    return session, item


def _fitting(proposed: Sequence[Change], place: str, value: str) -> Change:
    """The change, if the charter can be read with it and with those proposed before."""
    try:
        change = Change.read(f"{place}={value}")
        if change.place in {one.place for one in proposed}:
            raise PlaceTaken(place=change.place)
        amended(charter_pack(), [*proposed, change])
    except UnfitChange as unfit:
        raise UnfitAmendment(change=unfit.change, expected=unfit.expected) from unfit
    except WrongQuestion as unknown:
        raise PlaceUnknown(place=place) from unknown
    return change


def _try(item: AgendaItem, occasion: Occasion) -> Trial:
    """Ask for the dry run of what is proposed now; it is done after the act stands."""
    changes = [str(change) for change in changes_of(item)]
    trial = Trial.objects.create(item=item, changes=changes, asked_at=occasion.at)
    after_commit("sittings.try_changes", trial=trial.public_id)
    return trial


def _facts(change: ProposedChange) -> dict[str, Json]:
    item = change.item.public_id
    return {"item": item, "place": change.place, "before": change.before, "after": change.after}


def _as_json(value: object) -> Json:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [str(each) for each in value]
    return value if isinstance(value, bool | int) else str(value)
