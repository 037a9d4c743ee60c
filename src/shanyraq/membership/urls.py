"""Addresses of the pages of membership."""

from django.urls import path

from shanyraq.membership.views import (
    candidatures,
    deputies,
    entering,
    leaving,
    locally,
    public,
    removals,
)

CANDIDATURE, CASE = "candidatures/<str:public_id>", "removals/<str:public_id>"

app_name = "membership"
urlpatterns = [
    path("", public.index, name="index"),
    path("rights/", public.rights_and_duties, name="rights"),
    path("composition/", public.composition, name="composition"),
    path("composition.csv", public.composition_csv, name="composition-csv"),
    path("members/<str:public_id>/activity/", public.activity, name="activity"),
    path("acts/<str:public_id>/", public.act_file, name="act-file"),
    path("candidatures/", candidatures.candidatures, name="candidatures"),
    path("candidatures/propose/", entering.Propose.as_view(), name="propose"),
    path("candidatures/nominate/", entering.Nominate.as_view(), name="nominate"),
    path("candidatures/include/", entering.Include.as_view(), name="include"),
    path(f"{CANDIDATURE}/", candidatures.candidature, name="candidature"),
    path(f"{CANDIDATURE}/agenda/", candidatures.PutOnAgenda.as_view(), name="put-on-agenda"),
    path(f"{CANDIDATURE}/submit/", candidatures.Submit.as_view(), name="submit"),
    path(f"{CANDIDATURE}/withdraw/", candidatures.Withdraw.as_view(), name="withdraw"),
    path(f"{CANDIDATURE}/approve/", candidatures.Approve.as_view(), name="approve"),
    path(f"{CANDIDATURE}/reject/", candidatures.Reject.as_view(), name="reject"),
    path("removals/", removals.removals, name="removals"),
    path(
        "removals/propose/<str:public_id>/",
        removals.ProposeRemoval.as_view(),
        name="propose-removal",
    ),
    path(f"{CASE}/", removals.Case.as_view(), name="removal"),
    path(f"{CASE}/remove/", removals.Remove.as_view(), name="remove"),
    path(f"{CASE}/close/", removals.Close.as_view(), name="close-case"),
    path("own/", leaving.own, name="own"),
    path("leave/<str:public_id>/", leaving.Leave.as_view(), name="leave"),
    path("deputies/", deputies.deputies, name="deputies"),
    path("deputies/propose/", deputies.ProposeDeputy.as_view(), name="propose-deputy"),
    path("deputies/poll/", deputies.AskByPoll.as_view(), name="poll-deputy"),
    path("deputies/appoint/<str:public_id>/", deputies.Appoint.as_view(), name="appoint-deputy"),
    path("deputies/release/<str:public_id>/", deputies.Release.as_view(), name="release-deputy"),
    path("small/<str:public_id>/", locally.members, name="form-locally"),
    path(
        "small/<str:public_id>/include/", locally.IncludeLocally.as_view(), name="include-locally"
    ),
    path("small/end/<str:public_id>/", locally.EndLocally.as_view(), name="end-locally"),
]
