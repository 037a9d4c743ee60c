"""How an election is put on an electronic ballot: its name and question in three languages."""

from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _

from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.elections.models import Election
from shanyraq.elections.queries.elections import candidates_of
from shanyraq.people.models import Named
from shanyraq.platform.languages import LANGUAGES


def in_three(words: Callable[[str], str]) -> str:
    """Words in the three languages after one another, equal ones once."""
    return " / ".join(dict.fromkeys(words(language) for language in LANGUAGES))


def name_in_three(named: Named) -> str:
    """A name in the three languages."""
    return in_three(lambda language: str(getattr(named, f"name_{language}")))


def title_in_three(election: Election) -> str:
    """The title of the question under which the election is held."""
    return in_three(lambda language: str(getattr(election.item, f"title_{language}")))


def question_of(election: Election) -> HomomorphicQuestion:
    """A mark for each candidate, none left out and none required (reading A11)."""
    answers = tuple(name_in_three(one.person) for one in candidates_of(election))
    return HomomorphicQuestion(in_three(_asked), answers, minimum=0, maximum=len(answers))


def _asked(language: str) -> str:
    with translation.override(language):
        return _("Mark each candidate whom you elect.")
