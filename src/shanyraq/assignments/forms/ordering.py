"""Forms by which assignments are given."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from shanyraq.assignments.actions import Order
from shanyraq.assignments.forms._parts import FOUR_LINES, LONGEST, TWO_LINES
from shanyraq.assignments.permissions import APPARATUS
from shanyraq.assignments.queries import people_named
from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.people.models import Area, Organization, Person, Wording
from shanyraq.platform.components import DateField

LONGEST_NAME = 255


def _text(label: Any, *, required: bool = True, rows: Any = FOUR_LINES) -> forms.CharField:  # noqa: ANN401 -- a lazy string, a widget
    return forms.CharField(label=label, widget=rows, max_length=LONGEST, required=required)


class TaskForm(forms.Form):
    """What is to be done, what completes it, until when."""

    text_kk = _text(_("What is to be done, in Kazakh"))
    text_ru = _text(_("What is to be done, in Russian"))
    text_en = _text(_("What is to be done, in English"), required=False)
    completion_kk = _text(_("What completes it, in Kazakh"), required=False, rows=TWO_LINES)
    completion_ru = _text(_("What completes it, in Russian"), required=False, rows=TWO_LINES)
    completion_en = _text(_("What completes it, in English"), required=False, rows=TWO_LINES)
    deadline = DateField(
        label=_("Deadline"),
        help_text=_("Leave it empty when the day will be instructed."),
        required=False,
    )

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer those who hold posts on a day."""
        super().__init__(*args, **options)
        self.on = on

    def order(self) -> Order:
        """The assignment that was described."""
        data = self.cleaned_data
        return Order(
            text=Wording.read(data, "text"),
            completion=Wording.read(data, "completion"),
            deadline=data["deadline"],
            **self.executors(),
        )

    def executors(self) -> dict[str, Any]:
        """Who carries it out, by the names of an order's parts."""
        raise NotImplementedError

    def offer(self, name: str, rows: QuerySet[Any]) -> None:
        """Let a field choose among rows, each by its public identifier."""
        field = cast("forms.ModelChoiceField[Any]", self.fields[name])
        field.queryset = rows
        field.to_field_name = "public_id"


class OrderForm(TaskForm):
    """An assignment on a decision: any body, any person in office, co-executors, a region."""

    lead_body = forms.ModelChoiceField(
        label=_("Lead executor: a body"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    lead_person = forms.CharField(
        label=_("Lead executor: a person"),
        help_text=_("Family name and given name of somebody in office."),
        max_length=LONGEST_NAME,
        required=False,
    )
    co_bodies = forms.ModelMultipleChoiceField(
        label=_("Co-executors: bodies"), queryset=Organization.objects.none(), required=False
    )
    co_persons = forms.CharField(
        label=_("Co-executors: persons"),
        help_text=_("Each name on a line of its own."),
        widget=TWO_LINES,
        required=False,
    )
    area = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("No region in particular"),
    )

    field_order = [
        "text_kk",
        "text_ru",
        "text_en",
        "lead_body",
        "lead_person",
        "deadline",
        "completion_kk",
        "completion_ru",
        "completion_en",
        "co_bodies",
        "co_persons",
        "area",
    ]

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the bodies and regions that stand on a day."""
        super().__init__(*args, on=on, **options)
        standing = Organization.objects.on(on).order_by("name_kk_sort")
        self.offer("lead_body", standing)
        self.offer("co_bodies", standing)
        self.offer("area", Area.objects.regions().on(on).order_by("name_kk_sort"))

    def clean_lead_person(self) -> Person | None:
        """The one person of the name.

        Raises:
            ValidationError: nobody has it, or several have.
        """
        name = self.cleaned_data["lead_person"].strip()
        return self._named(name) if name else None

    def clean_co_persons(self) -> list[Person]:
        """The persons of the names.

        Raises:
            ValidationError: nobody has one of them, or several have.
        """
        lines = self.cleaned_data["co_persons"].splitlines()
        return [self._named(line.strip()) for line in lines if line.strip()]

    def executors(self) -> dict[str, Any]:
        """Everybody named, and the region."""
        names = ("lead_body", "lead_person", "co_bodies", "co_persons", "area")
        return {name: self.cleaned_data[name] for name in names}

    def _named(self, name: str) -> Person:
        found = people_named(name, self.on)
        if not found:
            raise forms.ValidationError(_("Nobody in office is called “{name}”.").format(name=name))
        if len(found) > 1:
            told = "; ".join(f"{one.name} ({one.public_id})" for one in found)
            raise forms.ValidationError(
                _(
                    "Several persons: {told}. Write the whole name, or what stands in brackets."
                ).format(told=told)
            )
        return found[0]


class DeputyForm(TaskForm):
    """A separate assignment of the Chair to a deputy."""

    lead_person = forms.ModelChoiceField(
        label=_("Deputy"), queryset=Person.objects.none(), widget=forms.RadioSelect
    )

    field_order = ["lead_person", "text_kk", "text_ru", "text_en", "deadline"]

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the deputies of a day."""
        super().__init__(*args, on=on, **options)
        held = Membership.objects.filter(post__role=Role.DEPUTY_CHAIR).on(on)
        people = Person.objects.filter(pk__in=held.values("person"))
        self.offer("lead_person", people.order_by("name_kk_sort"))

    def executors(self) -> dict[str, Any]:
        """The deputy."""
        return {"lead_person": self.cleaned_data["lead_person"]}


class ApparatusForm(TaskForm):
    """An assignment of a deputy to the Assembly's apparatus."""

    lead_body = forms.ModelChoiceField(
        label=_("Body of the apparatus"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    lead_person = forms.ModelChoiceField(
        label=_("Person of the apparatus"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("None"),
    )

    field_order = ["lead_body", "lead_person", "text_kk", "text_ru", "text_en", "deadline"]

    def __init__(self, *args: Any, on: dt.date, **options: Any) -> None:  # noqa: ANN401 -- passed on to Django
        """Offer the bodies of the apparatus and who holds a post in them on a day."""
        super().__init__(*args, on=on, **options)
        bodies = Organization.objects.filter(classification__in=APPARATUS).on(on)
        held = Membership.objects.filter(organization__in=bodies).posts().on(on)
        people = Person.objects.filter(pk__in=held.values("person"))
        self.offer("lead_body", bodies.order_by("name_kk_sort"))
        self.offer("lead_person", people.order_by("name_kk_sort"))

    def executors(self) -> dict[str, Any]:
        """The body, the person or both."""
        return {name: self.cleaned_data[name] for name in ("lead_body", "lead_person")}
