"""Work after an act: a letter to a member whose removal has been proposed."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from shanyraq.membership.queries.removals import case_of
from shanyraq.platform.tasks import task


@task("membership.notify_of_removal")
def notify_of_removal(*, case: str) -> None:
    """Tell the member what has been proposed and that a statement may be made (A25)."""
    found = case_of(case)
    if found is None or not found.seat.person.email:
        return
    person = found.seat.person
    with translation.override(person.preferred_language):
        text = render_to_string("membership/letters/removal.txt", {"case": found, "person": person})
        subject = _("Your removal has been proposed")
    EmailMessage(subject=subject, body=text, to=[person.email]).send()
