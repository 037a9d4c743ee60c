"""Addresses of the pages of bodies, members and persons."""

from django.urls import path

from shanyraq.bodies.views import agreeing, founding, public, recording, registering

BODY = "bodies/<str:public_id>"

app_name = "bodies"
urlpatterns = [
    path("members/", public.members, name="members"),
    path("members.csv", public.members_csv, name="members-csv"),
    path("bodies/", public.index, name="index"),
    path("bodies/new/", recording.CreateBody.as_view(), name="create"),
    path("regions/<str:area>/establish/", founding.Found.as_view(), name="found"),
    path("staff/", public.staff, name="staff"),
    path("agreements/", agreeing.agreements, name="agreements"),
    path("agreements/<str:public_id>/", agreeing.Answer.as_view(), name="agreement"),
    path("acts/<str:public_id>/", public.act, name="act"),
    path("acts/<str:public_id>/file/", public.act_file, name="act-file"),
    path(f"{BODY}/", public.body, name="body"),
    path(f"{BODY}/document/", public.document, name="document"),
    path(f"{BODY}/document/new/", recording.Adopt.as_view(), name="adopt"),
    path(f"{BODY}/include/", recording.Include.as_view(), name="include"),
    path(f"{BODY}/appoint/", recording.Appoint.as_view(), name="appoint"),
    path(f"{BODY}/end/<str:membership>/", recording.End.as_view(), name="end"),
    path(f"{BODY}/posts/new/", recording.NewPost.as_view(), name="new-post"),
    path(f"{BODY}/dissolve/", recording.Dissolve.as_view(), name="dissolve"),
    path(f"{BODY}/designate/", recording.Designate.as_view(), name="designate"),
    path(f"{BODY}/agreement/", agreeing.Ask.as_view(), name="ask"),
    path("people/new/", registering.Register.as_view(), name="register"),
    path("people/<str:public_id>/", public.person, name="person"),
]
