"""Addresses of the pages of people: who can be stepped into in a demonstration."""

from django.urls import path

from shanyraq.people import views

app_name = "people"
urlpatterns = [
    path("personas/", views.offered, name="personas"),
    path("personas/chosen/", views.step_into_chosen, name="persona-chosen"),
    path("personas/<str:public_id>/", views.step_in, name="persona"),
]
