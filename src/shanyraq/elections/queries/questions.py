"""What an electronic ballot asks: its name and question in three languages."""

from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _

from shanyraq.ballots.questions import HomomorphicQuestion
from shanyraq.elections.models import BallotBox, BoxMotion, Election
from shanyraq.elections.queries.elections import candidates_of
from shanyraq.people.models import Named
from shanyraq.platform.languages import LANGUAGES
from shanyraq.voting.enums import BALLOT_WORDS


def in_three(words: Callable[[str], str]) -> str:
    """Words in the three languages after one another, equal ones once."""
    return " / ".join(dict.fromkeys(filter(None, map(words, LANGUAGES))))


def field_in_three(holder: object, stem: str) -> str:
    """The text of a `<stem>_kk/_ru/_en` field in the three languages."""
    return in_three(lambda language: str(getattr(holder, f"{stem}_{language}")))


def name_in_three(named: Named) -> str:
    """A name in the three languages."""
    return field_in_three(named, "name")


def title_of(box: BallotBox) -> str:
    """The title of the question of the agenda that a box belongs to."""
    return field_in_three(box.item, "title")


def told_of(box: BallotBox) -> str:
    """What the archive says beside it: the wording of the motion, or else which body votes."""
    wording = field_in_three(box.motion, "text") if box.election is None else ""
    return wording or name_in_three(box.item.session.body)


def question_of(box: BallotBox) -> HomomorphicQuestion:
    """What the ballots of a box ask."""
    return _choosing(box.motion) if box.election is None else _electing(box.election)


def _electing(election: Election) -> HomomorphicQuestion:
    """A mark for each candidate, none left out and none required (reading A11)."""
    answers = tuple(name_in_three(one.person) for one in candidates_of(election))
    return HomomorphicQuestion(in_three(_asked), answers, minimum=0, maximum=len(answers))


def _choosing(motion: BoxMotion) -> HomomorphicQuestion:
    """One of three equal positions, exactly one of them."""
    answers = tuple(_said(word) for _, word in BALLOT_WORDS)
    return HomomorphicQuestion(field_in_three(motion, "question"), answers, minimum=1, maximum=1)


def _asked(language: str) -> str:
    with translation.override(language):
        return _("Mark each candidate whom you elect.")


def _said(word: object) -> str:
    def said(language: str) -> str:
        with translation.override(language):
            return str(word)

    return in_three(said)
