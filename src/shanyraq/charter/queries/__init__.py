"""What the law says: questions to it, its texts and history, the verdicts given under it."""

from shanyraq.charter.queries.dry_runs import DryRun, Otherwise, dry_run
from shanyraq.charter.queries.fields import FieldOfLaw, fields_of_law, is_field_of_law
from shanyraq.charter.queries.history import force_on, wordings_of
from shanyraq.charter.queries.law import (
    KEEPING_REGISTER,
    LAYERS,
    PACK,
    ask,
    charter_pack,
    law_on,
    may,
    word_of_charter,
)
from shanyraq.charter.queries.places import (
    Place,
    Told,
    choices_at,
    place_at,
    places,
    told_in_languages,
    value_told,
)
from shanyraq.charter.queries.texts import ProvisionOn, provision
from shanyraq.charter.queries.verdicts import verdict_again, verdicts_citing

__all__ = [
    "KEEPING_REGISTER",
    "LAYERS",
    "PACK",
    "DryRun",
    "FieldOfLaw",
    "Otherwise",
    "Place",
    "ProvisionOn",
    "Told",
    "ask",
    "charter_pack",
    "choices_at",
    "dry_run",
    "fields_of_law",
    "force_on",
    "is_field_of_law",
    "law_on",
    "may",
    "place_at",
    "places",
    "provision",
    "told_in_languages",
    "value_told",
    "verdict_again",
    "verdicts_citing",
    "word_of_charter",
    "wordings_of",
]
