"""What the tests of the law are made of: the pack, its data, days, charters."""

from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path

from shanyraq.law import Charter, Pack, find_pack, load_pack
from shanyraq.law.loading import FILES, Data, build_pack, read_yaml

DAY = date(2008, 9, 15)
"""A day in the only months in which all of the last wording is known and no higher law exists."""


@cache
def the_folder() -> Path:
    """The folder of the first pack."""
    return find_pack("kz-assembly-2002")


@cache
def the_pack() -> Pack:
    """The first pack."""
    return load_pack(the_folder())


def the_data() -> dict[str, Data]:
    """The data of the first pack's files, to be changed at will."""
    return deepcopy(_data())


def small_data() -> dict[str, Data]:
    """The data of a pack with one rule, its clause and its readings."""
    data = the_data()
    rule = data["rules.yaml"]["rules"][0]
    data["rules.yaml"]["rules"] = [rule]
    data["pack.yaml"]["clauses"] = {"R8": data["pack.yaml"]["clauses"]["R8"]}
    del data["pack.yaml"]["unknown_wording"]
    readings = data["readings.yaml"]["readings"]
    data["readings.yaml"]["readings"] = {number: readings[number] for number in rule["readings"]}
    return data


@cache
def _data() -> dict[str, Data]:
    return {name: read_yaml(the_folder() / name) for name in FILES}


def the_law(*packs: Pack, on: date = DAY) -> Charter:
    """The law of a day, by the first pack when none is named."""
    return Charter.at(on, packs=packs or (the_pack(),))


def a_higher_pack(*, rank: str = "constitutional_law_and_law", base: str = "present") -> Pack:
    """Another pack with one rule: two thirds of those present make a decision of the Council."""
    data = the_data()
    data["pack.yaml"]["id"], data["pack.yaml"]["rank"] = "kz.law.70-iv", rank
    rules = data["rules.yaml"]["rules"]
    rule = next(rule for rule in rules if rule["id"] == "council_decision")
    rule["base"] = {"fact": base, "counts": "attending_members"}
    said = "{" + base + "}: {for}"
    rule["says"] = {**rule["says"], "because": dict.fromkeys(("kk", "ru", "en"), said)}
    data["rules.yaml"]["rules"] = [rule]
    return build_pack(data, Path("higher"))
