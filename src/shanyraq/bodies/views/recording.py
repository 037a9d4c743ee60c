"""Keeping the record: seats, posts, documents and bodies, each by a signed act."""

from functools import cached_property
from typing import Any, cast

from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.actions import (
    adopt_document,
    appoint,
    designate_working_organ,
    dissolve_body,
    end_membership,
    establish_body,
    establish_post,
    include_member,
)
from shanyraq.bodies.enums import Category, Competence, DocumentKind, Office, Role
from shanyraq.bodies.forms import (
    AppointForm,
    BodyForm,
    DesignationForm,
    DocumentForm,
    EndForm,
    IncludeForm,
    PostForm,
)
from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.bodies.permissions import (
    ADOPTING_POWERS,
    ADVISORY_POWERS,
    APPOINTING_POWERS,
    CREATING_POWERS,
    DESIGNATING,
    SEATING_POWERS,
    OnlyWarned,
    Powers,
    seating_power,
)
from shanyraq.bodies.queries import (
    DOCUMENTS_OF,
    assembly,
    categories_for,
    eligibility,
    warning_in,
)
from shanyraq.bodies.views.frame import RecordingPage
from shanyraq.people.enums import AdvisoryForm, Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.people.queries import regions_on
from shanyraq.platform import clock
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion

#: Bodies whose seats are given here; the Assembly and small assemblies have paths of their own.
SEATED_HERE = frozenset(
    {
        Classification.COUNCIL,
        Classification.COORDINATION_COUNCIL,
        Classification.ADVISORY_BODY,
    }
)
#: Posts with a path of their own: a deputy is appointed on the Council's proposal (R7.4).
FILLED_ELSEWHERE = frozenset({Role.DEPUTY_CHAIR})
#: What the holders of posts of a body can be.
ROLES_IN: dict[str, list[Role]] = {
    Classification.ADVISORY_BODY: [Role.ADVISORY_CHAIR, Role.ADVISORY_SECRETARY],
    Classification.WORKING_ORGAN: [Role.WORKING_ORGAN],
    Classification.SECRETARIAT: [Role.SECRETARIAT],
}


class Include(RecordingPage):
    """Give somebody a seat."""

    form_class = IncludeForm
    kinds = SEATED_HERE

    @property
    def power(self) -> Powers | None:
        """To compose the body."""
        return SEATING_POWERS.get(Classification(self.body.classification))

    @property
    def by_office(self) -> bool:
        """Whether seats are for offices named by the clause (R10.2)."""
        return self.body.classification == Classification.COORDINATION_COUNCIL

    def words(self) -> dict[str, Any]:
        """A new member."""
        return {"heading": _("A new member"), "button": _("Record the inclusion")}

    def form_arguments(self) -> dict[str, Any]:
        """Whom members of the body may represent, and the regions."""
        today = clock.today()
        return super().form_arguments() | {
            "categories": categories_for(self.body, today),
            "areas": cast("QuerySet[Area]", regions_on(today)),
            "by_office": self.by_office,
        }

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Membership:
        """Give the seat; what the charter only warns of is shown first.

        Raises:
            OnlyWarned: the charter warns, and nobody has said that it was read.
        """
        filled, person = form.cleaned_data, cast("IncludeForm", form).somebody
        seat: dict[str, Any] = {
            "category": Category(filled.get("category", Category.STATE_BODY)),
            "office": Office(filled["office"]) if filled.get("office") else "",
        }
        verdict = eligibility(self.body, person, **seat, on=filled["start_date"])
        warning = warning_in(verdict)
        refused = verdict is not None and verdict.stands_in_the_way
        if warning is not None and not (refused or filled["all_the_same"]):
            raise OnlyWarned(verdict=warning, person=person.name)
        return include_member(
            occasion=occasion,
            organization=self.body,
            person=person,
            act=act,
            start_date=filled["start_date"],
            area=filled.get("area"),
            **seat,
        )


