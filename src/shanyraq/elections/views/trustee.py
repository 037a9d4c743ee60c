"""The page of a trustee: making the key, checking it, opening the box; the key itself stays away.

Everything secret is computed and kept on the trustee's own device, by the page's script or by the
command line; what is sent from here is public.
"""

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shanyraq.ballots.records import MalformedRecord, canonical, read_json, read_object
from shanyraq.elections.actions import check_key, submit_key_message, submit_partial_decryption
from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.forms import FileForm
from shanyraq.elections.models import BallotBox, KeyMessage, Trustee
from shanyraq.elections.permissions import NotATrustee
from shanyraq.elections.queries import (
    archive_name,
    box_law,
    box_of,
    ceremony_input,
    current_step,
    election_record,
    head_of,
    key_check_message,
    messages_of,
    trustees_of,
    turnout_of,
)
from shanyraq.elections.queries.stages import stages_of, stamp_of
from shanyraq.platform.clock import date_of
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage


class TrusteePage(FormPage):
    """What a trustee has to do now, in the page or with the command line."""

    form_class = FileForm
    template_name = "elections/trustee.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Let a trustee of the box pass.

        Raises:
            NotATrustee: it is somebody else.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.trustee = _own(request, self.box)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def box(self) -> BallotBox:
        """The box of the address."""
        return box_of(self.kwargs["public_id"])

    @cached_property
    def step(self) -> KeyStep | None:
        """The step of the key that all trustees are at; None once the key is made."""
        return current_step(self.box) if self.box.state == BoxState.PREPARING else None

    @property
    def task(self) -> str:
        """What this trustee has to do: a step of the key, "check", "decrypt" or nothing."""
        if self.step is not None:
            sent = KeyMessage.objects.filter(trustee=self.trustee, step=self.step).exists()
            return "" if sent else self.step.value
        if self.box.state == BoxState.SEALED and self.trustee.checked_at is None:
            return "check"
        if self.box.state == BoxState.CLOSED and self.trustee.decrypted_at is None:
            return "decrypt"
        return ""

    def context_of(self) -> dict[str, Any]:
        """The task, what the device needs for it, and how far the others are."""
        task, sealed = self.task, self.box.sealed_at is not None
        return {
            "box": self.box,
            "item": self.box.item,
            "session": self.box.item.session,
            "trustee": self.trustee,
            "others": trustees_of(self.box),
            "task": task,
            "step": self.step,
            "number": list(KeyStep).index(self.step) + 1 if self.step else 0,
            "step_file": f"{self.step}.json",
            "steps": list(KeyStep),
            "stages": stages_of(self.box),
            "stamp": "" if task else stamp_of(self.box.item.session),
            "message": key_check_message(self.box) if sealed else "",
            "fingerprint": election_record(self.box).fingerprint if sealed else "",
            "head": head_of(self.box),
            "least": box_law(date_of(self.box.appointed_at)).minimum_electorate,
            "turnout": turnout_of(self.box),
            "archive_name": archive_name(self.box),
        }

    def act(self, form: Form, occasion: Occasion) -> Addressed:
        """Send what the device made, by what the box waits for."""
        content = cast("FileForm", form).content
        if self.box.state == BoxState.SEALED:
            signature = content.decode(errors="replace")
            return check_key(occasion=occasion, box=self.box, signature=signature)
        if self.box.state == BoxState.CLOSED:
            decryption = _decryption(content)
            return submit_partial_decryption(occasion=occasion, box=self.box, decryption=decryption)
        return submit_key_message(
            occasion=occasion,
            box=self.box,
            step=self.step or KeyStep.SHARE,
            message=content.decode(errors="replace"),
        )

    def done_url(self, result: object) -> str:
        """The same page, which says what comes next."""
        del result
        return reverse("elections:trustee", args=[self.box.public_id])


@never_cache
@login_required
@require_safe
def told(request: HttpRequest, public_id: str, name: str) -> HttpResponse:
    """A file that the trustee's device or command line needs for a step; nothing in it is secret.

    Raises:
        NotATrustee: it is asked for by somebody else.
    """
    trustee = _own(request, box_of(public_id))
    text = FILES[name](trustee) if name in FILES else ""
    if not text:
        raise Http404
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _input(step: KeyStep) -> Callable[[Trustee], str]:
    return lambda trustee: ceremony_input(trustee, step)


def _certificates(trustee: Trustee) -> str:
    """The certificates of all, one a line, as the command line takes them."""
    sent = messages_of(trustee.box, KeyStep.CERTIFICATE)
    return (
        "\n".join(one.body for one in sent) if len(sent) == trustees_of(trustee.box).count() else ""
    )


def _hand(trustee: Trustee) -> str:
    """What was dealt to this trustee."""
    text = ceremony_input(trustee, KeyStep.SHARE)
    return json.dumps(json.loads(text)["hand"], separators=(",", ":")) if text else ""


def _share(trustee: Trustee) -> str:
    """What this trustee accepted, whose secret is sealed for the trustee alone."""
    found = KeyMessage.objects.filter(trustee=trustee, step=KeyStep.SHARE).first()
    return found.body if found else ""


FILES: dict[str, Callable[[Trustee], str]] = {
    **{f"{step.value}.json": _input(step) for step in KeyStep},
    "certificates.txt": _certificates,
    "hand.json": _hand,
    "my-share.json": _share,
}
"""What may be downloaded, by the name of the file."""


def _decryption(content: bytes) -> bytes:
    """The decryption as the archive writes it; the command line's file names its owner too."""
    try:
        made = read_object(read_json(content), fields=("decryption",))
    except MalformedRecord:
        return content
    return canonical(made["decryption"])


def _own(request: HttpRequest, box: BallotBox) -> Trustee:
    actor = occasion_of(request).actor
    found = trustees_of(box).filter(person__public_id=actor.public_id).first()
    if found is None:
        raise NotATrustee
    return found
