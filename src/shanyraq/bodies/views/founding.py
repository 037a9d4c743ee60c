"""A region enters the institution: one page establishes everything that stands in it."""

from functools import cached_property
from typing import Any

from django.forms import Form
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.actions import found_small_assembly
from shanyraq.bodies.enums import Role
from shanyraq.bodies.forms import FoundingForm
from shanyraq.bodies.models import Act
from shanyraq.bodies.permissions import CREATING_POWERS, Powers
from shanyraq.bodies.queries import assembly, called_in_charter
from shanyraq.bodies.views.frame import RecordingPage
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion

#: The posts that come with it, in the order in which the page tells of them.
POSTS = (
    Role.AKIM,
    Role.SMALL_ASSEMBLY_CHAIR,
    Role.SECRETARIAT_HEAD,
    Role.SMALL_ASSEMBLY_DEPUTY_CHAIR,
)


class Found(RecordingPage):
    """Establish a small assembly in a region, with its secretariat and the posts of both."""

    form_class = FoundingForm
    template_name = "bodies/found.html"

    @cached_property
    def body(self) -> Organization:
        """The Assembly, whose record says which regions have a small assembly."""
        return assembly()

    @cached_property
    def area(self) -> Area:
        """The region of the address.

        Raises:
            Http404: there is none.
        """
        return get_object_or_404(Area.objects.regions(), public_id=self.kwargs["area"])

    @property
    def power(self) -> Powers | None:
        """None where the charter leaves open who establishes small assemblies."""
        return CREATING_POWERS.get(Classification.SMALL_ASSEMBLY)

    def words(self) -> dict[str, Any]:
        """The new body, its region, and the posts that come with it."""
        heading = _("{body}: establishment").format(body=Classification.SMALL_ASSEMBLY.label)
        return {
            "heading": heading,
            "button": _("Record the new body"),
            "area": self.area,
            "posts": [role.label for role in POSTS],
        }

    def initial_of(self) -> dict[str, Any]:
        """Names made of the region's and the charter's words; the act may have others."""
        small = _in_region(self.area, Classification.SMALL_ASSEMBLY)
        office = _in_region(self.area, Classification.SECRETARIAT)
        return super().initial_of() | small.columns("name") | office.columns("office")

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Organization:
        """Establish everything at once."""
        filled = form.cleaned_data
        return found_small_assembly(
            occasion=occasion,
            act=act,
            area=self.area,
            name=Wording.read(filled, "name"),
            secretariat=Wording.read(filled, "office"),
            start_date=filled["start_date"],
        )

    def done_url(self, result: Addressed) -> str:
        """The page of the new small assembly."""
        return reverse("bodies:body", args=[result.public_id])


def _in_region(area: Area, kind: Classification) -> Wording:
    """The name of a region and the word for a body in it."""
    word = called_in_charter(kind)
    return Wording(
        kk=f"{area.name_kk}: {word.kk}",
        ru=f"{word.ru}: {area.name_ru}",
        en=f"{word.en}: {area.name_en}",
    )
