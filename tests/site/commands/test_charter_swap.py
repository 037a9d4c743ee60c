"""A demonstration of the model charter, and its passing to another charter on a copy."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shanyraq.law import Charter, Outcome, find_pack, load_pack
from shanyraq.platform.languages import LANGUAGES

MODEL, OTHER = "model-council", "kz-assembly-2002"
SHANYRAQ = Path(sys.executable).parent / "shanyraq"
#: What another process says of an installation: its law, its bodies, its Session, its verdicts.
LOOKING = """
import json
import django
django.setup()
from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import assembly, council, holders, members_in_office, small_assemblies
from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries import PACK, ask, law_on
from shanyraq.charter.queries.verdicts import verdict_again
from shanyraq.platform import clock, journal
from shanyraq.platform.models import JournalEntry
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import presence
today = clock.today()
coming = Session.objects.order_by("-number").first()
asked = ask("session_quorum", on=today, facts={"members": 40, "present": 20})
on = today.replace(year=2008, day=1)
earlier = ask("session_quorum", on=on, facts={"members": 3, "present": 2})
print(json.dumps({
    "pack": PACK,
    "name": law_on(today).name("en"),
    "members": members_in_office(assembly(), today).count(),
    "council": members_in_office(council(), today).count(),
    "deputies": holders(Role.DEPUTY_CHAIR, today).count(),
    "small_assemblies": small_assemblies().count(),
    "local_chairs": holders(Role.SMALL_ASSEMBLY_CHAIR, today).count(),
    "short_by": (presence(coming).needed or 0) - presence(coming).present,
    "quorum": [asked.outcome.value, asked.needed],
    "earlier": [earlier.outcome.value, earlier.pack.id],
    "stored": {one.public_id: one.sha256 for one in StoredVerdict.objects.all()},
    "again": {one.public_id: verdict_again(one).sha256 for one in StoredVerdict.objects.all()},
    "packs": sorted(PackVersion.objects.values_list("pack", flat=True)),
    "last_act": JournalEntry.objects.order_by("-sequence").first().action,
    "faults": len(journal.verify()),
}))
"""
#: What another process reads on the main pages, as a visitor and in each leading role.
READING = """
import json
import re
import django
django.setup()
from django.conf import settings
from django.test import Client
from django.urls import reverse
from shanyraq.bodies.queries import council
from shanyraq.people.queries import leading_personas
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision
settings.ALLOWED_HOSTS = ["testserver"]
names = (
    "desks:home", "desks:desk", "desks:calendar", "bodies:index", "bodies:members", "bodies:staff",
    "sittings:index", "membership:index", "membership:deputies", "membership:composition",
    "membership:candidatures", "membership:removals", "voting:polls", "voting:reports",
    "assignments:index", "assignments:recommendations", "assignments:measures",
)
held = Session.objects.exclude(state="prepared").exclude(kind="poll")
pages = [reverse(name) for name in names]
pages += [reverse("sittings:session", args=[one.public_id]) for one in held]
pages += [reverse("minutes:minutes", args=[one.public_id]) for one in held]
pages += [reverse("assignments:send", args=[one.public_id]) for one in Decision.objects.all()[:1]]
pages += [reverse("sittings:body", args=[council().public_id])]
found = []
for persona in (None, *leading_personas()):
    client = Client()
    if persona is not None:
        client.force_login(persona.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    for language in ("kk", "ru", "en"):
        client.cookies["django_language"] = language
        for page in pages:
            answer = client.get(page, follow=True)
            text = re.sub(r"<[^>]+>", " ", answer.content.decode())
            found.append([language, page, answer.status_code, text])
print(json.dumps(found))
"""
#: Words of another institution, and places of a sentence that nobody has filled.
FOREIGN = re.compile(
    r"\bPresident|Президент|\bGovernment|Правительств|Үкімет|\bthe Regulation\b|Assembly of"
    r"|Ассамбле|[{}]"
)


def environment(home: Path) -> dict[str, str]:
    alone = {name: value for name, value in os.environ.items() if not name.startswith("SHANYRAQ_")}
    return alone | {
        "SHANYRAQ_HOME": str(home),
        "SHANYRAQ_DEMONSTRATION": "1",
        "DJANGO_SETTINGS_MODULE": "shanyraq.site.settings",
    }


def run(home: Path, *line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [str(SHANYRAQ), *line],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


def look(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tell(home, LOOKING))
    return found


def tell(home: Path, program: str) -> str:
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation that holds the demonstration of the model charter."""
    home = tmp_path_factory.mktemp("model")
    done = run(home, "demo", "--pack", MODEL)
    assert done.returncode == 0, done.stderr
    return home


def test_the_demonstration_is_that_of_its_pack(built: Path) -> None:
    found, pack = look(built), load_pack(find_pack(MODEL))
    assert (found["pack"], found["name"]) == (MODEL, "Model Consultative Council")
    deputies = pack.rules_called("deputy_chairs")[0]
    assert found["deputies"] == getattr(deputies, "exactly", None)
    assert (found["members"], found["council"]) == (40, 11)
    assert found["small_assemblies"] == found["local_chairs"] == 4
    assert found["short_by"] == 1
    assert found["faults"] == 0


def test_its_pages_speak_the_words_of_its_charter(built: Path) -> None:
    pages = json.loads(tell(built, READING))
    assert {status for _language, _page, status, _text in pages} == {200, 403}
    shown = [(language, page, text) for language, page, _status, text in pages]
    foreign = [
        (language, page, text[max(0, word.start() - 40) : word.end() + 40])
        for language, page, text in shown
        for word in FOREIGN.finditer(text)
    ]
    assert foreign == []
    words = load_pack(find_pack(MODEL)).words
    for language in LANGUAGES:
        deputies = [text for one, page, text in shown if (one, "deputies" in page) == (language, 1)]
        assert deputies
        for word in (words["president"].spoken(language), words["council"].spoken(language)):
            assert all(word.casefold() in text.casefold() for text in deputies)


def test_its_law_is_in_force_today_with_numbers_of_its_own(built: Path) -> None:
    found = look(built)
    assert found["quorum"] == ["met", 20]
    assert found["earlier"] == ["no_provision", "model.council.charter"]
    assert found["packs"] == ["model.council.charter"]


def test_every_stored_verdict_is_recomputed_to_the_byte(built: Path) -> None:
    found = look(built)
    assert found["stored"]
    assert found["again"] == found["stored"]


def test_after_the_swap_new_acts_follow_the_new_law_and_old_ones_their_own(
    built: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    before = look(copy)
    done = run(copy, "charter", "swap", "--to", OTHER)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("all agree") == 2
    after = look(copy)
    assert (after["pack"], after["last_act"]) == (OTHER, "charter.swap_pack")
    assert after["quorum"][0] == Outcome.NO_PROVISION
    assert after["earlier"][0] == "met"
    assert after["packs"] == ["kz.assembly.regulation", "model.council.charter"]
    assert after["stored"] == before["stored"] == after["again"]
    assert after["faults"] == 0
    assert look(built)["pack"] == MODEL


def test_a_swap_to_the_same_or_an_unknown_charter_is_refused(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    for name in (MODEL, "no-such-pack"):
        done = run(copy, "charter", "swap", "--to", name)
        assert done.returncode == 1
        assert name in done.stderr
    found = look(copy)
    assert (found["pack"], found["packs"]) == (MODEL, ["model.council.charter"])


def test_a_demonstration_of_an_unknown_pack_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "demo", "--pack", "no-such-pack")
    assert done.returncode == 2
    assert "No pack is called 'no-such-pack'" in done.stderr


def test_the_two_charters_differ_in_their_numbers() -> None:
    one, other = (load_pack(find_pack(name)) for name in (MODEL, OTHER))
    asked = {"members": 40, "present": 20}
    here = Charter.at(one.begins, packs=[one]).check("session_quorum", asked)
    wanted = other.rules_called("session_quorum")[0]
    assert here.met
    assert getattr(wanted, "fraction", None) != getattr(here.provision, "fraction", None)
