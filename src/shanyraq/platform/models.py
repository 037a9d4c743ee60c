"""What the platform keeps: the journal, answered requests, the clock's shift, live events, mail."""

import secrets
from typing import ClassVar

from django.db import models

from shanyraq.platform.guards import append_only

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PUBLIC_ID_LENGTH = 12


def new_public_id() -> str:
    """A fresh identifier to be shown and typed: 12 characters that nobody mistakes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


class Addressed(models.Model):
    """Anything the outside and the journal may name: it has an identifier that never changes."""

    public_id = models.CharField(max_length=40, unique=True, editable=False, default=new_public_id)

    class Meta:
        abstract = True


@append_only
class JournalEntry(models.Model):
    """One act, as the bytes that were hashed, chained to the entry before it.

    The other columns repeat what the bytes say so that the journal can be searched;
    `shanyraq journal verify` compares the two.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    body = models.BinaryField()
    hash = models.CharField(max_length=64, unique=True)
    action = models.CharField(max_length=100, db_index=True)
    actor = models.CharField(max_length=40, db_index=True)
    subject = models.CharField(max_length=40, db_index=True)
    on = models.DateField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action}"


class JournalValue(models.Model):
    """A value about a person; its entry holds a salted hash only, so that it can be erased."""

    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="withheld")
    name = models.CharField(max_length=60)
    salt = models.CharField(max_length=64)
    value = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "name"], name="one_value_a_name")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.name}"


class AnsweredRequest(models.Model):
    """A request that was carried out, so that its repetition is answered and not done again."""

    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    model = models.CharField(max_length=100)
    subject = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "action", "key"], name="answered_once")
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"


class ClockShift(Addressed):
    """How many whole days the institution's date stands from the real one, since this row."""

    days = models.IntegerField()

    def __str__(self) -> str:
        return str(self.days)


class LiveEvent(models.Model):
    """Something shown under a topic changed; its number is the event's id on the stream."""

    topic = models.CharField(max_length=80)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk} {self.topic}"


class Mail(Addressed):
    """A letter kept instead of sent, while the institution is a demonstration."""

    sent_at = models.DateTimeField()
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    attachment_name = models.CharField(max_length=100, blank=True)
    attachment = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.subject
