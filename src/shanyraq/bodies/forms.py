"""Forms by which the record of bodies is kept: an act, a person, and what the act does."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.validators import FileExtensionValidator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import ActKind, Category, Competence, Issuer, Office, Role
from shanyraq.bodies.models import Act, Post
from shanyraq.charter.queries import charter_pack
from shanyraq.people.enums import AdvisoryForm
from shanyraq.people.models import Area, Person, Wording
from shanyraq.platform.components import DateField
from shanyraq.platform.languages import fold

LARGEST = 20 * 1024 * 1024
NAMES_AT_ONCE = 20
FILES = ["pdf", "docx", "odt", "png"]
#: The fields that describe an act that is not in the record yet, and must be there for it.
OF_NEW_ACT = ("act_number", "act_date", "act_title_kk", "act_title_ru")


class ActForm(forms.Form):
    """The signed act on which something rests: one in the record, or a new one with its file."""

    act = forms.ModelChoiceField(
        Act.objects.none(),
        label=_("By which act"),
        required=False,
        empty_label=_("A new act, described below"),
    )
    act_kind = forms.ChoiceField(
        label=_("Kind of the new act"), choices=ActKind.choices, initial=ActKind.DECISION
    )
    act_number = forms.CharField(label=_("Its number"), max_length=40, required=False)
    act_date = DateField(label=_("Its date"), required=False)
    act_issuer = forms.ChoiceField(label=_("Signed by"))
    act_title_kk = forms.CharField(label=_("Its title in Kazakh"), max_length=500, required=False)
    act_title_ru = forms.CharField(label=_("Its title in Russian"), max_length=500, required=False)
    act_title_en = forms.CharField(label=_("Its title in English"), max_length=500, required=False)
    act_file = forms.FileField(
        label=_("The signed act as a file"),
        help_text=_("PDF, DOCX, ODT or PNG, at most 20 MB"),
        required=False,
        validators=[FileExtensionValidator(FILES)],
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- as Django declares it
        acts: QuerySet[Act],
        issuers: list[Issuer],
        **kwargs: Any,  # noqa: ANN401 -- as Django declares it
    ) -> None:
        """Offer the acts that can carry it, and those who can sign a new one."""
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Act]", self.fields["act"]).queryset = acts
        offered = [(str(one), one.label) for one in issuers]
        cast("forms.ChoiceField", self.fields["act_issuer"]).choices = offered

    def clean_act_file(self) -> Any:  # noqa: ANN401 -- an uploaded file or nothing
        """A file of a bearable size.

        Raises:
            ValidationError: it is larger.
        """
        file = self.cleaned_data["act_file"]
        if file is not None and file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 20 MB."))
        return file

    def clean(self) -> dict[str, Any]:
        """Either an act of the record, or everything that tells of a new one."""
        cleaned = super().clean() or {}
        if cleaned.get("act") is None and "act" not in self.errors:
            for name in OF_NEW_ACT:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in, or choose an act of the record."))
        return cleaned

    def described(self) -> dict[str, Any]:
        """The new act, as the action that records it takes it."""
        cleaned = self.cleaned_data
        return {
            "kind": ActKind(cleaned["act_kind"]),
            "number": cleaned["act_number"],
            "date": cleaned["act_date"],
            "issuer": Issuer(cleaned["act_issuer"]),
            "title": Wording.read(cleaned, "act_title"),
            "file": cleaned.get("act_file"),
        }


class PersonForm(forms.Form):
    """Somebody of the register, found by name; when several bear it, one of them is chosen."""

    person = forms.CharField(
        label=_("Person"),
        max_length=200,
        help_text=_("The name or a part of it, as it stands in the register"),
    )
    chosen = forms.ChoiceField(
        label=_("Several persons bear this name: which of them?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Ask which one only when the name is not enough."""
        super().__init__(*args, **kwargs)
        self.matches = _named(str(self.data.get("person", ""))) if self.is_bound else []
        if len(self.matches) > 1:
            offered = [(one.public_id, _told(one)) for one in self.matches]
            cast("forms.ChoiceField", self.fields["chosen"]).choices = offered
        else:
            del self.fields["chosen"]

    def clean_person(self) -> str:
        """A name that somebody bears.

        Raises:
            ValidationError: nobody does.
        """
        if not self.matches:
            raise forms.ValidationError(_("Nobody of that name is in the register."))
        return str(self.cleaned_data["person"])

    @property
    def somebody(self) -> Person:
        """The person meant."""
        chosen = self.cleaned_data.get("chosen", self.matches[0].public_id)
        return next(one for one in self.matches if one.public_id == chosen)


