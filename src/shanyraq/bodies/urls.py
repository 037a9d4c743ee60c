"""Addresses of the public pages of bodies, members and persons."""

from django.urls import path

from shanyraq.bodies import views

app_name = "bodies"
urlpatterns = [
    path("members/", views.members, name="members"),
    path("members.csv", views.members_csv, name="members-csv"),
    path("bodies/", views.index, name="index"),
    path("bodies/<str:public_id>/", views.body, name="body"),
    path("people/<str:public_id>/", views.person, name="person"),
]
