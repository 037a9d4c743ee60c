"""A dry run names the verdicts that an amendment would have turned, and changes nothing."""

import datetime as dt

import pytest
from click.testing import CliRunner

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries import ask, charter_pack, dry_run, law_on
from shanyraq.law import UnknownRule, all_of
from shanyraq.law.amending import Change, UnfitChange
from shanyraq.site.commands import charter_dry_run

pytestmark = pytest.mark.django_db

DAY, LATER = dt.date(2008, 9, 15), dt.date(2009, 5, 4)
QUORUM = Change.read("session_quorum.fraction=3/4")
STATUTE = "kz-small-assembly-statute"


def a_quorum(present: int, *, on: dt.date = DAY) -> StoredVerdict:
    facts = {"members": 400, "present": present}
    return StoredVerdict.objects.keep(ask("session_quorum", on=on, facts=facts))


def test_only_what_would_come_out_otherwise_is_named() -> None:
    needed = ask("session_quorum", on=DAY, facts={"members": 400}).needed
    assert needed
    turned, _ = a_quorum(needed), a_quorum(400)
    unrelated = ask("session_decision", on=DAY, facts={"present": 3, "for": 2})
    StoredVerdict.objects.keep(unrelated)
    found = dry_run([QUORUM])
    assert (found.examined, found.differing) == (2, 1)
    [other] = found.otherwise
    assert other.stored == turned
    assert (other.old_outcome, other.new_outcome) == ("met", "not_met")
    assert (other.needed_before, other.needed_after) == (needed, 300)
    assert found.pack.sha256 != charter_pack().sha256
    assert not PackVersion.objects.filter(sha256=found.pack.sha256).exists()


def test_conditions_inside_an_act_are_asked_again() -> None:
    quorum = ask("session_quorum", on=DAY, facts={"members": 400, "present": 280})
    notice = ask("session_notice", on=DAY, facts={"start": DAY, "published": DAY.replace(month=7)})
    stored = StoredVerdict.objects.keep(all_of("open_session", [quorum, notice], on=DAY))
    [other] = dry_run([QUORUM]).otherwise
    assert (other.stored, other.new_outcome) == (stored, "not_met")
    assert dry_run([Change.read("session_notice.duration=P3M")]).differing == 1
    assert dry_run([Change.read("session_notice.duration=P2M")]).differing == 0


def test_powers_are_asked_again_by_the_posts_then_held() -> None:
    stored = StoredVerdict.objects.keep(law_on(DAY).can("remove_member", {"chair"}))
    [other] = dry_run([Change.read("remove_member.holders=[council]")]).otherwise
    assert (other.stored, other.new_outcome) == (stored, "not_met")


def test_the_force_of_a_decision_may_be_what_differs() -> None:
    facts = {"decision": "consider_most_important_questions"}
    stored = StoredVerdict.objects.keep(ask("legal_effect", on=DAY, facts=facts))
    [other] = dry_run([Change.read("legal_effect.default=binding")]).otherwise
    assert (other.stored, other.old_outcome, other.new_outcome) == (stored, "met", "met")
    assert (other.before.value, other.after and other.after.value) == ("recommendatory", "binding")


def test_a_reading_is_tried_like_a_rule() -> None:
    facts = {"members": 76, "present": 40}
    stored = StoredVerdict.objects.keep(ask("council_meeting_presence", on=DAY, facts=facts))
    [other] = dry_run([Change.read("A41.presence=2/3")]).otherwise
    assert (other.stored, other.needed_after) == (stored, 51)


def test_the_days_and_the_number_of_those_kept_can_be_limited() -> None:
    for on in (DAY, LATER):
        a_quorum(270, on=on)
        a_quorum(271, on=on)
    assert dry_run([QUORUM]).differing == 4
    assert {each.stored.on for each in dry_run([QUORUM], since=LATER).otherwise} == {LATER}
    assert {each.stored.on for each in dry_run([QUORUM], until=DAY).otherwise} == {DAY}
    limited = dry_run([QUORUM], limit=1)
    assert (limited.differing, len(limited.otherwise)) == (4, 1)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    for present in (270, 271, 272):
        a_quorum(present)
    dry_run([QUORUM], progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_a_verdict_of_a_statute_alone_is_not_touched_and_a_mixed_one_is_asked_with_it() -> None:
    facts = {"members": 40, "present": 30}
    local = ask("small_assembly_quorum", on=DAY, facts=facts, layers=[STATUTE])
    quorum = ask("session_quorum", on=DAY, facts={"members": 400, "present": 280})
    StoredVerdict.objects.keep(local)
    mixed = StoredVerdict.objects.keep(all_of("both", [quorum, local], on=DAY))
    found = dry_run([QUORUM])
    assert [each.stored for each in found.otherwise] == [mixed]


def test_a_wrong_change_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UnfitChange, match="between 0 and 1"):
        dry_run([Change.read("session_quorum.fraction=4/3")])
    with pytest.raises(UnknownRule):
        dry_run([Change.read("moon.fraction=1/3")])


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(charter_dry_run.dry_run, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_names_each_with_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charter_dry_run, "prepare", lambda: None)
    stored = a_quorum(280)
    status, out, err = run("--change", "session_quorum.fraction=3/4")
    assert (status, err) == (1, "1 of 1 read\n")
    assert out == (
        f"2008-09-15 {stored.public_id} session_quorum: met -> not_met (267 -> 300)."
        " 280 of the 400 members take part\n"
        "1 verdicts examined, 1 would differ\n"
    )
    assert run("--change", "session_quorum.fraction=1/2")[0] == 0
    assert run("--change", "session_quorum.fraction=1/2", "--since", "2009-01-01")[1] == (
        "0 verdicts examined, 0 would differ\n"
    )
    status, _, err = run("--change", "session_quorum.fraction=9")
    assert status == 2
    assert "between 0 and 1" in err
