"""A small assembly sees its own: rows that belong to bodies are never read across all of them.

A model whose rows belong to one body each takes `ScopedQuerySet` as its manager. Reading it without
saying whose rows are meant is a defect and fails at once, in tests and in operation alike.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self, TypeVar, cast

from django.db import models

from shanyraq.people.models import Organization

M = TypeVar("M", bound=models.Model)

#: A row asked for by its own identifier is no list across bodies.
IDENTIFIERS = {"pk", "id", "public_id"}


class Unscoped(RuntimeError):
    """Rows of all bodies were asked for at once, and nobody said that all are meant."""


class ScopedQuerySet(models.QuerySet[M]):
    """Rows that can be read only of named bodies, of a named row, or of the whole institution.

    `body_path` leads from a row to its body.
    """

    body_path: ClassVar[str] = "body"
    _scoped = False

    def of_body(self, body: Organization) -> Self:
        """Those of one body."""
        return self._limited(**{self.body_path: body})

    def of_bodies(self, bodies: Iterable[Organization] | Iterable[str]) -> Self:
        """Those of several bodies, given as rows or by their public identifiers."""
        named = [body.public_id if isinstance(body, Organization) else body for body in bodies]
        return self._limited(**{f"{self.body_path}__public_id__in": named})

    def of_institution(self) -> Self:
        """Those of every body: for whoever the charter lets see all regions."""
        return self._limited()

    def get(self, *args: Any, **kwargs: Any) -> M:  # noqa: ANN401 -- as Django declares it
        """One row; asked for by its identifier it needs no body."""
        rows = self._limited() if IDENTIFIERS & kwargs.keys() else self
        return super(ScopedQuerySet, rows).get(*args, **kwargs)

    def count(self) -> int:
        """How many, of the bodies named."""
        self._require_scope()
        return super().count()

    def exists(self) -> bool:
        """Whether there are any, of the bodies named."""
        self._require_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- as Django
        """A figure over the rows of the bodies named."""
        self._require_scope()
        return super().aggregate(*args, **kwargs)

    def iterator(self, chunk_size: int | None = None) -> Iterator[M]:
        """The rows one after the other, of the bodies named."""
        self._require_scope()
        return super().iterator(chunk_size)

    def update(self, **kwargs: Any) -> int:  # noqa: ANN401 -- as Django declares it
        """Change rows of the bodies named."""
        self._require_scope()
        return super().update(**kwargs)

    def _limited(self, **conditions: Any) -> Self:  # noqa: ANN401 -- conditions of a query
        limited = self.filter(**conditions)
        limited._scoped = True  # noqa: SLF001 -- a clone of our own
        return limited

    def _require_scope(self) -> None:
        # A row's own rows (a post's agreements) come with the row they belong to as a hint.
        if not (self._scoped or "instance" in cast("dict[str, Any]", getattr(self, "_hints", {}))):
            raise Unscoped(f"{self.model.__name__} was read across all bodies")

    def _fetch_all(self) -> None:
        if getattr(self, "_result_cache", None) is None:
            self._require_scope()
        super()._fetch_all()

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc] # Django keeps it out of its stubs
        clone._scoped = self._scoped  # noqa: SLF001 -- a clone of our own
        return cast("Self", clone)
