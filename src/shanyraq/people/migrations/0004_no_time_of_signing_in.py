"""When somebody signed in last is not kept."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0003_words_of_the_charter")]

    operations = [migrations.RemoveField(model_name="user", name="last_login")]
