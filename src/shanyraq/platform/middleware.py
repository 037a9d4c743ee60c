"""What stands between the server and the pages."""

from collections.abc import Callable
from typing import ClassVar

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from shanyraq.platform.live import live_address
from shanyraq.platform.refusals import Refusal

Answer = Callable[[HttpRequest], HttpResponse]


def one_host(get_response: Answer) -> Answer:
    """Send 127.0.0.1 to localhost: cookies and passkeys do not work across the two."""

    def answer(request: HttpRequest) -> HttpResponse:
        host = request.get_host()
        if host.startswith("127.0.0.1") and request.method in {"GET", "HEAD"}:
            there = host.replace("127.0.0.1", "localhost", 1)
            return HttpResponsePermanentRedirect(f"http://{there}{request.get_full_path()}")
        return get_response(request)

    return answer


def content_security(get_response: Answer) -> Answer:
    """Let pages run and load nothing but their own, and listen to their own live stream."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        live = live_address(request)
        streams = f" {live}" if live.startswith("http") else ""
        response.headers.setdefault(
            "Content-Security-Policy",
            f"default-src 'self'; connect-src 'self'{streams}; object-src 'none'; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        )
        return response

    return answer


def came_from(request: HttpRequest) -> str:
    """The page of ours from which the request came, empty when it came from none."""
    page = request.headers.get("Referer", "")
    own = url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure())
    return page if own else ""


class RefusalMiddleware:
    """Answer a Refusal with one accessible page or JSON, and a busy database with a safe retry."""

    template: ClassVar[str] = "refusal.html"

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn what may lawfully happen into its page; leave defects to Django."""
        if isinstance(exception, Refusal):
            return self._refused(request, exception)
        if isinstance(exception, OperationalError) and not settings.DEBUG:
            response = render(request, "503.html", status=503)
            response.headers["Retry-After"] = "2"
            return response
        return None

    def _refused(self, request: HttpRequest, refusal: Refusal) -> HttpResponse:
        if request.accepts("text/html"):
            shown = {"refusal": refusal, "back": came_from(request)}
            return render(request, self.template, shown, status=refusal.status)
        return JsonResponse(refusal.as_json(), status=refusal.status)
