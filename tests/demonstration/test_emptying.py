"""A demonstration can be forgotten, a real institution never."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shanyraq.demonstration.days import COMPOSED, occasion
from shanyraq.demonstration.emptying import NotADemonstration, empty, is_demonstration
from shanyraq.people.actions import register_person
from shanyraq.people.models import Wording
from shanyraq.platform.models import JournalEntry

#: What another process does with a database of its own: begin, forget, and look what is left.
FORGETTING = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from shanyraq.demonstration.actions import begin
from shanyraq.demonstration.days import COMPOSED, occasion
from shanyraq.demonstration.emptying import empty, is_demonstration
from shanyraq.platform.guards import missing_guards
from shanyraq.platform.models import JournalEntry
begin(occasion=occasion(COMPOSED, 9))
assert is_demonstration()
empty()
print(JournalEntry.objects.count(), missing_guards())
"""


@pytest.mark.django_db
def test_a_real_institution_is_not_forgotten() -> None:
    name = Wording(kk="Асан", ru="Асан", en="Asan")
    register_person(occasion=occasion(COMPOSED, 9), name=name)
    with pytest.raises(NotADemonstration):
        empty()
    assert JournalEntry.objects.count() == 1
    assert not is_demonstration()


def test_a_demonstration_is_forgotten_and_its_guards_stand_again(tmp_path: Path) -> None:
    own = {
        "DJANGO_SETTINGS_MODULE": "shanyraq.site.settings",
        "SHANYRAQ_HOME": str(tmp_path),
        "SHANYRAQ_DEMONSTRATION": "1",
        "SHANYRAQ_DATABASE_URL": f"sqlite:///{tmp_path / 'own.sqlite3'}",
    }
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", FORGETTING],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "0 []\n"
