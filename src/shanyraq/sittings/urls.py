"""Addresses of the pages of Sessions."""

from django.urls import path

from shanyraq.sittings.views import (
    agenda,
    amendments,
    attendance,
    contributions,
    convening,
    meetings,
    requests,
    sessions,
)

ITEM = "<str:public_id>/items/<str:item>"

app_name = "sittings"
urlpatterns = [
    path("", sessions.index, name="index"),
    path("prepare/", convening.Prepare.as_view(), name="prepare"),
    path("timing/", convening.timing, name="timing"),
    path("papers/<str:public_id>/", agenda.paper, name="paper"),
    path("items/<str:item>/", agenda.Item.as_view(), name="item"),
    path("items/<str:item>/discussion/", contributions.Discussion.as_view(), name="discussion"),
    path("items/<str:item>/amendments/", amendments.amendments, name="amendments"),
    path(
        "items/<str:item>/amendments/places/",
        amendments.amendment_places,
        name="amendment-places",
    ),
    path(
        "items/<str:item>/amendments/places/<str:place>/",
        amendments.Propose.as_view(),
        name="propose-change",
    ),
    path("items/<str:item>/amendments/try/", amendments.Try.as_view(), name="try-changes"),
    path("changes/<str:change>/drop/", amendments.Drop.as_view(), name="drop-change"),
    path("requests/", requests.index, name="requests"),
    path("requests/start/", requests.Start.as_view(), name="request-start"),
    path("requests/<str:public_id>/", requests.page, name="request"),
    path("requests/<str:public_id>/sign/", requests.Sign.as_view(), name="request-sign"),
    path(
        "requests/<str:public_id>/withdraw/", requests.Withdraw.as_view(), name="request-withdraw"
    ),
    path("requests/<str:public_id>/drop/", requests.Drop.as_view(), name="request-drop"),
    path("requests/<str:public_id>/file/", requests.File.as_view(), name="request-file"),
    path("requests/<str:public_id>/prepare/", requests.Prepare.as_view(), name="request-prepare"),
    path("requests/<str:public_id>/convene/", requests.Convene.as_view(), name="request-convene"),
    path("requests/<str:public_id>/decline/", requests.Decline.as_view(), name="request-decline"),
    path("bodies/<str:body>/", meetings.index, name="body"),
    path("bodies/<str:body>/prepare/", meetings.Prepare.as_view(), name="prepare-meeting"),
    path("items/<str:item>/conclusion/", meetings.Conclude.as_view(), name="conclude"),
    path("<str:public_id>/", sessions.session, name="session"),
    path("<str:public_id>/sign/", meetings.Sign.as_view(), name="sign"),
    path(
        "<str:public_id>/sign/paper/", meetings.RecordSignature.as_view(), name="record-signature"
    ),
    path("<str:public_id>/convene/meeting/", meetings.Convene.as_view(), name="convene-meeting"),
    path(
        "<str:public_id>/record/meeting/",
        meetings.RecordConvening.as_view(),
        name="record-meeting-convening",
    ),
    path("<str:public_id>/change/", convening.Change.as_view(), name="change"),
    path("<str:public_id>/convene/", convening.Convene.as_view(), name="convene"),
    path("<str:public_id>/record/", convening.RecordConvening.as_view(), name="record-convening"),
    path("<str:public_id>/act/", convening.act, name="act"),
    path("<str:public_id>/agenda/", agenda.Agenda.as_view(), name="agenda"),
    path("<str:public_id>/papers/", agenda.Papers.as_view(), name="papers"),
    path("<str:public_id>/attendance/", attendance.attendance, name="attendance"),
    path("<str:public_id>/attendance/many/", attendance.Many.as_view(), name="register-many"),
    path(
        "<str:public_id>/attendance/<str:member>/arrival/",
        attendance.Arrival.as_view(),
        name="arrival",
    ),
    path(
        "<str:public_id>/attendance/<str:member>/departure/",
        attendance.Departure.as_view(),
        name="departure",
    ),
    path("<str:public_id>/check-in/", attendance.CheckIn.as_view(), name="check-in"),
    path("<str:public_id>/open/", sessions.Open.as_view(), name="open"),
    path("<str:public_id>/chair/", sessions.TakeTheChair.as_view(), name="take-the-chair"),
    path("<str:public_id>/close/", sessions.Close.as_view(), name="close"),
    path(f"{ITEM}/drop/", agenda.DropItem.as_view(), name="drop-item"),
    path(f"{ITEM}/begin/", sessions.BeginItem.as_view(), name="begin-item"),
    path(f"{ITEM}/finish/", sessions.FinishItem.as_view(), name="finish-item"),
]
