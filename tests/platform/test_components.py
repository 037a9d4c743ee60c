"""Components: declared props only, geometry that keeps its numbers, forms that explain."""

import datetime as dt
import re

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils.html import format_html
from hypothesis import given
from hypothesis import strategies as st

from shanyraq.platform.components import (
    DateField,
    LawParts,
    NavItem,
    law_parts,
    nav_item,
    nav_items,
    show_law_with,
)
from shanyraq.platform.components.bars import bar
from shanyraq.platform.components.hemicycle import hemicycle
from shanyraq.platform.gallery import ExampleRefusal


def drawn(source: str, **context: object) -> str:
    return Template("{% load shanyraq %}" + source).render(Context(context))


class AskForm(forms.Form):
    place = forms.CharField(label="Place", help_text="City")
    on = DateField(label="Date")
    vote = forms.ChoiceField(choices=[("for", "For")], widget=forms.RadioSelect)


def test_a_component_draws_its_props_and_its_slot() -> None:
    source = '{% say kind="lost" title=title %}<p>{{ word }}</p>{% endsay %}'
    html = drawn(source, title="A <b>", word="&")
    assert 'class="say say--lost"' in html
    assert "A &lt;b&gt;" in html
    assert "<p>&amp;</p>" in html


def test_an_unknown_prop_fails_and_lists_those_accepted() -> None:
    with pytest.raises(TemplateSyntaxError, match="props: alert, kind, title; slots: slot"):
        drawn('{% say colour="red" %}{% endsay %}')


def test_a_prop_without_its_name_or_given_twice_fails() -> None:
    with pytest.raises(TemplateSyntaxError, match="does not accept"):
        drawn('{% icon "check" %}')
    with pytest.raises(TemplateSyntaxError, match="does not accept"):
        drawn('{% icon name="check" name="cross" %}')


def test_a_missing_prop_fails() -> None:
    with pytest.raises(TemplateSyntaxError, match="lacks label"):
        drawn('{% state kind="met" %}')


def test_a_value_outside_a_closed_list_fails() -> None:
    with pytest.raises(TemplateSyntaxError, match="'met', 'not', 'open'"):
        drawn('{% state kind="green" label="x" %}')


def test_an_unknown_slot_and_a_slot_outside_fail() -> None:
    with pytest.raises(TemplateSyntaxError, match="no slot 'foot'"):
        drawn('{% say %}{% slot "foot" %}{% endslot %}{% endsay %}')
    with pytest.raises(TemplateSyntaxError, match="outside a component"):
        drawn('{% slot "foot" %}{% endslot %}')


def test_a_component_sees_nothing_of_the_page_around_it() -> None:
    assert "secret" not in drawn('{% empty title="none" %}{% endempty %}', slot="secret")


def test_named_slots_stand_where_they_belong() -> None:
    html = drawn(
        '{% quorum_bar have=312 of=400 needed=267 %}present{% slot "clause" %}<i>8</i>'
        "{% endslot %}{% endquorum_bar %}"
    )
    assert html.index("present") < html.index("<svg") < html.index("<i>8</i>")
    assert 'x="66.75%"' in html


@given(st.lists(st.integers(0, 200), min_size=1, max_size=5), st.integers(1, 400))
def test_every_person_has_one_seat_and_the_line_stands_after_the_last_one_needed(
    counts: list[int], needed: int
) -> None:
    picture = hemicycle([(str(place), count) for place, count in enumerate(counts)], needed=needed)
    assert len(picture.seats) == sum(counts)
    assert [seat.kind for seat in picture.seats] == [
        str(place) for place, count in enumerate(counts) for _ in range(count)
    ]
    assert (picture.line is None) == (needed > sum(counts))


