"""The chips of the law: a clause in the reader's words, a reading by its number."""

import datetime as dt

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shanyraq.charter.queries.blocks import pages
from shanyraq.charter.queries.law import charter_pack
from shanyraq.law.provisions import address_words, provision_of
from shanyraq.platform.languages import active


def clause_href(address: str, on: dt.date | None = None) -> str:
    """The page of a provision, at the very paragraph, as it stood on a day."""
    slug = provision_of(address).lower()
    query = f"?on={on.isoformat()}" if on else ""
    return f"{reverse('charter:provision', args=[slug])}{query}#{address.lower()}"


def clause_chip(address: str, on: dt.date | None = None, *, pack: str = "") -> SafeString:
    """The chip of a clause in the reader's words, a link to its paragraph; nothing for none.

    `pack` is the identifier of the clause's pack. Another than the institution's, such as the
    statute of one body or the charter of earlier days, has no pages here: then it is no link.
    """
    if not address:
        return SafeString("")
    own = charter_pack().id
    words = address_words(address, active(), pack or own)
    if (pack and pack != own) or provision_of(address) not in pages():
        return format_html('<span class="clause">{}</span>', words)
    return format_html('<a class="clause" href="{}">{}</a>', clause_href(address, on), words)


def reading_href(number: str) -> str:
    """The place of a reading on the page of readings."""
    return f"{reverse('charter:readings')}#{number}"


def reading_chip(number: str) -> SafeString:
    """The round chip of a reading, a link to its question, choice and reason."""
    template = '<a class="reading" href="{}"><span class="vh">{} </span>{}</a>'
    return format_html(template, reading_href(number), _("Reading"), number)
