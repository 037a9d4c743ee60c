"""What other chapters ask to be heard on before something ends in a Session.

Each hook may raise a Refusal, and the act is not done. A chapter registers its own when its app is
ready, by appending to the list.
"""

from collections.abc import Callable

from shanyraq.sittings.models import AgendaItem, Session

before_closing: list[Callable[[Session], None]] = []
before_finishing: list[Callable[[AgendaItem], None]] = []
