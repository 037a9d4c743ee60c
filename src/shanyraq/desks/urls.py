"""Addresses of the desks."""

from django.urls import path

from shanyraq.desks import views

app_name = "desks"
urlpatterns = [
    path("", views.home, name="home"),
    path("desk/", views.desk, name="desk"),
    path("desk/secretary/", views.secretary, name="secretary"),
    path("desk/chair/", views.chair, name="chair"),
    path("desk/own/", views.own, name="own"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar.ics", views.calendar_feed, name="calendar-feed"),
    path("sessions/<str:public_id>/public/", views.session, name="session"),
    path("sessions/<str:public_id>/member/", views.member, name="member"),
    path("sessions/<str:public_id>/hall/", views.hall, name="hall"),
]
