"""What pages are made of: components with declared props, the main menu, the law's own parts."""

from shanyraq.platform.components.dates import DateField, DatePartsWidget
from shanyraq.platform.components.law_parts import LawParts, law_parts, show_law_with
from shanyraq.platform.components.navigation import NavItem, nav_item, nav_items
from shanyraq.platform.components.tag import NO_SLOT, Slot, component

__all__ = [
    "NO_SLOT",
    "DateField",
    "DatePartsWidget",
    "LawParts",
    "NavItem",
    "Slot",
    "component",
    "law_parts",
    "nav_item",
    "nav_items",
    "show_law_with",
]
