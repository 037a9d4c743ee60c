"""Every address of the product, by chapter."""

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

CHAPTERS = {
    "people": "",
    "bodies": "",
    "charter": "law/",
    "sittings": "sessions/",
    "voting": "",
    "elections": "",
    "minutes": "minutes/",
    "assignments": "assignments/",
    "membership": "membership/",
    "desks": "",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("shanyraq.platform.urls")),
    path("account/", include("allauth.account.urls")),
    path("language/", include("django.conf.urls.i18n")),
    *(
        path(address, include(f"shanyraq.{chapter}.urls"))
        for chapter, address in CHAPTERS.items()
        if apps.is_installed(f"shanyraq.{chapter}")
    ),
]
if not apps.is_installed("shanyraq.desks"):
    urlpatterns.append(path("", RedirectView.as_view(url="/gallery/"), name="home"))
