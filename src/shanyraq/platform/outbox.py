"""Letters of a demonstration: kept on a page instead of sent."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from shanyraq.platform import clock
from shanyraq.platform.models import Mail


class OutboxBackend(BaseEmailBackend):
    """Keep every letter in the outbox."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep the letters, one row a recipient, with the first attachment if it is text."""
        sent_at = clock.now()
        rows = [
            Mail(
                sent_at=sent_at,
                recipient=recipient,
                subject=str(message.subject),
                text=str(message.body),
                **_first_attachment(message),
            )
            for message in email_messages
            for recipient in message.to
        ]
        Mail.objects.bulk_create(rows)
        return len(rows)


def _first_attachment(message: EmailMessage) -> dict[str, str]:
    for attachment in message.attachments:
        if isinstance(attachment, tuple) and isinstance(attachment[1], str):
            return {"attachment_name": str(attachment[0]), "attachment": attachment[1]}
    return {}
