from django.db import migrations, models
from django.db.models import F, Q


def take_over(apps, schema_editor):
    """Until now the base of a vote was those present."""
    del schema_editor
    apps.get_model("voting", "Vote").objects.update(present=F("base"))


class Migration(migrations.Migration):
    dependencies = [
        ("sittings", "0002_other_sittings"),
        ("voting", "0001_votes_and_decisions"),
    ]

    operations = [
        migrations.AddField(
            "vote",
            "present",
            models.PositiveIntegerField(default=0, verbose_name="members who may vote"),
            preserve_default=False,
        ),
        migrations.AlterField(
            "vote", "base", models.PositiveIntegerField(verbose_name="members counted from")
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
        migrations.RemoveConstraint("vote", "vote_counts_within_base"),
        migrations.AddConstraint(
            "vote",
            models.CheckConstraint(
                condition=Q(present__lte=F("members")), name="vote_present_in_office"
            ),
        ),
        migrations.AddConstraint(
            "vote",
            models.CheckConstraint(
                condition=Q(votes_for=None)
                | Q(present__gte=F("votes_for") + F("votes_against") + F("votes_abstained")),
                name="vote_counts_within_present",
            ),
        ),
    ]
