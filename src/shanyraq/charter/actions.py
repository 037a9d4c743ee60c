"""Acts of the charter: taking an official text in, passing to another charter."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import (
    AmendmentNote,
    CharterChange,
    ImportedText,
    PackVersion,
    ProvisionText,
)
from shanyraq.charter.queries import PACK, charter_pack
from shanyraq.law import BrokenPack, UnknownPack, find_pack, load_leading_pack
from shanyraq.law.provisions import pack_of_act
from shanyraq.law.statute import Statute, UnknownLanguageError, read_statute
from shanyraq.law.statute.passages import Passage
from shanyraq.law.summaries import Summaries, load_summaries
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import INSTALLATION, Done, action


class UnknownAct(Refusal):
    """No charter pack carries the act."""

    code = "unknown-act"
    status = 404
    message = _("No charter pack carries the act {act}.")
    remedy = _("Give the number of the act as the official collection writes it.")


class UnreadableLanguage(Refusal):
    """Official texts of this language cannot be read yet."""

    code = "unreadable-language"
    message = _("Official texts in the language “{language}” cannot be read yet.")
    remedy = _("Import the Kazakh text; other languages show our summaries.")


class NotTheText(Refusal):
    """The file holds no clause of the act: it is another text, or in another language."""

    code = "not-the-text"
    message = _("The file holds no clause of the act {act}.")
    remedy = _("Give the consolidated text of the act in the language named.")


class OnlyTheInstallation(NotAllowed):
    """Nobody but the installation itself, by its command, changes the charter pack."""

    code = "only-the-installation"
    message = _("Only the installation itself changes the charter it asks.")
    remedy = _("Whoever runs the installation gives the command.")


class UnknownCharter(Refusal):
    """There is no pack of that name, or it has a fault."""

    code = "unknown-charter"
    status = 404
    message = _("The charter pack “{pack}” cannot be used: {fault}")
    remedy = _("Name a pack whose checks pass.")


class SameCharter(Refusal):
    """The institution lives under this pack already."""

    code = "same-charter"
    message = _("The institution lives under the charter pack “{pack}” already.")
    remedy = _("Name another pack.")


@action("charter.import_text", powers=(INSTALLATION,))
def import_text(*, occasion: Occasion, text: str, act: str, language: str) -> Done[ImportedText]:
    """Read the official consolidated text of an act into provisions and amendment notes.

    The same source twice changes nothing: the text already read is the result.

    Args:
        occasion: who brings it, and when.
        text: the whole file.
        act: the act's number in the official collection.
        language: kk, ru or en.

    Raises:
        UnknownAct: no pack carries the act.
        UnreadableLanguage: there is no grammar for the language yet.
        NotTheText: nothing in the file is a clause.
    """
    del occasion
    pack = pack_of_act(act)
    if pack is None:
        raise UnknownAct(act=act)
    statute = _read(text, act=act, language=language)
    source = {"act": act, "language": language, "source_sha256": statute.sha256}
    known = ImportedText.objects.filter(**source).first()
    imported = known or _kept(statute, source, load_summaries(find_pack(pack)))
    counts = {
        "provisions": len(statute.passages),
        "events": len(statute.events),
        "runs": len(statute.runs),
        "unplaced": len(statute.unplaced),
    }
    return Done(imported, facts={**source, **counts, "already_read": known is not None})


@action("charter.swap_pack", powers=(INSTALLATION,))
def swap_pack(*, occasion: Occasion, to: str) -> Done[CharterChange]:
    """Let the institution live under another charter pack from the next start on.

    Both packs are kept with their content. What was decided stays as it was decided: stored
    verdicts name the pack that gave them, and are recomputed from it.

    Raises:
        OnlyTheInstallation: somebody signed in wants it.
        UnknownCharter: there is no such pack, or it cannot be trusted.
        SameCharter: the institution lives under it already.
    """
    if occasion.actor != SYSTEM:
        raise OnlyTheInstallation
    if to == PACK:
        raise SameCharter(pack=to)
    try:
        new = load_leading_pack(find_pack(to))
    except (UnknownPack, BrokenPack) as fault:
        raise UnknownCharter(pack=to, fault=str(fault)) from fault
    before, after = (PackVersion.objects.keep(pack) for pack in (charter_pack(), new))
    change = CharterChange.objects.create(before=before, after=after, on=occasion.on)
    facts = {"from": PACK, "to": to, "from_sha256": before.sha256, "to_sha256": after.sha256}
    return Done(change, facts=facts)


def _read(text: str, *, act: str, language: str) -> Statute:
    try:
        statute = read_statute(text, language)
    except UnknownLanguageError as unknown:
        raise UnreadableLanguage(language=language) from unknown
    if not statute.count("clause"):
        raise NotTheText(act=act)
    return statute


def _kept(statute: Statute, source: dict[str, str], summaries: Summaries) -> ImportedText:
    runs = [[run.line, run.printed, run.restored, list(run.unheard)] for run in statute.runs]
    unplaced = [[block.line, block.text] for block in statute.unplaced]
    imported = ImportedText.objects.create(**source, runs=runs, unplaced=unplaced)
    ProvisionText.objects.bulk_create(_provisions(imported, statute, summaries))
    AmendmentNote.objects.bulk_create(_notes(imported, statute))
    return imported


def _provisions(
    imported: ImportedText, statute: Statute, summaries: Summaries
) -> Iterator[ProvisionText]:
    for passage in statute.passages:
        begins, ends = _validity(passage, summaries)
        yield ProvisionText(
            text=imported,
            address=passage.address,
            kind=passage.kind,
            component=passage.component,
            eid=passage.eid,
            heading=passage.heading,
            wording=passage.wording,
            valid_from=begins,
            valid_to=ends,
        )


def _validity(passage: Passage, summaries: Summaries) -> tuple[dt.date, dt.date]:
    """The printed wording is the last one; it is certain from the last amendment on."""
    period = summaries.book("kk").summaries.get(passage.address, ())
    if period:
        return period[-1].from_, period[-1].to
    return charter_pack().begins, charter_pack().ends


def _notes(imported: ImportedText, statute: Statute) -> Iterator[AmendmentNote]:
    for event in statute.events:
        yield AmendmentNote(
            text=imported,
            event=event.id,
            kind=event.kind,
            on=event.on,
            number=event.number,
            targets=list(event.targets),
            terms=[list(pair) for pair in event.terms],
            wording=event.note,
        )