def _named(text: str) -> list[Person]:
    """Persons whose name holds every word of a text, in any of the three languages."""
    words = fold(text).split()
    if not words:
        return []
    found = Q()
    for word in words:
        found &= Q(name_fold__contains=word)
    return list(Person.objects.filter(found).order_by("name_kk_sort")[:NAMES_AT_ONCE])


def _told(person: Person) -> str:
    """A name with what tells its bearer from namesakes: the identifier."""
    return f"{person.name} ({person.public_id})"


def _offices() -> list[tuple[str, str]]:
    """The offices that the charter has a word for."""
    known = charter_pack().words
    return [("", "–"), *((one.value, str(one.label)) for one in Office if one.value in known)]


class IncludeForm(PersonForm, ActForm):
    """A seat in a body."""

    category = forms.ChoiceField(label=_("Represents"))
    office = forms.ChoiceField(label=_("Office held"), choices=_offices, required=False)
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Region"), required=False)
    start_date = DateField(label=_("Member from"))
    all_the_same = forms.BooleanField(
        label=_("Include all the same; the warning stays beside the seat"), required=False
    )

    field_order = ("person", "chosen", "category", "office", "area", "start_date")

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- as Django declares it
        categories: list[Category],
        areas: QuerySet[Area],
        by_office: bool,
        **kwargs: Any,  # noqa: ANN401 -- as Django declares it
    ) -> None:
        """Ask for the office where offices are named, else for whom somebody represents."""
        super().__init__(*args, **kwargs)
        offered = [(str(one), one.label) for one in categories]
        cast("forms.ChoiceField", self.fields["category"]).choices = offered
        cast("forms.ModelChoiceField[Area]", self.fields["area"]).queryset = areas
        del self.fields["category" if by_office else "office"]
        if by_office:
            del self.fields["area"]


class AppointForm(PersonForm, ActForm):
    """The holding of a post."""

    post = forms.ModelChoiceField(Post.objects.none(), label=_("Post"), empty_label=None)
    start_date = DateField(label=_("From"))
    end_date = DateField(label=_("Until, when an end is known"), required=False)

    field_order = ("post", "person", "chosen", "start_date", "end_date")

    def __init__(self, *args: Any, posts: QuerySet[Post], **kwargs: Any) -> None:  # noqa: ANN401
        """Offer the posts of the body that are filled by an act."""
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Post]", self.fields["post"]).queryset = posts


class EndForm(ActForm):
    """The end of a seat, of a post's holding or of a body."""

    end_date = DateField(label=_("First day without it"))

    field_order = ("end_date",)