class Appoint(RecordingPage):
    """Put somebody in a post."""

    form_class = AppointForm

    @cached_property
    def posts(self) -> QuerySet[Post]:
        """The posts of the body that are filled by an act."""
        posts = Post.objects.filter(organization=self.body, follows=None)
        return posts.exclude(role__in=FILLED_ELSEWHERE).on(clock.today()).order_by("pk")

    @property
    def power(self) -> Powers | None:
        """To fill the posts there are; None where the charter leaves one of them open."""
        powers = [APPOINTING_POWERS.get(Role(post.role)) for post in self.posts]
        named = [(one,) if isinstance(one, str) else one for one in powers if one is not None]
        return None if len(named) < len(powers) else tuple(one for each in named for one in each)

    def words(self) -> dict[str, Any]:
        """An appointment."""
        return {"heading": _("An appointment"), "button": _("Record the appointment")}

    def initial_of(self) -> dict[str, Any]:
        """The post and the person that a link may name."""
        asked = self.request.GET
        named = self.posts.filter(public_id=asked.get("post", "")).first()
        return super().initial_of() | {"post": named, "person": asked.get("person", "")}

    def form_arguments(self) -> dict[str, Any]:
        """The posts."""
        return super().form_arguments() | {"posts": self.posts}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Membership:
        """Appoint."""
        filled = form.cleaned_data
        return appoint(
            occasion=occasion,
            post=filled["post"],
            person=cast("AppointForm", form).somebody,
            act=act,
            start_date=filled["start_date"],
            end_date=filled["end_date"],
        )


class End(RecordingPage):
    """End a seat or the holding of a post."""

    form_class = EndForm

    @cached_property
    def held(self) -> Membership:
        """The membership of the address.

        Raises:
            Http404: it is not of this body, has ended, goes with an office, or ends elsewhere.
        """
        rows = Membership.objects.filter(organization=self.body, ended_by=None)
        held = get_object_or_404(
            rows.select_related("person", "post__follows"), public_id=self.kwargs["membership"]
        )
        if held.post is None and self.body.classification not in SEATED_HERE:
            raise Http404
        if held.post is not None and held.post.follows is not None:
            raise Http404
        return held

    @property
    def power(self) -> Powers | None:
        """To give what is ended."""
        if self.held.post is not None:
            return APPOINTING_POWERS.get(Role(self.held.post.role))
        return seating_power(self.body, Category(self.held.category))

    def words(self) -> dict[str, Any]:
        """Whose membership ends."""
        heading = _("The end of a post") if self.held.post else _("The end of a seat")
        what = self.held.post.label if self.held.post else _("Member")
        about = f"{self.held.person.name} · {what}"
        return {"heading": heading, "button": _("Record the end"), "about": about}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Membership:
        """End it."""
        end = form.cleaned_data["end_date"]
        return end_membership(occasion=occasion, membership=self.held, act=act, end_date=end)


class Adopt(RecordingPage):
    """Adopt a version of the document by which a body lives."""

    form_class = DocumentForm
    kinds = frozenset(DOCUMENTS_OF)

    @property
    def kind(self) -> DocumentKind:
        """Which document it is."""
        return DOCUMENTS_OF[self.body.classification]

    @property
    def power(self) -> Powers | None:
        """To adopt it."""
        return ADOPTING_POWERS[self.kind]

    def words(self) -> dict[str, Any]:
        """A new version."""
        about = str(self.kind.label)
        return {"heading": _("A new version"), "button": _("Record the version"), "about": about}

    def form_arguments(self) -> dict[str, Any]:
        """Whether it is a statute."""
        return super().form_arguments() | {"statute": self.kind == DocumentKind.STATUTE}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Addressed:
        """Adopt it."""
        filled = form.cleaned_data
        return adopt_document(
            occasion=occasion,
            body=self.body,
            kind=self.kind,
            title=Wording.read(filled, "title"),
            text=Wording.read(filled, "text"),
            act=act,
            start_date=filled["start_date"],
            pack=filled.get("pack", ""),
        )

    def done_url(self, result: Addressed) -> str:
        """The document with its versions."""
        del result
        return reverse("bodies:document", args=[self.body.public_id])


