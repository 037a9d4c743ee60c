"""Pages of meetings: a body's list, preparing, signing, convening, conclusions."""

from functools import cached_property
from typing import Any, ClassVar, cast

from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person
from shanyraq.platform import clock
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.actions import (
    convene_meeting,
    prepare_meeting,
    record_conclusion,
    record_meeting_convening,
    record_signature,
    sign_convening,
)
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.forms import (
    ActForm,
    ConclusionForm,
    ConfirmForm,
    MeetingForm,
    SignatureForm,
)
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import (
    CONVENING_MEETING,
    PREPARING,
    PRESIDING,
    PROCEDURES,
    RECORDING,
    NotYours,
    Rules,
    rules_of,
)
from shanyraq.sittings.queries import (
    agenda,
    awaited_from,
    item_of,
    joint_convening,
    meetings_of,
    next_number,
    notice_of,
    sees_draft,
    tabs_of,
)
from shanyraq.sittings.views.convening import MORNING
from shanyraq.sittings.views.frame import PowerPage, SessionPage

ROWS = 25


def _body_of(public_id: str) -> Organization:
    """A body that holds meetings.

    Raises:
        Http404: there is none of the identifier, or it holds none.
    """
    body = get_object_or_404(Organization.objects.select_related("area"), public_id=public_id)
    procedure = PROCEDURES.get(body.classification)
    if procedure is None or ItemKind.OTHER_QUESTIONS in procedure.kinds:
        raise Http404
    return body


@require_safe
def index(request: HttpRequest, body: str) -> HttpResponse:
    """A body's meetings that were announced; those who prepare or convene them see drafts too."""
    occasion, found = occasion_of(request), _body_of(body)
    rules = rules_of(found, occasion.on)
    shown = meetings_of(found)
    if not sees_draft(Session(body=found, kind="meeting"), occasion):
        shown = shown.exclude(state=State.PREPARED)
    context = {
        "body": found,
        "page": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "prepares": rules.holds(PREPARING, occasion) and not _lacks_statute(rules),
        "lacks_statute": _lacks_statute(rules),
        "tabs": tabs_of(occasion),
    }
    return render(request, "sittings/body.html", context)


def _lacks_statute(rules: Rules) -> bool:
    return rules.procedure.by_statute and not rules.layers