class DocumentForm(ActForm):
    """A version of a document."""

    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=500)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=500)
    title_en = forms.CharField(label=_("Title in English"), max_length=500, required=False)
    text_kk = forms.CharField(label=_("Text in Kazakh"), widget=forms.Textarea(attrs={"rows": 8}))
    text_ru = forms.CharField(label=_("Text in Russian"), widget=forms.Textarea(attrs={"rows": 8}))
    text_en = forms.CharField(
        label=_("Text in English"), widget=forms.Textarea(attrs={"rows": 8}), required=False
    )
    start_date = DateField(label=_("In force from"))
    pack = forms.CharField(
        label=_("Charter pack with its rules"),
        help_text=_("Name of the folder, when the rules of the statute are kept as a pack"),
        max_length=100,
        required=False,
    )

    field_order = (
        "title_kk", "title_ru", "title_en", "text_kk", "text_ru", "text_en", "start_date", "pack",
    )  # fmt: skip

    def __init__(self, *args: Any, statute: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- as above
        """Ask for a pack in the case of a statute."""
        super().__init__(*args, **kwargs)
        if not statute:
            del self.fields["pack"]


class BodyForm(ActForm):
    """An advisory body with its mandate and its end."""

    form = forms.ChoiceField(label=_("What it is"), choices=AdvisoryForm.choices)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=255)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=255)
    name_en = forms.CharField(label=_("Name in English"), max_length=255)
    mandate_kk = forms.CharField(
        label=_("Mandate in Kazakh"), widget=forms.Textarea(attrs={"rows": 4})
    )
    mandate_ru = forms.CharField(
        label=_("Mandate in Russian"), widget=forms.Textarea(attrs={"rows": 4})
    )
    mandate_en = forms.CharField(
        label=_("Mandate in English"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    start_date = DateField(label=_("From"))
    end_date = DateField(label=_("Until, when an end is known"), required=False)

    field_order = (
        "form", "name_kk", "name_ru", "name_en", "mandate_kk", "mandate_ru", "mandate_en",
        "start_date", "end_date",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        cleaned = super().clean()
        first, end = cleaned.get("start_date"), cleaned.get("end_date")
        if isinstance(first, date) and isinstance(end, date) and end <= first:
            self.add_error("end_date", _("Choose an end after the first day."))
        return cleaned


class FoundingForm(ActForm):
    """A small assembly and its secretariat, as the act that establishes them names them."""

    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=255)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=255)
    name_en = forms.CharField(label=_("Name in English"), max_length=255)
    office_kk = forms.CharField(label=_("Its secretariat’s name in Kazakh"), max_length=255)
    office_ru = forms.CharField(label=_("Its secretariat’s name in Russian"), max_length=255)
    office_en = forms.CharField(label=_("Its secretariat’s name in English"), max_length=255)
    start_date = DateField(label=_("From"))

    field_order = (
        "name_kk", "name_ru", "name_en", "office_kk", "office_ru", "office_en", "start_date",
    )  # fmt: skip


class PostForm(ActForm):
    """A post in a body."""

    role = forms.ChoiceField(label=_("What its holder is"))
    label_kk = forms.CharField(label=_("Name in Kazakh"), max_length=255)
    label_ru = forms.CharField(label=_("Name in Russian"), max_length=255)
    label_en = forms.CharField(label=_("Name in English"), max_length=255)
    competence = forms.ChoiceField(
        label=_("Competence asked for"), choices=[("", "–"), *Competence.choices], required=False
    )
    seats = forms.IntegerField(label=_("How many hold it at once"), min_value=1, initial=1)
    start_date = DateField(label=_("From"))

    field_order = (
        "role", "label_kk", "label_ru", "label_en", "competence", "seats", "start_date",
    )  # fmt: skip

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:  # noqa: ANN401 -- as above
        """Offer the roles there are in such a body."""
        super().__init__(*args, **kwargs)
        offered = [(str(one), one.label) for one in roles]
        cast("forms.ChoiceField", self.fields["role"]).choices = offered


class DesignationForm(ActForm):
    """Which department is the Working Organ."""

    name_kk = forms.CharField(label=_("Department in Kazakh"), max_length=255)
    name_ru = forms.CharField(label=_("Department in Russian"), max_length=255)
    name_en = forms.CharField(label=_("Department in English"), max_length=255)
    start_date = DateField(label=_("From"))

    field_order = ("name_kk", "name_ru", "name_en", "start_date")


class AskForm(PersonForm):
    """A person proposed as head of a secretariat."""

    note = forms.CharField(
        label=_("What speaks for the person"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class AnswerForm(forms.Form):
    """The Working Organ's answer."""

    AGREE, REFUSE = "agree", "refuse"

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(AGREE, _("Agrees to the appointment")), (REFUSE, _("Refuses its agreement"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Needed when the agreement is refused"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
