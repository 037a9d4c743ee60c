"""Stored verdicts: found by provision, and told again from the law they were given under."""

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries.law import charter_pack
from shanyraq.law import Verdict
from shanyraq.law.verification import verdict_of


def verdict_again(stored: StoredVerdict) -> Verdict:
    """The verdict of a stored trace, from its own facts and the packs as they then stood."""
    hashes = [pack["sha256"] for pack in stored.trace["packs"]]
    versions = PackVersion.objects.filter(sha256__in=hashes)
    return verdict_of(stored.trace, [version.loaded() for version in versions])


def verdicts_citing(provision: str, *, limit: int) -> tuple[list[StoredVerdict], int]:
    """The newest verdicts that rest on a provision of the charter, and how many there are."""
    own = StoredVerdict.objects.filter(pack_version__pack=charter_pack().id)
    found = own.citing(provision).select_related("pack_version")
    return list(found[:limit]), found.count()
