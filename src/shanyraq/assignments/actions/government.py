"""The register of what the Government was told to do under the Decree (D.2, reading A36)."""

import datetime as dt
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions._steps import attach, said, stored
from shanyraq.assignments.enums import MeasureKind, MeasureStatus
from shanyraq.assignments.models import GovernmentMeasure, MeasureStep
from shanyraq.assignments.permissions import CONTROLLING, Control, require_control
from shanyraq.people.models import Organization, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class MeasureUntitled(Refusal):
    """A measure without a title in Kazakh and in Russian."""

    code = "measure-untitled"
    status = 422
    message = _("The title is missing in Kazakh or in Russian.")
    remedy = _("Write the title in both languages.")


class ActUnnamed(Refusal):
    """An act to be brought into line that is not named, or a measure that names one."""

    code = "act-unnamed"
    status = 422
    message = _("An act to be brought into line is named; another measure names none.")
    remedy = _("Write number, date and name of the act, or choose the other kind.")


class SourceTooNew(Refusal):
    """A source document of a day to come, or older than the last one recorded."""

    code = "source-out-of-order"
    status = 422
    message = _("The date {date} lies after today or before the last step, {last}.")
    remedy = _("Check the date of the source document.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure as it is entered: its kind, title, the act it is about, the body responsible."""

    kind: MeasureKind
    title: Wording
    act_to_align: str = ""
    responsible: Organization | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a source document says on a date."""

    status: MeasureStatus
    on: dt.date
    source: str


@action("assignments.enter_measure", powers=("ensure_activity_and_control_execution",))
def enter_measure(
    *, occasion: Occasion, measure: Measure, source: str, file: File[bytes] | None = None
) -> Done[GovernmentMeasure]:
    """Enter a measure of the Government, open and without a deadline (D.2, A36).

    Raises:
        NotTheController: the law gives the register to somebody else.
        LawSilent: the law gives no answer.
        MeasureUntitled: no title in Kazakh or Russian.
        ActUnnamed: an act is named where none belongs, or the other way round.
        NothingSaid: no source document is named.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    power = require_control(Control(CONTROLLING), occasion)
    _require_fit(measure)
    made = GovernmentMeasure.objects.create(
        kind=measure.kind,
        act_to_align=measure.act_to_align.strip(),
        responsible=measure.responsible,
        status_on=occasion.on,
        entered_at=occasion.at,
        **measure.title.columns("title"),
    )
    first = Step(status=MeasureStatus.OPEN, on=occasion.on, source=source)
    step = _step(made, first, occasion=occasion, file=file)
    facts: dict[str, Json] = {
        "kind": str(made.kind),
        "title": {"kk": made.title_kk, "ru": made.title_ru, "en": made.title_en},
        "act_to_align": made.act_to_align,
        "responsible": measure.responsible.public_id if measure.responsible else None,
        "source": step.source,
        "sha256": step.sha256,
    }
    return Done(made, facts=facts, verdicts=[stored(power)])


@action("assignments.update_measure", powers=("ensure_activity_and_control_execution",))
def update_measure(
    *,
    occasion: Occasion,
    measure: GovernmentMeasure,
    step: Step,
    file: File[bytes] | None = None,
) -> Done[MeasureStep]:
    """Record how far a measure is, by a source document; what was recorded before stays.

    Raises:
        NotTheController: the law gives the register to somebody else.
        LawSilent: the law gives no answer.
        SourceTooNew: the document is of a day to come, or older than the last one.
        NothingSaid: no source document is named.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    power = require_control(Control(CONTROLLING), occasion)
    found = GovernmentMeasure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    if not found.status_on <= step.on <= occasion.on:
        raise SourceTooNew(date=step.on, last=found.status_on)
    made = _step(found, step, occasion=occasion, file=file)
    found.status, found.status_on = step.status, step.on
    found.save(update_fields=["status", "status_on"])
    facts = {
        "measure": found.public_id,
        "status": str(made.status),
        "on": made.on.isoformat(),
        "source": made.source,
        "sha256": made.sha256,
    }
    return Done(made, facts=facts, verdicts=[stored(power)])


def _require_fit(measure: Measure) -> None:
    if not (measure.title.kk.strip() and measure.title.ru.strip()):
        raise MeasureUntitled
    if (measure.kind == MeasureKind.CONFORMITY) != bool(measure.act_to_align.strip()):
        raise ActUnnamed


def _step(
    measure: GovernmentMeasure, step: Step, *, occasion: Occasion, file: File[bytes] | None
) -> MeasureStep:
    made = MeasureStep(
        measure=measure,
        status=step.status,
        on=step.on,
        source=said(step.source),
        recorded_at=occasion.at,
    )
    attach(made, file)
    made.save()
    return made
