"""The registrar's page: the list of voters, the codes made on the own device, the public list."""

import csv
from functools import cached_property
from typing import Any, ClassVar, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shanyraq.elections.actions import check_credentials, submit_credentials
from shanyraq.elections.enums import BoxState
from shanyraq.elections.forms import CredentialsForm, FileForm
from shanyraq.elections.models import BallotBox, RollEntry
from shanyraq.elections.permissions import require_registrar
from shanyraq.elections.queries import archive_name, box_of, fingerprint_of_roll, roll_of
from shanyraq.elections.queries.stages import stamp_of
from shanyraq.platform.documents import cell
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage


class Registrar(FormPage):
    """The registrar's page; only the public list is ever sent from it."""

    form_class: ClassVar[type[Form]] = CredentialsForm
    template_name = "elections/registrar.html"
    comparing = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Let the registrar pass.

        Raises:
            NotTheRegistrar: it is somebody else.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        require_registrar(occasion_of(request), self.box)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def box(self) -> BallotBox:
        """The box of the address."""
        return box_of(self.kwargs["public_id"])

    def context_of(self) -> dict[str, Any]:
        """The box, the list as the page's script needs it, and where the booth is."""
        booth = reverse("elections:booth", args=[self.box.public_id])
        return {
            "box": self.box,
            "item": self.box.item,
            "session": self.box.item.session,
            "roll": roll_of(self.box).count(),
            "roll_fingerprint": fingerprint_of_roll(self.box),
            "sent": self.box.credentials.count(),
            "comparing": self.comparing,
            "uncompared": self.box.state == BoxState.SEALED and not self.box.credentials_checked_at,
            "archive_name": archive_name(self.box),
            "stamp": stamp_of(self.box.item.session),
            "booth": self.request.build_absolute_uri(booth),
        }

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Send the public list."""
        record, roll = cast("CredentialsForm", form).content, form.cleaned_data["roll"]
        return submit_credentials(occasion=occasion, box=self.box, record=record, roll=roll)

    def done_url(self, result: object) -> str:
        """The same page, which now says so."""
        del result
        return reverse("elections:registrar", args=[self.box.public_id])


class Comparing(Registrar):
    """The same page where the registrar compares the sealed list of codes with the own one."""

    form_class = FileForm
    comparing = True

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Say that the archive holds the own list and no other code."""
        record = cast("FileForm", form).content
        return check_credentials(occasion=occasion, box=self.box, record=record)


@never_cache
@login_required
@require_safe
def roll_csv(request: HttpRequest, public_id: str) -> HttpResponse:
    """The list of voters as comma-separated values, for the registrar alone.

    Raises:
        NotTheRegistrar: it is somebody else.
    """
    box = _own(request, public_id)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = _named(box, "csv")
    rows = csv.writer(answer)
    rows.writerow([_("Number"), _("Identifier"), _("Name")])
    rows.writerows([one["number"], one["id"], cell(one["name"])] for one in _rows(box))
    return answer


@never_cache
@login_required
@require_safe
def roll_txt(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same for the command line: a number and a name a line, no two lines alike.

    Raises:
        NotTheRegistrar: it is somebody else.
    """
    box = _own(request, public_id)
    lines = [f"{one['number']}. {one['name']}\n" for one in _rows(box)]
    answer = HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = _named(box, "txt")
    return answer


@never_cache
@login_required
@require_safe
def roll_json(request: HttpRequest, public_id: str) -> JsonResponse:
    """The same with the identifier of the election and its group, for the registrar's tool.

    Raises:
        NotTheRegistrar: it is somebody else.
    """
    box = _own(request, public_id)
    told = {
        "uuid": box.uuid,
        "group": box.group,
        "version": box.version,
        "roll": fingerprint_of_roll(box),
        "voters": _rows(box),
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = _named(box, "json")
    return answer


def _named(box: BallotBox, kind: str) -> str:
    """A file called by the box and, at the end, by the fingerprint of the list that it holds."""
    return f'attachment; filename="voters-{box.uuid}-{fingerprint_of_roll(box)}.{kind}"'


def _own(request: HttpRequest, public_id: str) -> BallotBox:
    box = box_of(public_id)
    require_registrar(occasion_of(request), box)
    return box


def _rows(box: BallotBox) -> list[dict[str, Any]]:
    return [_row(entry) for entry in roll_of(box)]


def _row(entry: RollEntry) -> dict[str, Any]:
    person = entry.membership.person
    return {"number": entry.number, "id": person.public_id, "name": str(person)}
