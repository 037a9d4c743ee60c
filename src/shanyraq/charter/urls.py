"""Addresses of the pages of the law."""

from django.urls import path

from shanyraq.charter import views

app_name = "charter"
urlpatterns = [
    path("", views.index, name="index"),
    path("on/", views.law_of_a_day, name="day"),
    path("readings/", views.readings, name="readings"),
    path("verdicts/<str:public_id>/", views.verdict, name="verdict"),
    path("verdicts/<str:public_id>.json", views.verdict_json, name="verdict-json"),
    path("<slug:slug>.jsonld", views.provision_linked, name="provision-linked"),
    path("<slug:slug>/", views.show_provision, name="provision"),
]
