"""Packs as they stood, official texts as they were read, verdicts as they were given."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.enums import EventKind, PassageKind
from shanyraq.law import Outcome, Pack, Verdict, read_trace
from shanyraq.law.contents import canonical_bytes, pack_from_bytes
from shanyraq.law.coverage import addresses_of
from shanyraq.law.provisions import provision_of
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed


class PackVersionQuerySet(models.QuerySet["PackVersion"]):
    """Versions of packs; each is kept once."""

    def keep(self, pack: Pack) -> "PackVersion":
        """The stored version of a pack, added when it is seen for the first time."""
        described = {"pack": pack.id, "version": pack.head.version}
        defaults = {**described, "content": canonical_bytes(pack)}
        return self.get_or_create(sha256=pack.sha256, defaults=defaults)[0]


@append_only
class PackVersion(models.Model):
    """The content of a pack under which verdicts were given; never changed, never deleted.

    `content` is the canonical JSON whose SHA-256 is `sha256`.
    """

    pack = models.CharField(_("pack"), max_length=100)
    version = models.CharField(_("version"), max_length=20)
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = PackVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a pack")
        verbose_name_plural = _("versions of packs")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.pack} {self.version}"

    def loaded(self) -> Pack:
        """The pack itself, as it was when the version was stored."""
        return pack_from_bytes(bytes(self.content))


@append_only
class CharterChange(Addressed):
    """The passing of the institution from one charter pack to another; what was decided stays."""

    before = models.ForeignKey(
        PackVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("earlier pack")
    )
    after = models.ForeignKey(
        PackVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("later pack")
    )
    on = models.DateField(_("date"))

    class Meta:
        verbose_name = _("change of the charter")
        verbose_name_plural = _("changes of the charter")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class StoredVerdictQuerySet(models.QuerySet["StoredVerdict"]):
    """Verdicts that were given; each is kept once, by its hash."""

    def keep(self, verdict: Verdict) -> "StoredVerdict":
        """The stored form of a verdict, added when it is seen for the first time.

        Raises:
            ValueError: the verdict rests on no pack at all.
        """
        packs = packs_of(verdict)
        if not packs:
            raise ValueError(f"the verdict {verdict.rule} rests on no pack")
        versions = [PackVersion.objects.keep(pack) for pack in packs]
        described = {"rule": verdict.rule, "on": verdict.on, "outcome": verdict.outcome.value}
        defaults = {
            **described,
            "clause": verdict.clause,
            "provisions": _provisions_of(verdict),
            "canonical": verdict.canonical,
            "pack_version": versions[0],
        }
        return self.get_or_create(sha256=verdict.sha256, defaults=defaults)[0]

    def citing(self, provision: str) -> Self:
        """Verdicts that rest on a provision, newest first."""
        return self.filter(provisions__contains=f" {provision} ").order_by("-on", "-pk")


@append_only
class StoredVerdict(Addressed):
    """A verdict on which an act rests: its canonical trace, its hash, and the pack it stands on.

    `provisions` lists the provisions cited anywhere in it, each between spaces.
    """

    rule = models.CharField(_("rule"), max_length=100)
    on = models.DateField(_("date"))
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=[(each.value, each.value) for each in Outcome]
    )
    clause = models.CharField(_("clause"), max_length=20, blank=True)
    provisions = models.CharField(_("provisions"), max_length=300)
    canonical = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    pack_version = models.ForeignKey(
        PackVersion, on_delete=models.PROTECT, related_name="verdicts", verbose_name=_("pack")
    )

    objects = StoredVerdictQuerySet.as_manager()

    class Meta:
        verbose_name = _("stored verdict")
        verbose_name_plural = _("stored verdicts")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.rule} {self.on} {self.outcome}"

    @property
    def trace(self) -> dict[str, Any]:
        """The explanation as data, exactly as it was given."""
        return read_trace(bytes(self.canonical))


class ImportedTextQuerySet(models.QuerySet["ImportedText"]):
    """Texts that were read; the newest of an act and a language is the one shown."""

    def current(self, act: str, language: str) -> "ImportedText | None":
        """The text of an act in one language, if any was read."""
        return self.filter(act=act, language=language).order_by("-pk").first()


@append_only
class ImportedText(Addressed):
    """An official consolidated text as it was read once, with what the reading could not settle.

    `act` is its number in the official collection, `source_sha256` names the file, `runs` are the
    letter-spaced runs restored (line, printed, restored), `unplaced` what found no place.
    """

    act = models.CharField(_("act"), max_length=20)
    language = models.CharField(_("language"), max_length=2)
    source_sha256 = models.CharField(max_length=64)
    runs = models.JSONField(_("restored runs"))
    unplaced = models.JSONField(_("without a place"))
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = ImportedTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("official text")
        verbose_name_plural = _("official texts")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["act", "language", "source_sha256"], name="a_source_is_read_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.language}"


@append_only
class ProvisionText(models.Model):
    """The official wording of one provision in one language, valid from a day to a day.

    Paragraphs are parted by blank lines, list items by line breaks. `eid` is the Akoma Ntoso
    identifier inside the component.
    """

    text = models.ForeignKey(
        ImportedText, on_delete=models.PROTECT, related_name="provisions", verbose_name=_("text")
    )
    address = models.CharField(_("address"), max_length=20)
    kind = models.CharField(_("kind"), max_length=10, choices=PassageKind)
    component = models.CharField(_("component"), max_length=12)
    eid = models.CharField(_("identifier"), max_length=60)
    heading = models.TextField(_("heading"), blank=True)
    wording = models.TextField(_("wording"), blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"))

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "address"], name="one_wording_an_address")
        ]

    def __str__(self) -> str:
        return self.address


@append_only
class AmendmentNote(models.Model):
    """One amendment that a note of the official text tells of."""

    text = models.ForeignKey(
        ImportedText, on_delete=models.PROTECT, related_name="notes", verbose_name=_("text")
    )
    event = models.CharField(_("event"), max_length=10)
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind)
    on = models.DateField(_("date"))
    number = models.CharField(_("number"), max_length=20)
    targets = models.JSONField(_("provisions"))
    terms = models.JSONField(_("words replaced"))
    wording = models.TextField(_("note"))

    class Meta:
        verbose_name = _("note on an amendment")
        verbose_name_plural = _("notes on amendments")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "event"], name="one_note_an_event")
        ]

    def __str__(self) -> str:
        return self.event


def packs_of(verdict: Verdict) -> list[Pack]:
    """The packs on which a verdict and its conditions rest, the deciding one first.

    Those that give way to a higher act are among them: what they gave way with can be recomputed.
    """
    found: dict[str, Pack] = {}
    for each in (verdict.deciding, *_nodes(verdict)):
        for pack in (each.pack, *each.overridden):
            if pack is not None:
                found.setdefault(pack.sha256, pack)
    return list(found.values())


def _nodes(verdict: Verdict) -> Iterator[Verdict]:
    yield verdict
    for child in verdict.children:
        yield from _nodes(child)


def _provisions_of(verdict: Verdict) -> str:
    rules = [each.provision for each in _nodes(verdict) if each.provision]
    cited = {provision_of(address) for rule in rules for address in addresses_of(rule)}
    return f" {' '.join(sorted(cited))} "
