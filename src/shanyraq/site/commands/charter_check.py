"""Commands that ask the law and recompute its verdicts: no database, no web, a quick start."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from shanyraq.law import (
    BrokenPack,
    Charter,
    FactKind,
    Pack,
    UnreadableTrace,
    Verdict,
    WrongQuestion,
    find_pack,
    load_pack,
    read_trace,
    tell_tree,
    verify_decision,
)
from shanyraq.law.facts import FactValue, UnfitFact, UnknownFact, UnknownRule, read_day, read_fact
from shanyraq.law.judging import HOLDING_POSTS
from shanyraq.law.kinds import DutyRule, PowerRule, RightRule
from shanyraq.law.loading import read_yaml
from shanyraq.law.mutation import FailedPack, mutate_pack
from shanyraq.law.provisions import LANGUAGES, Language, packs_folders
from shanyraq.site.home import chosen_pack, home

OTHER_THAN_MET, WRONG_USE = 1, 2


def own_pack() -> str:
    """The charter pack of this installation, asked when no other is named."""
    return chosen_pack(home())


@click.group()
def charter() -> None:
    """Ask the law that is loaded as data."""


@click.group()
def decision() -> None:
    """Look after stored decisions."""


@charter.command()
@click.argument("rule")
@click.argument("facts", nargs=-1, metavar="[FACT=VALUE]...")
@click.option("--on", "day", required=True, metavar="DATE", help="The day, such as 2008-09-15.")
@click.option("--pack", "name", default=own_pack, help="The pack that is asked; else one's own.")
@click.option("--layer", "layer", multiple=True, help="Another pack to ask beside it.")
@click.option("--layers", "layers", default="", metavar="A,B", help="Several such packs.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Write the trace as one JSON object.")
def check(  # noqa: PLR0917 - click fills them by name
    rule: str,
    facts: tuple[str, ...],
    day: str,
    name: str,
    layer: tuple[str, ...],
    layers: str,
    lang: Language,
    *,
    as_json: bool,
) -> None:
    """Ask RULE about facts on a day.

    Where several packs answer, the higher rank prevails and the answer names those that give way;
    equal ranks that say yes and no are a conflict.

    Exit status: 0 met, 1 any other outcome, 2 wrong use.
    """
    try:
        beside = filter(None, layers.split(","))
        packs = packs_called(dict.fromkeys((name, *layer, *beside)))
        law = Charter.at(read_on(day, packs), packs=packs)
        verdict = answer(law, rule, facts)
    except (WrongQuestion, BrokenPack) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    for depth, telling in tell_tree(verdict, lang):
        click.echo("  " * depth + telling.sentence, err=as_json)
    if as_json:
        click.echo(verdict.canonical.decode())
    sys.exit(0 if verdict.met else OTHER_THAN_MET)


@charter.command()
@click.option("--pack", "name", default=own_pack, help="The pack to mutate; else one's own.")
def mutate(name: str) -> None:
    """Change each leaf of a pack by one step and see whether its cases notice.

    Exit status: 0 all noticed, 1 some were not or a leaf was never changed, 2 no such pack.
    """
    try:
        report = mutate_pack(folder_called(name))
    except (WrongQuestion, BrokenPack, FailedPack) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    for mutant in report.survivors:
        click.echo(f"survived: {mutant}", err=True)
    for leaf in report.untouched:
        click.echo(f"never changed: {leaf}", err=True)
    click.echo(
        f"{report.mutants} mutants: {report.failed_a_case} failed a case, "
        f"{report.refused_by_schema} refused by the schema, {len(report.survivors)} survived; "
        f"score {report.score}"
    )
    sys.exit(0 if report.complete else OTHER_THAN_MET)


@decision.command()
@click.argument("trace", type=click.File("rb"))
@click.option("--pack", "names", multiple=True, help="Packs asked, else those it names.")
def verify(trace: BinaryIO, names: tuple[str, ...]) -> None:
    """Recompute the verdict stored in TRACE (a file, or - for standard input).

    Exit status: 0 the law gives the same, 1 it differs, 2 the file is no trace.
    """
    try:
        written = trace.read()
        packs = packs_called(names or names_in(written) or [own_pack()])
        found = verify_decision(written, packs)
    except (UnreadableTrace, WrongQuestion, BrokenPack) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    for difference in found.differences:
        click.echo(str(difference), err=True)
    click.echo(f"agrees, sha256 {found.sha256}" if found.agrees else "differs")
    sys.exit(0 if found.agrees else OTHER_THAN_MET)


def packs_called(names: Iterable[str]) -> list[Pack]:
    """The packs of these names.

    Raises:
        UnknownPack: none is called so.
        BrokenPack: one of them cannot be trusted.
    """
    return [load_pack(folder_called(name)) for name in names]


def names_in(trace: bytes) -> list[str]:
    """The folders of the packs at hand that a trace names; none when it is unreadable."""
    try:
        named = {pack["id"] for pack in read_trace(trace)["packs"]}
    except (ValueError, KeyError, TypeError):
        return []
    heads = (path for folder in packs_folders() for path in sorted(folder.glob("*/pack.yaml")))
    return [str(path.parent) for path in heads if read_yaml(path).get("id") in named]


def folder_called(name: str) -> Path:
    """The folder of a pack by its name; a path to the folder is a name too.

    Raises:
        UnknownPack: none is called so.
    """
    return folder if (folder := Path(name)).is_dir() else find_pack(name)


def read_on(written: str, packs: Iterable[Pack]) -> date:
    """The day asked about.

    Raises:
        UnfitFact: it is no date; the days on which the law changed are named.
    """
    try:
        return read_day(written)
    except ValueError as unreadable:
        states = [state for pack in packs for state in pack.head.states]
        changes = {str(day) for state in states for day in (state.from_, state.to)}
        message = f"--on {written}: {unreadable} is expected. Days on which the law changed:"
        raise UnfitFact(f"{message} {', '.join(sorted(changes))}.") from unreadable


def answer(law: Charter, rule: str, written: Iterable[str]) -> Verdict:
    """The verdict on a rule and facts written as NAME=VALUE.

    Raises:
        WrongQuestion: the rule or a fact is unknown or cannot be read.
    """
    kinds = kinds_of(law, rule)
    facts: dict[str, FactValue] = {}
    for each in written:
        name, sign, value = each.partition("=")
        if name not in kinds or not sign:
            message = f"{each!r} is no fact of {rule}: FACT=VALUE is expected."
            raise UnknownFact(message, known=kinds)
        if name in facts:
            raise UnfitFact(f"{name} is given twice.")
        facts[name] = read_fact(name, value, kinds[name])
    if HOLDING_POSTS in kinds:
        posts = str(facts.get(HOLDING_POSTS, ""))
        return law.can(rule, [post for post in posts.split(",") if post])
    return law.check(rule, facts)


def kinds_of(law: Charter, rule: str) -> dict[str, FactKind]:
    """The facts a rule asks for; a power, a right or a duty asks for the posts held.

    Raises:
        UnknownRule: no pack asked has it.
    """
    known = {name for pack in law.packs for name in pack.rules}
    if rule not in known:
        raise UnknownRule(f"No rule is called {rule!r}.", known=known)
    rules = [(pack, each) for pack in law.packs for each in pack.rules.get(rule, ())]
    if any(isinstance(each, PowerRule | RightRule | DutyRule) for _, each in rules):
        return {HOLDING_POSTS: FactKind.WORD}
    return {name: pack.fact_kind(each, name) for pack, each in rules for name in each.facts}