def test_four_hundred_seats_do_not_cover_one_another() -> None:
    picture = hemicycle([("for", 400)], needed=267)
    spots = {(seat.x, seat.y) for seat in picture.seats}
    assert len(spots) == 400
    nearest = min((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for a in spots for b in spots if a != b)
    assert nearest**0.5 > 1.9 * picture.dot


@given(st.lists(st.integers(0, 500), min_size=1, max_size=4), st.integers(0, 3000))
def test_a_bar_is_never_longer_than_its_whole(counts: list[int], needed: int) -> None:
    picture = bar([("fill", count) for count in counts], of=sum(counts), needed=needed)
    assert sum(float(one.width) for one in picture.segments) <= 100.1
    assert picture.mark is not None
    assert float(picture.mark) <= 100


def test_a_bar_of_nobody_is_empty() -> None:
    assert bar([("fill", 0)], of=0).segments == ()


def test_a_field_names_its_hint_and_its_error() -> None:
    form = AskForm({"place": "", "on_day": "31", "on_month": "2", "on_year": "2008"})
    html = drawn("{% fields form %}", form=form)
    assert 'aria-describedby="id_place_hint id_place_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_on_error">' in html
    assert 'value="31"' in html
    assert re.search(r'name="request_key" value="\w{12,}"', html)


def test_a_key_once_sent_is_sent_again() -> None:
    request = RequestFactory().post("/", {"request_key": "again"})
    assert 'value="again"' in drawn("{% request_key %}", request=request)


def test_a_date_is_read_from_three_parts_and_from_one() -> None:
    parts = AskForm(
        {"on_day": "15", "on_month": "9", "on_year": "2008", "place": "x", "vote": "for"}
    )
    whole = AskForm({"on": "2008-09-15", "place": "x", "vote": "for"})
    assert parts.is_valid()
    assert whole.is_valid()
    assert parts.cleaned_data["on"] == whole.cleaned_data["on"] == dt.date(2008, 9, 15)
    assert not AskForm({"on_day": "", "on_month": "9", "on_year": ""}).is_valid()


def test_a_date_already_known_fills_the_parts() -> None:
    html = str(AskForm(initial={"on": dt.date(2008, 9, 5)})["on"])
    assert 'value="5"' in html
    assert '<option value="9" selected>' in html
    assert 'value="2008"' in html


def test_a_refusal_is_shown_with_sentence_remedy_and_what_the_law_draws() -> None:
    before = law_parts()
    show_law_with(
        LawParts(
            clause=lambda verdict: format_html("<a>{}</a>", verdict),
            verdict=lambda verdict: format_html("<ul>{}</ul>", verdict),
        )
    )
    try:
        refusal = ExampleRefusal(present=266, members=400)
        plain = drawn("{% errors refusal=refusal %}", refusal=refusal)
        refusal.verdict = "clause 8"  # type: ignore[assignment] # drawn by the fake parts above
        full = drawn("{% errors refusal=refusal %}", refusal=refusal)
    finally:
        show_law_with(before)
    assert "266" in plain
    assert 'data-refusal="example"' in plain
    assert "clause 8" not in plain
    assert "<a>clause 8</a>" in full
    assert "<ul>clause 8</ul>" in full


def test_without_anything_wrong_there_is_no_summary() -> None:
    assert drawn("{% page_errors %}").strip() == ""


def test_the_menu_marks_where_we_are() -> None:
    request = RequestFactory().get(reverse("platform:gallery"))
    request.resolver_match = resolve(request.path)
    here = NavItem("here", "Here", "platform:gallery", 1)
    assert here.is_current(request)
    assert not NavItem("there", "There", "set_language", 1).is_current(request)


def test_the_menu_shows_what_the_reader_may_see_in_order() -> None:
    nav_item("test-b", "B", "platform:gallery", order=9002)
    nav_item("test-a", "A", "platform:gallery", order=9001)
    nav_item("test-hidden", "C", "platform:gallery", order=9003, shown_to=lambda _request: False)
    shown = [item.key for item in nav_items(RequestFactory().get("/"))]
    assert shown[-2:] == ["test-a", "test-b"]
