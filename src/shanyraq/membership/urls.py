"""Addresses of the pages of membership."""

app_name = "membership"
urlpatterns: list = []
