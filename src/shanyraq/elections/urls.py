"""Addresses of elections."""

from django.urls import path

from shanyraq.elections import views

app_name = "elections"
ITEM, ELECTION, BOX = (
    "elections/items/<str:item>/",
    "elections/<str:public_id>/",
    "ballots/<str:public_id>/",
)

urlpatterns = [
    path(ITEM + "nominees/", views.Nominees.as_view(), name="nominees"),
    path(ITEM, views.of_item, name="of-item"),
    path(ITEM + "secret-vote/", views.SecretVote.as_view(), name="secret-vote"),
    path(ITEM + "booth/", views.booth_of, name="booth-of"),
    path(ITEM + "prepare/", views.Prepare.as_view(), name="prepare"),
    path(ELECTION + "commission/", views.Commission.as_view(), name="commission"),
    path(ELECTION + "open/", views.Open.as_view(), name="open"),
    path(ELECTION + "count/", views.Count.as_view(), name="count"),
    path(ELECTION + "announce/", views.Announce.as_view(), name="announce"),
    path(ELECTION + "protocol/", views.protocol, name="protocol"),
    path(BOX, views.board, name="board"),
    path(BOX + "standing/", views.standing, name="standing"),
    path(BOX + "archive/", views.archive, name="archive"),
    path(BOX + "protocol/<str:language>.pdf", views.protocol_pdf, name="protocol-pdf"),
    path(BOX + "promises/", views.promises, name="promises"),
    path(BOX + "booth/", views.booth, name="booth"),
    path(BOX + "election.json", views.record, name="record"),
    path(BOX + "cast/", views.send, name="cast"),
    path(BOX + "tracked/", views.follow, name="tracked"),
    path(BOX + "registrar/", views.Registrar.as_view(), name="registrar"),
    path(BOX + "registrar/sealed/", views.Comparing.as_view(), name="comparing"),
    path(BOX + "registrar/voters.csv", views.roll_csv, name="roll-csv"),
    path(BOX + "registrar/voters.txt", views.roll_txt, name="roll-txt"),
    path(BOX + "registrar/voters.json", views.roll_json, name="roll-json"),
    path(BOX + "trustee/", views.TrusteePage.as_view(), name="trustee"),
    path(BOX + "trustee/<str:name>", views.told, name="told"),
    path(BOX + "roll/", views.DrawUpRoll.as_view(), name="draw-up-roll"),
    path(BOX + "seal/", views.Seal.as_view(), name="seal"),
    path(BOX + "close/", views.Close.as_view(), name="close"),
    path(BOX + "conclude/", views.Conclude.as_view(), name="conclude"),
    path(BOX + "abandon/", views.Abandon.as_view(), name="abandon"),
]
