"""Addresses of elections."""

from django.urls import path

from shanyraq.elections import views

app_name = "elections"
urlpatterns = [
    path("items/<str:item>/nominees/", views.Nominees.as_view(), name="nominees"),
    path("items/<str:item>/", views.of_item, name="of-item"),
    path("items/<str:item>/prepare/", views.Prepare.as_view(), name="prepare"),
    path("<str:public_id>/open/", views.Open.as_view(), name="open"),
    path("<str:public_id>/count/", views.Count.as_view(), name="count"),
    path("<str:public_id>/announce/", views.Announce.as_view(), name="announce"),
    path("<str:public_id>/protocol/", views.protocol, name="protocol"),
]
