"""Documents of bodies: a new version by the act of whom the charter names, and of nobody else."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import DocumentKind
from shanyraq.bodies.models import Act, BodyDocument
from shanyraq.bodies.permissions import ADOPTING_POWERS, kept, require_recorder, sanction
from shanyraq.bodies.queries import DOCUMENTS_OF
from shanyraq.charter.queries.law import pack_called
from shanyraq.law import UnknownPack
from shanyraq.law.packs import RANKS
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class NoSuchDocument(Refusal):
    """Bodies of this kind do not live by such a document."""

    code = "no-such-document"
    status = 422
    message = _("“{body}” has no document of this kind: {kind}.")
    remedy = _("Choose the body whose document it is.")


class VersionTooEarly(Refusal):
    """The newest version of the document begins later than the one to be adopted."""

    code = "version-too-early"
    message = _("The version in the record begins on {since}; a new one begins after it.")
    remedy = _("Choose a later day: earlier versions stay as they were.")


class PackMissing(Refusal):
    """No charter pack of that name is at hand."""

    code = "pack-missing"
    status = 422
    message = _("No charter pack is called “{pack}”.")
    remedy = _("Put the pack of the statute among the packs of the installation, or leave it out.")


class NotAStatutePack(Refusal):
    """The pack is no statute of a body, so that it cannot be one's own law."""

    code = "not-a-statute-pack"
    status = 422
    message = _("The charter pack “{pack}” is not a statute of a body.")
    remedy = _("Name a pack whose rank is that of a statute; it stands under the charter.")


@action(
    "bodies.adopt_document", powers=("keep_roll", "record_own_act"), local=("record_local_act",)
)
def adopt_document(
    *,
    occasion: Occasion,
    body: Organization,
    kind: DocumentKind,
    title: Wording,
    text: Wording,
    act: Act,
    start_date: date,
    pack: str = "",
) -> Done[BodyDocument]:
    """Adopt a version of a body's document by an act, in force from a day (R7.2, R10.1, R16.2).

    Earlier versions stay as they were. `pack` names the charter pack that holds a statute's rules.

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        NoSuchDocument: a body of this kind has none.
        SignedByAnother: the charter gives the document to somebody else.
        SignedElsewhere: an organ of another body signed the act.
        VersionTooEarly: the newest version begins on the day or later.
        PackMissing: no pack of that name is at hand.
        NotAStatutePack: the pack is no statute.
    """
    body = Organization.objects.select_for_update(of=("self",)).get(pk=body.pk)
    require_recorder(occasion, issuer=act.issuer, body=body)
    if DOCUMENTS_OF.get(body.classification) != kind:
        raise NoSuchDocument(body=body.name, kind=kind.label)
    verdict = sanction(ADOPTING_POWERS[kind], act=act, body=body)
    newest = BodyDocument.objects.of_body(body).filter(kind=kind).order_by("-version").first()
    if newest is not None and newest.start_date >= start_date:
        raise VersionTooEarly(since=newest.start_date)
    _require_statute(pack, kind)
    document = BodyDocument.objects.create(
        body=body,
        kind=kind,
        version=1 if newest is None else newest.version + 1,
        act=act,
        start_date=start_date,
        pack=pack,
        **title.columns("title"),
        **text.columns("text"),
    )
    return Done(document, facts=_facts(document), verdicts=kept(verdict))


def _require_statute(pack: str, kind: DocumentKind) -> None:
    """A statute may bring its pack, which ranks lowest; other documents bring none."""
    if not pack:
        return
    try:
        found = pack_called(pack)
    except UnknownPack as unknown:
        raise PackMissing(pack=pack) from unknown
    if kind != DocumentKind.STATUTE or found.head.rank != RANKS[-1]:
        raise NotAStatutePack(pack=pack)


def _facts(document: BodyDocument) -> dict[str, str | int]:
    return {
        "body": document.body.public_id,
        "body_kind": str(Classification(document.body.classification)),
        "kind": document.kind,
        "version": document.version,
        "act": document.act.public_id,
        "capacity": document.act.issuer,
        "start_date": document.start_date.isoformat(),
        "pack": document.pack,
    }
