"""Papers of the sample institution as PDF; each says in three languages that it is invented."""

import datetime as dt
from pathlib import Path

from django.core.files.base import ContentFile

from shanyraq.demonstration.sample import sample
from shanyraq.people.models import Wording
from shanyraq.platform.documents import pdf
from shanyraq.platform.languages import LANGUAGES

TEMPLATE = Path(__file__).parent / "templates" / "demonstration" / "paper.typ"
LABEL = Wording(
    kk="Ойдан құрастырылған құжат",
    ru="Вымышленный документ",
    en="An invented document",
)


def paper(title: Wording, text: Wording, on: dt.date) -> ContentFile[bytes]:
    """A paper as a file: its title and its text in the three languages."""
    parts = [
        {
            "language": language,
            "title": getattr(title, language),
            "label": getattr(LABEL, language),
            "text": getattr(text, language),
        }
        for language in LANGUAGES
    ]
    date = [on.year, on.month, on.day]
    data = {"title": title.kk, "body": sample().bodies.assembly.kk, "date": date, "parts": parts}
    return ContentFile(pdf(TEMPLATE, data), name="paper.pdf")
