"""The main menu: each chapter enters its own places when its app is ready."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.functional import Promise


def everyone(_request: HttpRequest) -> bool:
    """Shown to whoever looks."""
    return True


@dataclass(frozen=True)
class NavItem:
    """One place of the main menu.

    Attributes:
        key: its name among the places, entered once.
        label: lazily translated.
        url: name of an address without arguments, such as "sittings:index".
        order: smaller stands further left.
        shown_to: whether the reader of this request sees it.
        pages: names of addresses, or whole namespaces, that count as under this place; none:
            the namespace of its own address.
    """

    key: str
    label: str | Promise
    url: str
    order: int
    shown_to: Callable[[HttpRequest], bool] = field(default=everyone)
    pages: frozenset[str] = frozenset()

    def is_current(self, request: HttpRequest) -> bool:
        """Whether the page asked for is this place or one of the pages under it."""
        match = request.resolver_match
        if match is None:
            return False
        under = self.pages or {self.url.rpartition(":")[0]} - {""}
        return match.view_name == self.url or not under.isdisjoint(
            {match.view_name, match.namespace}
        )


_ITEMS: dict[str, NavItem] = {}


def nav_item(
    key: str,
    label: str | Promise,
    url: str,
    *,
    order: int,
    shown_to: Callable[[HttpRequest], bool] = everyone,
    pages: Collection[str] = (),
) -> None:
    """Enter a place into the main menu; a second one under the same key replaces the first."""
    _ITEMS[key] = NavItem(key, label, url, order, shown_to, frozenset(pages))


def nav_items(request: HttpRequest) -> list[NavItem]:
    """The places that the reader of this request sees, in order."""
    items = sorted(_ITEMS.values(), key=lambda item: (item.order, item.key))
    return [item for item in items if item.shown_to(request)]
