"""Addresses of execution."""

from django.urls import path

from shanyraq.assignments import views

app_name = "assignments"
urlpatterns = [
    path("", views.index, name="index"),
    path("register/", views.register, name="register"),
    path("register.csv", views.register_csv, name="register-csv"),
    path("efficiency/", views.efficiency, name="efficiency"),
    path("mine/", views.mine, name="mine"),
    path("control/", views.control, name="control"),
    path("deputies/new/", views.TellDeputy.as_view(), name="tell-deputy"),
    path("apparatus/new/", views.TellApparatus.as_view(), name="tell-apparatus"),
    path("decisions/<str:public_id>/", views.of_one_decision, name="of-decision"),
    path("decisions/<str:public_id>/assign/", views.Assign.as_view(), name="assign"),
    path("decisions/<str:public_id>/recommend/", views.Send.as_view(), name="send"),
    path("recommendations/", views.list_of_recommendations, name="recommendations"),
    path("recommendations/<str:public_id>/", views.recommendation, name="recommendation"),
    path("recommendations/<str:public_id>/letter/", views.letter, name="letter"),
    path("recommendations/<str:public_id>/answer/", views.RecordAnswer.as_view(), name="answer"),
    path("answers/<str:public_id>/", views.answer_file, name="answer-file"),
    path("government/", views.list_of_measures, name="measures"),
    path("government/new/", views.EnterMeasure.as_view(), name="enter-measure"),
    path("government/<str:public_id>/", views.measure, name="measure"),
    path("government/<str:public_id>/status/", views.UpdateMeasure.as_view(), name="status"),
    path("government/steps/<str:public_id>/", views.step_file, name="step-file"),
    path("evidence/<str:public_id>/", views.evidence, name="evidence"),
    path("<str:public_id>/", views.assignment, name="assignment"),
    path("<str:public_id>/take-up/", views.TakeUp.as_view(), name="take-up"),
    path("<str:public_id>/progress/", views.AddNote.as_view(), name="note"),
    path("<str:public_id>/report/", views.SendReport.as_view(), name="report"),
    path("<str:public_id>/reports/<str:report>/accept/", views.Accept.as_view(), name="accept"),
    path("<str:public_id>/reports/<str:report>/return/", views.Return.as_view(), name="return"),
    path("<str:public_id>/deadline/", views.MoveDeadline.as_view(), name="deadline"),
    path("<str:public_id>/withdraw/", views.Withdraw.as_view(), name="withdraw"),
]
