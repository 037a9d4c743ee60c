"""Addresses of the platform's pages."""

from django.urls import path

from shanyraq.platform import gallery, views

app_name = "platform"
urlpatterns = [
    path("date/", views.MoveDate.as_view(), name="move-date"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<str:public_id>/", views.letter_attachment, name="letter-attachment"),
    path("gallery/", gallery.show, name="gallery"),
]
