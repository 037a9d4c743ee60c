"""The law on any page: `{% load charter %}`."""

import datetime as dt

from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shanyraq.charter import components
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries.blocks import pages
from shanyraq.charter.queries.law import charter_pack
from shanyraq.charter.queries.verdicts import pack_kept
from shanyraq.law import Verdict
from shanyraq.law.headlines import headline
from shanyraq.law.provisions import address_words, provision_of
from shanyraq.platform.languages import active

register = Library()


@register.simple_tag
def clause_chip(address: str, on: dt.date | None = None) -> SafeString:
    """`{% clause_chip "R8.3a" %}`: "Regulation, clause 8, para 3", a link to that paragraph.

    An address of another pack, such as a body's own statute, is no link: it has no page here.
    """
    return components.clause_chip(address, on)


@register.simple_tag
def rule_chip(rule: str, on: dt.date | None = None) -> SafeString:
    """`{% rule_chip "vote_needs_presence" %}`: the chip of the clause that carries a rule."""
    return components.clause_chip(charter_pack().rules_called(rule)[-1].clause, on)


@register.simple_tag
def reading_chip(number: str) -> SafeString:
    """`{% reading_chip "A7" %}`: the number of a reading, a link to it."""
    return components.reading_chip(number)


@register.simple_tag
def verdict_tree(verdict: Verdict | StoredVerdict) -> SafeString:
    """`{% verdict_tree verdict %}`: every condition with facts, reckoning, clause and reading."""
    return components.verdict_tree(verdict)


@register.simple_tag
def verdict_sentence(verdict: Verdict | StoredVerdict) -> str:
    """`{% verdict_sentence verdict %}`: the whole answer as text in the reader's language."""
    return components.verdict_given(verdict).sentence(active())


@register.filter
def spoken(address: str) -> str:
    """`{{ "R8.3a"|spoken }}`: an address as people speak it."""
    return address_words(address, active(), charter_pack().id)


@register.filter
def in_charter(address: str) -> bool:
    """`{% if "D.2"|in_charter %}`: whether the institution's charter has such a provision."""
    return provision_of(address) in pages()


@register.filter
def part_words(address: str) -> str:
    """`{{ "R8.3a"|part_words }}`: where it lies inside its provision; the provision when whole."""
    whole, words = spoken(provision_of(address)), spoken(address)
    return words.removeprefix(f"{whole}, ")


@register.filter
def verdict_line(stored: StoredVerdict) -> str:
    """`{{ stored|verdict_line }}`: what was asked, in a line; several conditions by clause."""
    rules = pack_kept(stored.pack_version.sha256).rules.get(stored.rule)
    if rules:
        return headline(rules[-1], active())
    words = address_words(stored.clause, active(), stored.pack_version.pack)
    return _("Several conditions: {clause}").format(clause=words)