class CreateBody(RecordingPage):
    """Create an advisory body with its mandate and, when one is known, its end (R11)."""

    form_class = BodyForm

    @cached_property
    def body(self) -> Organization:
        """The Assembly, to which it is attached."""
        return assembly()

    @property
    def power(self) -> Powers | None:
        """To create advisory bodies."""
        return CREATING_POWERS[Classification.ADVISORY_BODY]

    def words(self) -> dict[str, Any]:
        """A new body."""
        return {"heading": _("A new advisory body"), "button": _("Record the new body")}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Organization:
        """Establish it, give it its mandate, and set its end."""
        filled = form.cleaned_data
        name = Wording.read(filled, "name")
        body = establish_body(
            occasion=occasion,
            act=act,
            classification=Classification.ADVISORY_BODY,
            name=name,
            parent=self.body,
            founding_date=filled["start_date"],
            form=AdvisoryForm(filled["form"]),
        )
        adopt_document(
            occasion=occasion,
            body=body,
            kind=DocumentKind.MANDATE,
            title=name,
            text=Wording.read(filled, "mandate"),
            act=act,
            start_date=filled["start_date"],
        )
        if filled["end_date"] is not None:
            dissolve_body(occasion=occasion, body=body, act=act, on=filled["end_date"])
        return body

    def done_url(self, result: Addressed) -> str:
        """The page of the new body."""
        return reverse("bodies:body", args=[result.public_id])


class Dissolve(RecordingPage):
    """End an advisory body."""

    form_class = EndForm
    kinds = frozenset({Classification.ADVISORY_BODY})

    @property
    def power(self) -> Powers | None:
        """To create advisory bodies, and so to end them."""
        return CREATING_POWERS[Classification.ADVISORY_BODY]

    def words(self) -> dict[str, Any]:
        """The end of the body."""
        return {"heading": _("The end of the body"), "button": _("Record the end of the body")}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Organization:
        """End it with its posts and memberships."""
        end = form.cleaned_data["end_date"]
        return dissolve_body(occasion=occasion, body=self.body, act=act, on=end)


class NewPost(RecordingPage):
    """Establish a post of an advisory body or of the staff."""

    form_class = PostForm
    kinds = frozenset(ROLES_IN)

    @property
    def power(self) -> Powers | None:
        """Advisory bodies are organised by a power; for the staff the charter leaves it open."""
        advisory = self.body.classification == Classification.ADVISORY_BODY
        return ADVISORY_POWERS if advisory else None

    def words(self) -> dict[str, Any]:
        """A new post."""
        return {"heading": _("A new post"), "button": _("Record the post")}

    def form_arguments(self) -> dict[str, Any]:
        """What its holder can be."""
        return super().form_arguments() | {"roles": ROLES_IN[self.body.classification]}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Post:
        """Establish it."""
        filled = form.cleaned_data
        return establish_post(
            occasion=occasion,
            act=act,
            organization=self.body,
            role=Role(filled["role"]),
            label=Wording.read(filled, "label"),
            seats=filled["seats"],
            start_date=filled["start_date"],
            competence=Competence(filled["competence"]) if filled["competence"] else "",
        )


class Designate(RecordingPage):
    """Say which department is the Working Organ (R12.0)."""

    form_class = DesignationForm
    kinds = frozenset({Classification.WORKING_ORGAN})
    power = DESIGNATING

    def words(self) -> dict[str, Any]:
        """A designation."""
        return {"heading": _("A designation"), "button": _("Record the designation")}

    def carry_out(self, form: Form, act: Act, occasion: Occasion) -> Addressed:
        """Designate it."""
        filled = form.cleaned_data
        return designate_working_organ(
            occasion=occasion,
            body=self.body,
            name=Wording.read(filled, "name"),
            act=act,
            start_date=filled["start_date"],
        )
