"""How the texts of the sample institution are put together."""

from shanyraq.people.models import Wording


def of_region(region: Wording, body: Wording) -> Wording:
    """The name of a body with its region: in Kazakh the region comes first, else in brackets."""
    return Wording(
        kk=f"{region.kk}: {body.kk}",
        ru=f"{body.ru}: {region.ru}",
        en=f"{body.en}: {region.en}",
    )


def invented(title: Wording) -> Wording:
    """A title with the word that nobody signed it."""
    return Wording(
        kk=f"{title.kk} (ойдан құрастырылған)",
        ru=f"{title.ru} (вымышленный документ)",
        en=f"{title.en} (invented)",
    )
