"""Keep the interface in three languages: extract, compile and check the catalogues.

`update` writes the strings of the source into the Kazakh and Russian catalogues, `missing LANGUAGE`
prints what is not translated, `compile` makes what the product reads, `check` fails on anything
missing, stale or untranslated. English is the source. No program of GNU gettext is needed.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "shanyraq"
LOCALE = SOURCE / "locale"
FRAMEWORKS = ROOT / "tools" / "frameworks.pot"
LANGUAGES = ("kk", "ru")

#: Packages that carry their own texts in three languages and know no gettext.
PURE = ("law", "tally", "ballots")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
PLURALS = {
    "kk": "nplurals=2; plural=(n!=1)",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
        "(n%100<10 || n%100>=20) ? 1 : 2)"
    ),
}
#: Texts that are the same in every language, each with its reason.
SAME_EVERYWHERE = {
    "iCalendar": "name of a format",
    "PDF": "name of a format",
    "JSON": "name of a format",
    "CSV": "name of a format",
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)[^{}]*\}")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LETTER = re.compile(r"[^\W\d_]")
UNTRIMMED = re.compile(r"\{%\s*blocktrans(?:late)?(?![^%]*\btrimmed\b)[^%]*%\}")

Identity = tuple[str, str | None]


def templates() -> Iterator[Path]:
    """Every template of the product."""
    for folder in sorted(SOURCE.rglob("templates")):
        yield from (one for one in sorted(folder.rglob("*")) if one.suffix in {".html", ".txt"})


def modules() -> Iterator[Path]:
    """Every module whose strings are for gettext."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).parts[0] not in PURE and "migrations" not in path.parts:
            yield path


def source_of(path: Path) -> str:
    """A file's text as Python that carries its strings; a template's, turned into such."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    return "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())


def from_source() -> Catalog:
    """Every string of the source and of the frameworks that our pages show."""
    catalog = Catalog(domain="django", charset="utf-8")
    for path in (*modules(), *templates()):
        code = io.BytesIO(source_of(path).encode())
        place = path.relative_to(ROOT).as_posix()
        for line, message, comments, context in extract("python", code, KEYWORDS):
            if message:
                catalog.add(message, None, [(place, line)], auto_comments=comments, context=context)
    with FRAMEWORKS.open("rb") as file:
        for one in messages_of(read_po(file)).values():
            catalog.add(one.id, None, [(FRAMEWORKS.relative_to(ROOT).as_posix(), 1)])
    return catalog


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; a new one if there is none."""
    if not path_of(language).is_file():
        return Catalog(locale=language, domain="django")
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language, domain="django")


def texts(message: Message) -> tuple[str, ...]:
    """A message's translations, one a plural form."""
    return _several(message.string)


def sources(message: Message) -> tuple[str, ...]:
    """A message's English, singular and plural."""
    return _several(message.id)


def _several(text: object) -> tuple[str, ...]:
    return tuple(str(one or "") for one in (text if isinstance(text, list | tuple) else (text,)))


def identity(message: Message) -> Identity:
    """What makes a message itself: its English singular and its context."""
    return sources(message)[0], message.context


def messages_of(catalog: Catalog) -> dict[Identity, Message]:
    """The messages of a catalogue without its header."""
    return {identity(one): one for one in catalog if one.id}


def merged(language: str, template: Catalog) -> Catalog:
    """The strings of the source with the translations at hand."""
    old, forms = messages_of(read(language)), 2 if language == "kk" else 3
    fresh = Catalog(locale=language, domain="django", charset="utf-8")
    for key, message in sorted(
        messages_of(template).items(), key=lambda pair: (pair[0][0], pair[0][1] or "")
    ):
        plural = len(sources(message)) > 1
        known = texts(old[key]) if key in old else ()
        fits = len(known) == (forms if plural else 1)
        empty: tuple[str, ...] | str = ("",) * forms if plural else ""
        places = sorted({(place, 1) for place, _line in message.locations})
        kept = (known if plural else known[0]) if fits else empty
        fresh.add(message.id, kept, places, context=message.context)
    return fresh


def write(language: str, catalog: Catalog) -> None:
    """Write a catalogue so that the same contents always give the same file."""
    body = io.BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[language]};\\n"\n\n'
    )
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    path_of(language).write_bytes(header.encode() + body.getvalue())


def update() -> int:
    """Write the strings of the source into every catalogue."""
    template = from_source()
    for language in LANGUAGES:
        catalog = merged(language, template)
        write(language, catalog)
        lacking = sum(not all(texts(one)) for one in messages_of(catalog).values())
        print(f"{language}: {len(messages_of(catalog))} strings, {lacking} to translate")
    return 0


def compile_all() -> int:
    """Make the files that the product reads."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))
    return 0


def missing(language: str) -> int:
    """Print what is not translated into a language."""
    for message in messages_of(read(language)).values():
        if not all(texts(message)):
            print(repr(message.id))
    return 0


def faults_of(message: Message) -> Iterator[str]:
    """What is wrong with one translated message."""
    english = sources(message)
    if message.fuzzy:
        yield "is fuzzy"
    if not all(text.strip() for text in texts(message)):
        yield "is not translated"
        return
    wanted = {name for text in english for name in placeholders(text)}
    for text in texts(message):
        if placeholders(text) - wanted or (len(english) == 1 and placeholders(text) != wanted):
            yield f"has other placeholders: {text}"
        words = LETTER.search(PLACEHOLDER.sub("", text))
        if words and english[0] not in SAME_EVERYWHERE and not CYRILLIC.search(text):
            yield f"has no Cyrillic letter: {text}"


def placeholders(text: str) -> set[str]:
    """Names of the facts that enter a text."""
    return {one or other for one, other in PLACEHOLDER.findall(text)}


def catalogue_faults(language: str, template: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue, and with its being that of this source."""
    wanted, catalog = messages_of(template), read(language)
    present = messages_of(catalog)
    for english, _context in wanted.keys() - present.keys():
        yield f"{language}: not in the catalogue, run `make messages`: {english!r}"
    for english, _context in present.keys() - wanted.keys():
        yield f"{language}: not in the source any more, run `make messages`: {english!r}"
    for old in catalog.obsolete:
        yield f"{language}: obsolete: {old!r}"
    for (english, _context), message in present.items():
        yield from (f"{language}: {english!r} {fault}" for fault in faults_of(message))
        if language == "kk" and len(set(texts(message))) > 1:
            yield f"kk: {english!r} has two forms where Kazakh has one"


def check() -> int:
    """Fail on anything missing, stale, untranslated or without `trimmed`."""
    template = from_source()
    faults = [fault for language in LANGUAGES for fault in catalogue_faults(language, template)]
    faults += [
        f"{path.relative_to(ROOT)}: {found} lacks `trimmed`"
        for path in templates()
        for found in UNTRIMMED.findall(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(sorted(faults)) or f"{len(messages_of(template))} strings in three languages")
    return 1 if faults else 0


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    match arguments:
        case ["update"]:
            return update()
        case ["compile"]:
            return compile_all()
        case ["check"]:
            return check()
        case ["missing", language] if language in LANGUAGES:
            return missing(language)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
