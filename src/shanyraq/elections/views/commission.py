"""Setting up a ballot box and bringing it to its end: the pages and buttons of those who run it."""

from functools import cached_property
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from shanyraq.elections.actions import (
    abandon,
    appoint_commission,
    close_ballots,
    conclude,
    draw_up_roll,
    seal,
)
from shanyraq.elections.forms import AbandonForm, CommissionForm
from shanyraq.elections.models import BallotBox, Election
from shanyraq.elections.permissions import require_box_keeper
from shanyraq.elections.queries import (
    box_law,
    box_of,
    election_of,
    may_reveal,
    turnout_of,
    waiting_in,
)
from shanyraq.elections.queries.deeds import possible_commission
from shanyraq.elections.views.conducting import Working
from shanyraq.platform.forms import EmptyForm
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import ActView, FormPage
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.permissions import require_closer