class Prepare(PowerPage):
    """Prepare a meeting of a body."""

    form_class = MeetingForm
    template_name = "sittings/prepare_meeting.html"

    @cached_property
    def body(self) -> Organization:
        """The body of the address."""
        return _body_of(self.kwargs["body"])

    def admit(self, occasion: Occasion) -> None:
        """Let pass who prepares this body's meetings.

        Raises:
            NoStatute: a small assembly without a statute in force.
            NotYours: the power is another's.
            LawSilent: the law of the day gives no answer.
        """
        rules = rules_of(self.body, occasion.on)
        rules.require(PREPARING, occasion)
        rules.require_statute()

    @property
    def _kinds(self) -> tuple[ItemKind, ...]:
        return rules_of(self.body, occasion_of(self.request).on).kinds

    def form_arguments(self) -> dict[str, Any]:
        """The powers of the body."""
        return {"kinds": self._kinds}

    def initial_of(self) -> dict[str, Any]:
        """A morning, and the body's first power."""
        return {"time": MORNING, "kind": self._kinds[0]}

    def context_of(self) -> dict[str, Any]:
        """The body and the number that the meeting will take."""
        return {"body": self.body, "number": next_number(self.body)}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Prepare it."""
        plan = cast("MeetingForm", form).plan()
        return prepare_meeting(occasion=occasion, body=self.body, plan=plan)

    def done_url(self, result: Addressed) -> str:
        """The working page of the new meeting."""
        return reverse("sittings:session", args=[result.public_id])


class _Convening(SessionPage):
    """A page by which a prepared meeting comes about; of the Council it is by signatures."""

    by_signatures: ClassVar[bool] = False

    def admit(self, occasion: Occasion) -> None:
        """Let pass who has the power, where the meeting comes about in this way.

        Raises:
            Http404: it is no meeting, or one that is convened otherwise.
            NotYours: the power is another's.
            NoStatute: no statute is in force that would give it to somebody.
            LawSilent: the law of the day gives no answer.
        """
        council = self.session.body.classification == Classification.COUNCIL
        if self.session.kind != Kind.MEETING or council is not self.by_signatures:
            raise Http404
        super().admit(occasion)

    def context_of(self) -> dict[str, Any]:
        """The meeting, its agenda, and what the law says of its day."""
        today = clock.today()
        notices = notice_of(self.session, announced_on=today, decided_on=today)
        return {
            "session": self.session,
            "items": agenda(self.session),
            "notice": next(iter(notices), None),
        }


class Sign(_Convening):
    """A deputy convenes a meeting of the Council, or the Chair consents to it."""

    form_class = ConfirmForm
    template_name = "sittings/sign.html"
    by_signatures = True

    def admit(self, occasion: Occasion) -> None:
        """Let pass whose signature is awaited.

        Raises:
            Http404: it is no meeting of the Council.
            NotYours: no signature of the reader's is awaited.
        """
        if self.session.kind != Kind.MEETING:
            raise Http404
        if awaited_from(self.session, occasion.actor, occasion.on) is None:
            raise NotYours(verdict=joint_convening(self.session, occasion.on).verdict)

    def context_of(self) -> dict[str, Any]:
        """Also the signatures given so far and the reader's own part."""
        occasion = occasion_of(self.request)
        return super().context_of() | {
            "joint": joint_convening(self.session, occasion.on),
            "own": awaited_from(self.session, occasion.actor, occasion.on),
        }

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Sign it."""
        del form
        return sign_convening(occasion=occasion, session=self.session)


class RecordSignature(_Convening):
    """The Working Organ records a signature given on paper."""

    form_class = SignatureForm
    template_name = "sittings/record_signature.html"
    power = RECORDING
    by_signatures = True

    def form_arguments(self) -> dict[str, Any]:
        """Those whose signatures are still awaited."""
        joint = joint_convening(self.session, occasion_of(self.request).on)
        awaited = [one.person.pk for one in joint.signatories if one.signature is None]
        return {"people": Person.objects.filter(pk__in=awaited).order_by("name_kk_sort")}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Record it."""
        return record_signature(occasion=occasion, session=self.session, **form.cleaned_data)


class Convene(_Convening):
    """A small assembly's chair, or who organises an advisory body, convenes a meeting."""

    form_class = ConfirmForm
    template_name = "sittings/convene_meeting.html"
    power = CONVENING_MEETING

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Convene it."""
        del form
        return convene_meeting(occasion=occasion, session=self.session)


class RecordConvening(_Convening):
    """A secretariat records the act by which its chair convened a meeting."""

    form_class = ActForm
    template_name = "sittings/record_meeting.html"
    power = RECORDING

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Record it."""
        return record_meeting_convening(
            occasion=occasion, session=self.session, **form.cleaned_data
        )


class Conclude(SessionPage):
    """Write down what a meeting concluded on a question."""

    form_class = ConclusionForm
    template_name = "sittings/conclude.html"
    power = PRESIDING

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return item_of(self.kwargs["item"])

    @cached_property
    def session(self) -> Session:
        """The meeting of the question."""
        return self.item.session

    def admit(self, occasion: Occasion) -> None:
        """Let pass who presides and who keeps the record for the one who does.

        Raises:
            NotYours: the power is another's.
            LawSilent: the law of the day gives no answer.
        """
        rules = rules_of(self.session.body, occasion.on)
        rules.require(self.power, occasion, in_person=False)

    def initial_of(self) -> dict[str, Any]:
        """What is written so far."""
        return {
            f"conclusion_{one}": getattr(self.item, f"conclusion_{one}")
            for one in ("kk", "ru", "en")
        }

    def context_of(self) -> dict[str, Any]:
        """The question and its meeting."""
        return {"session": self.session, "item": self.item}

    def act(self, form: Form, occasion: Occasion) -> AgendaItem:
        """Record it."""
        text = cast("ConclusionForm", form).text
        return record_conclusion(occasion=occasion, item=self.item, text=text)
