"""Addresses of minutes and extracts."""

from django.urls import path

from shanyraq.minutes import views

app_name = "minutes"
urlpatterns = [
    path("<str:public_id>/", views.minutes, name="minutes"),
    path("<str:public_id>/<str:language>.pdf", views.minutes_pdf, name="pdf"),
    path("decisions/<str:public_id>/<str:language>.pdf", views.decision_pdf, name="decision-pdf"),
]
