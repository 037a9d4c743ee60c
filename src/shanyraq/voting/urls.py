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
    path("decisions/<str:public_id>/", views.decision, name="decision"),
    path("decisions/<str:public_id>/trace.json", views.trace, name="trace"),
    path("decisions/<str:public_id>/opinion/", views.AddDissent.as_view(), name="dissent"),
]
