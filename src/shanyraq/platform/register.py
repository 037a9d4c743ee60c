"""The register of actions: the one door through which everything changes."""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec, Protocol, TypeVar, cast

from django.apps import apps
from django.db import IntegrityError, transaction

from shanyraq.platform import journal
from shanyraq.platform.models import Addressed, AnsweredRequest
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal

P = ParamSpec("P")
T = TypeVar("T", bound=Addressed)


class Hashed(Protocol):
    """Something kept that an entry names by its hash, such as a stored verdict."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an action answers: its result and what the journal is to say of it.

    Attributes:
        result: what was made or changed; its public identifier is the entry's subject.
        facts: what happened, in values of JSON; no names of people.
        withheld: values about a person, kept outside the chain behind a salted hash.
        verdicts: the stored verdicts on which the act rests.
    """

    result: T
    facts: Mapping[str, journal.Json] = field(default_factory=dict)
    withheld: Mapping[str, journal.Json] = field(default_factory=dict)
    verdicts: Sequence[Hashed] = ()


#: Declared in place of a power of an action that only the installation itself does.
INSTALLATION = "installation"
#: Declared in place of a power of an action that is open to whoever asks.
ANYBODY = "anybody"
#: Declared for what only the person concerned does: the owner of a seat, a candidature, a task.
CONCERNED = "concerned"
#: Declared for what follows from another act, in its transaction, whoever did that.
CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class Registered:
    """An action in the register.

    Attributes:
        powers: what the charter calls the powers, rights and duties of which one opens the
            action, wherever they are held; or `INSTALLATION`, `ANYBODY`, `CONCERNED`,
            `CONSEQUENCE`.
        local: those that open it only when held in the body concerned or its secretariat.
        in_person: whether nobody records for the holder of a power that he has used it.
    """

    name: str
    function: Callable[..., Any]
    sealed: bool
    powers: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    in_person: bool = False

    @property
    def refusals(self) -> list[str]:
        """Names of the refusals which the action's docstring says it may raise."""
        _, _, raises = (self.function.__doc__ or "").partition("Raises:")
        return re.findall(r"^\s+(\w+):", raises, flags=re.MULTILINE)


REGISTER: dict[str, Registered] = {}


def action(
    name: str,
    *,
    powers: Sequence[str] = (),
    local: Sequence[str] = (),
    in_person: bool = False,
    sealed: bool = False,
) -> Callable[[Callable[P, Done[T]]], Callable[P, T]]:
    """Enter a function in the register under "chapter.verb", with the powers that open it.

    The powers are declared for the table of who may do what; the action itself asks the charter.

    The caller gets the bare result. One call is one transaction and, unless the action is
    sealed, one journal entry; a request key seen before returns the earlier result. A sealed
    action leaves neither: nothing tells who did it, when, or by which request.

    Raises:
        TypeError: at a call with positional arguments or without an occasion.
        ValueError: when the name is taken.
    """

    def enter(function: Callable[P, Done[T]]) -> Callable[P, T]:
        if name in REGISTER:
            raise ValueError(f"two actions are called {name}")

        @functools.wraps(function)
        def act(*args: P.args, **kwargs: P.kwargs) -> T:
            if args:
                raise TypeError(f"{name} takes keyword arguments only")
            occasion = cast("Occasion", kwargs["occasion"])
            call = functools.partial(cast("Callable[..., Done[T]]", function), **kwargs)
            if sealed:
                with transaction.atomic():
                    return call().result
            return cast("T", _carry_out(name, occasion, call))

        REGISTER[name] = Registered(
            name, act, sealed, powers=tuple(powers), local=tuple(local), in_person=in_person
        )
        return act

    return enter


def _carry_out(name: str, occasion: Occasion, call: Callable[[], Done[T]]) -> Addressed:
    if earlier := _earlier(name, occasion):
        return earlier
    try:
        with transaction.atomic():
            done = call()
            _write(name, occasion, done)
            _remember(name, occasion, done.result)
    except (IntegrityError, Refusal):
        # The same request came twice at once and the other one was first: what it did may be the
        # very ground of this refusal.
        if earlier := _earlier(name, occasion):
            return earlier
        raise
    return done.result


def _write(name: str, occasion: Occasion, done: Done[T]) -> None:
    journal.append(
        action=name,
        occasion=occasion,
        subject=done.result.public_id,
        facts=done.facts,
        withheld=done.withheld,
        verdicts=[verdict.sha256 for verdict in done.verdicts],
    )


def _remember(name: str, occasion: Occasion, result: Addressed) -> None:
    if occasion.request_key:
        AnsweredRequest.objects.create(
            actor=occasion.actor.public_id,
            action=name,
            key=occasion.request_key,
            model=result._meta.label,
            subject=result.public_id,
        )


def _earlier(name: str, occasion: Occasion) -> Addressed | None:
    """The result of the same request carried out before."""
    if not occasion.request_key:
        return None
    answered = AnsweredRequest.objects.filter(
        actor=occasion.actor.public_id, action=name, key=occasion.request_key
    ).first()
    if answered is None:
        return None
    model = cast("type[Addressed]", apps.get_model(answered.model))
    return model._default_manager.get(public_id=answered.subject)
