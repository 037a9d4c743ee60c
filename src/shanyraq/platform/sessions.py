"""Sessions of browsers that keep no moment of signing in, which would tell who came when."""

import datetime as dt

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession


class SessionStore(db.SessionStore):
    """Django's sessions in the database, which all end at midnight."""

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        """The row of a session; it ends at the midnight (UTC) after it would have ended."""
        made = super().create_model_instance(data)
        day = made.expire_date.astimezone(dt.UTC).date() + dt.timedelta(days=1)
        made.expire_date = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
        return made
