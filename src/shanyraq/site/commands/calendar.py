"""The compliance calendar at the command line."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shanyraq.site.commands.installation import prepare

if TYPE_CHECKING:
    from shanyraq.desks.queries.calendar import Demand


@click.command()
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="Look at it on this day.")
@click.option("--body", default="", help="Public identifier of one body.")
@click.option("--internal", is_flag=True, help="Also what only those inside see.")
@click.option("--lang", type=click.Choice(["kk", "ru", "en"]), default="en", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Say it for machines.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write an iCalendar file.")
def calendar(
    *,
    on: dt.datetime | None,
    body: str,
    lang: str,
    ics: Path | None,
    internal: bool,
    as_json: bool,
) -> None:
    """Tell what the law will demand of each body, when, and by which clause."""
    prepare()
    from django.utils import translation  # noqa: PLC0415 - needs Django set up

    from shanyraq.desks.queries.calendar import (  # noqa: PLC0415 - as above
        demands_on,
        feed_of,
        shown_to,
    )
    from shanyraq.platform import clock  # noqa: PLC0415 - as above

    day = on.date() if on else clock.today()
    with translation.override(lang):
        demands = shown_to(demands_on(day), inside=internal, body=body)
        if ics is not None:
            ics.write_bytes(feed_of(demands, on=day, at=clock.now(), address=""))
        if as_json:
            rows = [_row(demand) for demand in demands]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for demand in demands:
                click.echo(_line(demand))


def _row(demand: "Demand") -> dict[str, str | int | None]:
    return {
        "key": demand.key,
        "body": demand.body.public_id,
        "title": demand.title,
        "why": demand.why,
        "deadline": demand.deadline.isoformat() if demand.deadline else None,
        "since": demand.since.isoformat() if demand.since else None,
        "days_left": demand.days_left,
        "clause": demand.verdict.clause if demand.verdict else "",
    }


def _line(demand: "Demand") -> str:
    when = demand.deadline.isoformat() if demand.deadline else "          "
    clause = demand.verdict.clause if demand.verdict else ""
    return f"{when}  {clause:<8} {demand.body.name}: {demand.title}"
