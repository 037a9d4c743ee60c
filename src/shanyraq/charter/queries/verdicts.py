"""Stored verdicts: found by provision, and told again from the law they were given under."""

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.law import Verdict
from shanyraq.law.verification import verdict_of


def verdict_again(stored: StoredVerdict) -> Verdict:
    """The verdict of a stored trace, from its own facts and the packs as they then stood."""
    hashes = [pack["sha256"] for pack in stored.trace["packs"]]
    versions = PackVersion.objects.filter(sha256__in=hashes)
    return verdict_of(stored.trace, [version.loaded() for version in versions])


def verdicts_citing(provision: str, *, limit: int) -> tuple[list[StoredVerdict], int]:
    """The newest verdicts that rest on a provision, and how many there are."""
    found = StoredVerdict.objects.citing(provision)
    return list(found[:limit]), found.count()
