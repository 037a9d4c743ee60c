"""Provisions in time, rules of closed kinds, verdicts and their explanations."""

from shanyraq.law.charter import Charter
from shanyraq.law.facts import FactKind, UnfitFact, UnknownFact, UnknownRule, WrongQuestion
from shanyraq.law.findings import Outcome
from shanyraq.law.loading import BrokenPack, UnknownPack, find_pack, load_leading_pack, load_pack
from shanyraq.law.packs import Pack, UnknownReading, Wording
from shanyraq.law.telling import Telling, tell_tree
from shanyraq.law.verdicts import Verdict, all_of, read_trace
from shanyraq.law.verification import UnreadableTrace, Verification, verdict_of, verify_decision

__all__ = [
    "BrokenPack",
    "Charter",
    "FactKind",
    "Outcome",
    "Pack",
    "Telling",
    "UnfitFact",
    "UnknownFact",
    "UnknownPack",
    "UnknownReading",
    "UnknownRule",
    "UnreadableTrace",
    "Verdict",
    "Verification",
    "Wording",
    "WrongQuestion",
    "all_of",
    "find_pack",
    "load_leading_pack",
    "load_pack",
    "read_trace",
    "tell_tree",
    "verdict_of",
    "verify_decision",
]
