"""Stored verdicts: found by provision, and told again from the law they were given under."""

from collections.abc import Iterator
from functools import cache

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries.law import charter_pack
from shanyraq.law import Pack, Verdict
from shanyraq.law.verification import verdict_of


def verdict_again(stored: StoredVerdict) -> Verdict:
    """The verdict of a stored trace, from its own facts and the packs as they then stood."""
    trace = stored.trace
    return verdict_of(trace, [pack_kept(pack["sha256"]) for pack in trace["packs"]])


def disagreeing() -> Iterator[StoredVerdict]:
    """Stored verdicts that their own law no longer gives, to the byte; there should be none."""
    for stored in StoredVerdict.objects.order_by("pk").iterator():
        if verdict_again(stored).sha256 != stored.sha256:
            yield stored


@cache
def pack_kept(sha256: str) -> Pack:
    """The pack of a content that never changes, read once a process."""
    return PackVersion.objects.get(sha256=sha256).loaded()


def verdicts_citing(provision: str, *, limit: int) -> tuple[list[StoredVerdict], int]:
    """The newest verdicts that rest on a provision of the charter, and how many there are."""
    own = StoredVerdict.objects.filter(pack_version__pack=charter_pack().id)
    found = own.citing(provision).select_related("pack_version").defer("pack_version__content")
    return list(found[:limit]), found.count()
