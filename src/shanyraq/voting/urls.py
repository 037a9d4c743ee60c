"""Addresses of votes and decisions."""

from django.urls import path

from shanyraq.voting import views

app_name = "voting"
urlpatterns = [
    path("items/<str:public_id>/vote/", views.OpenVote.as_view(), name="open"),
    path("items/<str:public_id>/method/", views.OpenMethodVote.as_view(), name="method"),
    path("votes/<str:public_id>/", views.BallotPage.as_view(), name="vote"),
    path("votes/<str:public_id>/conduct/", views.conduct, name="conduct"),
    path("votes/<str:public_id>/hands/", views.CountHands.as_view(), name="hands"),
    path("votes/<str:public_id>/close/", views.CloseVote.as_view(), name="close"),
    path("votes/<str:public_id>/names/", views.names, name="names"),
    path("votes/<str:public_id>/names.csv", views.names_csv, name="names-csv"),
    path("reports/", views.reports, name="reports"),
    path("polls/", views.polls, name="polls"),
    path("polls/open/", views.OpenPoll.as_view(), name="open-poll"),
    path("polls/<str:public_id>/", views.poll, name="poll"),
    path("polls/<str:public_id>/sheet/", views.AnswerPoll.as_view(), name="sheet"),
    path("polls/<str:public_id>/remind/", views.RemindOfPoll.as_view(), name="remind"),
    path("polls/<str:public_id>/close/", views.ClosePoll.as_view(), name="close-poll"),
    path("polls/<str:public_id>/names/", views.poll_names, name="poll-names"),
    path("decisions/<str:public_id>/", views.decision, name="decision"),
    path("decisions/<str:public_id>/trace.json", views.trace, name="trace"),
    path("decisions/<str:public_id>/opinion/", views.AddDissent.as_view(), name="dissent"),
]
