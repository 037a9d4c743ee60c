"""Forgetting a demonstration: its tables and files, so that it can be built anew.

Nothing is deleted row by row, since what happened stays; the whole database of a demonstration is
given up. That of a real institution is refused.
"""

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act
from shanyraq.demonstration.actions import BEGINNING
from shanyraq.elections.models import PaperBallotCount
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.models import Paper


class NotADemonstration(Refusal):
    """What happened in a real institution is never forgotten."""

    code = "not-a-demonstration"
    message = _("This installation holds a real institution: it is not forgotten.")
    remedy = _("Build the demonstration in an installation of its own.")


def is_demonstration() -> bool:
    """Whether the journal is that of a demonstration: its first entry says so."""
    first = JournalEntry.objects.order_by("sequence").first()
    return first is not None and first.action == BEGINNING


def empty() -> None:
    """Give up the database of a demonstration and its files, and make the tables anew.

    Raises:
        NotADemonstration: something else has happened here.
    """
    if JournalEntry.objects.exists() and not is_demonstration():
        raise NotADemonstration
    files = [name for kind in (Paper, Act, PaperBallotCount) for name in _files_of(kind)]
    _drop_tables()
    for name in files:
        default_storage.delete(name)
    call_command("migrate", verbosity=0, interactive=False)


def _files_of(model: type[Paper | Act | PaperBallotCount]) -> list[str]:
    return [name for name in model.objects.values_list("file", flat=True) if name]


def _drop_tables() -> None:
    tables = [*connection.introspection.django_table_names(only_existing=True), "django_migrations"]
    follow = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in tables:
            name = connection.ops.quote_name(table)
            cursor.execute(f"DROP TABLE IF EXISTS {name}{follow}")
