import django.db.models.deletion
import django.db.models.functions.text
import shanyraq.platform.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('name_kk', models.CharField(max_length=255, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=255, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=255, verbose_name='name in English')),
                ('name_kk_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_ru_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_en_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_fold', models.TextField(editable=False)),
                ('family_name', models.CharField(blank=True, max_length=120, verbose_name='family name')),
                ('given_name', models.CharField(blank=True, max_length=120, verbose_name='given name')),
                ('gender', models.CharField(blank=True, choices=[('female', 'Female'), ('male', 'Male')], max_length=8, verbose_name='gender')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('preferred_language', models.CharField(choices=[('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English')], default='kk', max_length=2, verbose_name='language of letters')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'persons',
            },
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('name_kk', models.CharField(max_length=255, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=255, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=255, verbose_name='name in English')),
                ('name_kk_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_ru_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_en_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_fold', models.TextField(editable=False)),
                ('classification', models.CharField(choices=[('country', 'Country'), ('oblast', 'Oblast'), ('city', 'City of national significance')], max_length=32, verbose_name='kind')),
                ('iso_former', models.CharField(blank=True, max_length=8, verbose_name='ISO 3166-2 code until 2022')),
                ('iso', models.CharField(max_length=8, verbose_name='ISO 3166-2 code')),
                ('datamaps', models.CharField(blank=True, max_length=8, verbose_name='id on the map')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='people.area')),
            ],
            options={
                'verbose_name': 'region',
                'verbose_name_plural': 'regions',
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('name_kk', models.CharField(max_length=255, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=255, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=255, verbose_name='name in English')),
                ('name_kk_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_ru_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_en_sort', models.CharField(db_index=True, editable=False, max_length=1800)),
                ('name_fold', models.TextField(editable=False)),
                ('classification', models.CharField(choices=[('assembly', 'Assembly'), ('council', 'Council of the Assembly'), ('coordination_council', 'Coordination Council'), ('advisory_body', 'Advisory body'), ('working_organ', 'Working Organ'), ('small_assembly', 'Small assembly'), ('secretariat', 'Secretariat of a small assembly'), ('state_body', 'State body'), ('national_cultural_association', 'National-cultural association'), ('public_association', 'Public association')], db_index=True, max_length=40, verbose_name='kind')),
                ('founding_date', models.DateField(blank=True, null=True, verbose_name='founded')),
                ('dissolution_date', models.DateField(blank=True, null=True, verbose_name='dissolved')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organizations', to='people.area')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='people.organization')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('preferred_language', models.CharField(choices=[('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English')], default='kk', max_length=2, verbose_name='language of pages')),
                ('is_active', models.BooleanField(default=True, verbose_name='can sign in')),
                ('person', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='user', to='people.person')),
            ],
            options={
                'verbose_name': 'account',
                'verbose_name_plural': 'accounts',
            },
        ),
        migrations.CreateModel(
            name='Persona',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('title_kk', models.CharField(max_length=255)),
                ('title_ru', models.CharField(max_length=255)),
                ('title_en', models.CharField(max_length=255)),
                ('order', models.PositiveSmallIntegerField(unique=True)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='persona', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'persona',
                'verbose_name_plural': 'personas',
                'ordering': ['order'],
            },
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__gt', models.F('valid_from'))), name='area_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_until', None)), fields=('iso',), name='area_code_stands_once'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(('dissolution_date__gt', models.F('founding_date'))), name='organization_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.UniqueConstraint(condition=models.Q(('classification__in', ['assembly', 'council', 'coordination_council', 'working_organ']), ('dissolution_date', None)), fields=('classification',), name='organization_single_body'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.UniqueConstraint(condition=models.Q(('classification', 'small_assembly'), ('dissolution_date', None)), fields=('area',), name='organization_one_small_assembly_in_a_region'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('classification', 'small_assembly'), _negated=True), ('area__isnull', False), _connector='OR'), name='organization_small_assembly_has_a_region'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='user_email_in_lower_case'),
        ),
    ]
