"""Turn a typed function into a template tag: its parameters are the props, `Slot`s the content.

```python
@component(register, template="platform/components/say.html")
def say(*, kind: Literal["plain", "lost"] = "plain", slot: Slot = NO_SLOT) -> Props: ...
```

gives `{% say kind="lost" %}...{% endsay %}`. A prop, slot or value that the function does not
declare is a TemplateSyntaxError which lists those it does.
"""

import inspect
import re
import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NewType

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString, mark_safe

Slot = NewType("Slot", SafeString)
NO_SLOT = Slot(SafeString(""))
Props = dict[str, Any]

_PROP = re.compile(r"(\w+)=(.+)", re.DOTALL)


@dataclass(frozen=True)
class Specification:
    """What a component accepts, read off its function once.

    Attributes:
        props: prop name to the values allowed, None for any.
        needed: props without a default.
        slots: slot names; "slot" is what stands between the tags.
    """

    name: str
    function: Callable[..., Props | None]
    template: str
    props: dict[str, tuple[object, ...] | None]
    needed: frozenset[str]
    slots: frozenset[str]

    def accepted(self) -> str:
        """Say in one line what the tag accepts."""
        props = ", ".join(sorted(self.props)) or "none"
        slots = ", ".join(sorted(self.slots)) or "none"
        return f"props: {props}; slots: {slots}"

    def check(self, prop: str, value: object) -> None:
        """Refuse a value outside a prop's closed list.

        Raises:
            TemplateSyntaxError: naming the values allowed.
        """
        allowed = self.props[prop]
        if allowed is not None and value not in allowed:
            listed = ", ".join(repr(one) for one in allowed)
            raise TemplateSyntaxError(f"{self.name}: {prop}={value!r} is not one of {listed}")


class SlotNode(Node):
    """Content named for one slot of the component directly around it."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: Context) -> SafeString:
        """Refuse to stand anywhere but directly inside a component."""
        raise TemplateSyntaxError(f"slot {self.name!r} stands outside a component: {context!r:.80}")


class ComponentNode(Node):
    """One use of a component in a template."""

    def __init__(
        self,
        specification: Specification,
        props: dict[str, FilterExpression],
        slots: dict[str, NodeList],
    ) -> None:
        self.specification, self.props, self.slots = specification, props, slots

    def render(self, context: Context) -> SafeString:
        """Resolve props and slots here, render the component's template with nothing else."""
        asked = {name: value.resolve(context) for name, value in self.props.items()}
        for name, value in asked.items():
            self.specification.check(name, value)
        for name, nodes in self.slots.items():
            asked[name] = Slot(_text(nodes, context))
        data = self.specification.function(**asked)
        if data is None:
            return SafeString("")
        inner = context.new(data)
        if (token := context.get("csrf_token")) is not None:
            inner["csrf_token"] = token
        engine = context.template.engine  # type: ignore[union-attr] # bound while rendering
        return engine.get_template(self.specification.template).render(inner)


def component(
    library: Library, *, template: str, name: str = ""
) -> Callable[[Callable[..., Props | None]], Callable[..., Props | None]]:
    """Register a function as a component of a tag library.

    Args:
        library: the `register` of a templatetags module.
        template: path of the template that receives what the function returns.
        name: the tag's name when the function's own would shadow something.
    """

    def enter(function: Callable[..., Props | None]) -> Callable[..., Props | None]:
        specification = _read(function, template=template, name=name or function.__name__)
        library.tag(
            specification.name, lambda parser, token: _compile(parser, token, specification)
        )
        return function

    return enter


def compile_slot(parser: Parser, token: Token) -> SlotNode:
    """Compile `{% slot "name" %}...{% endslot %}`."""
    bits = token.split_contents()
    expected = 2
    if len(bits) != expected:
        raise TemplateSyntaxError('slot takes one name: {% slot "actions" %}')
    nodes = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(bits[1].strip("\"'"), nodes)


def _text(nodes: NodeList, context: Context) -> SafeString:
    return mark_safe(nodes.render(context).strip())  # noqa: S308 # the engine has escaped it


def _read(function: Callable[..., Props | None], *, template: str, name: str) -> Specification:
    hints = typing.get_type_hints(function)
    parameters = inspect.signature(function).parameters
    slots = frozenset(one for one in parameters if hints[one] is Slot)
    props = {one: _allowed(hints[one]) for one in parameters if one not in slots}
    needed = frozenset(one for one in props if parameters[one].default is inspect.Parameter.empty)
    return Specification(name, function, template, props, needed, slots)


def _allowed(hint: object) -> tuple[object, ...] | None:
    return typing.get_args(hint) if typing.get_origin(hint) is Literal else None


def _compile(parser: Parser, token: Token, specification: Specification) -> ComponentNode:
    props = _props(parser, token, specification)
    slots: dict[str, NodeList] = {}
    if specification.slots:
        nodes = parser.parse((f"end{specification.name}",))
        parser.delete_first_token()
        slots = _slots(nodes, specification)
    return ComponentNode(specification, props, slots)


def _props(
    parser: Parser, token: Token, specification: Specification
) -> dict[str, FilterExpression]:
    props: dict[str, FilterExpression] = {}
    for bit in token.split_contents()[1:]:
        found = _PROP.fullmatch(bit)
        if found is None or found[1] not in specification.props or found[1] in props:
            raise TemplateSyntaxError(
                f"{specification.name} does not accept {bit!r}; {specification.accepted()}"
            )
        props[found[1]] = parser.compile_filter(found[2])
    if missing := specification.needed - props.keys():
        raise TemplateSyntaxError(
            f"{specification.name} lacks {', '.join(sorted(missing))}; {specification.accepted()}"
        )
    return props


def _slots(nodes: NodeList, specification: Specification) -> dict[str, NodeList]:
    slots: dict[str, NodeList] = {"slot": NodeList()}
    for node in nodes:
        if not isinstance(node, SlotNode):
            slots["slot"].append(node)
        elif node.name in specification.slots and node.name not in slots:
            slots[node.name] = node.nodelist
        else:
            raise TemplateSyntaxError(
                f"{specification.name} has no slot {node.name!r}; {specification.accepted()}"
            )
    if "slot" not in specification.slots:
        del slots["slot"]
    return slots
