import django.db.models.deletion
import shanyraq.platform.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_persons_and_regions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('kind', models.CharField(choices=[('decree', 'Decree'), ('order', 'Order'), ('decision', 'Decision'), ('statement', 'Statement')], max_length=16, verbose_name='kind')),
                ('number', models.CharField(max_length=40, verbose_name='number')),
                ('date', models.DateField(verbose_name='date')),
                ('issuer', models.CharField(choices=[('president', 'President of the Republic'), ('chair', 'Chair of the Assembly'), ('deputy_chair', 'Deputy Chair of the Assembly'), ('working_organ', 'Working Organ'), ('small_assembly_chair', 'Chair of a small assembly'), ('member', 'The member in person')], max_length=32, verbose_name='signed by')),
                ('title_kk', models.CharField(max_length=500, verbose_name='title in Kazakh')),
                ('title_ru', models.CharField(max_length=500, verbose_name='title in Russian')),
                ('title_en', models.CharField(max_length=500, verbose_name='title in English')),
                ('file', models.FileField(blank=True, upload_to='acts/', verbose_name='file')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the file')),
            ],
            options={
                'verbose_name': 'act',
                'verbose_name_plural': 'acts',
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('role', models.CharField(choices=[('chair', 'Chair of the Assembly'), ('deputy_chair', 'Deputy Chair of the Assembly'), ('working_organ', 'Staff of the Working Organ'), ('small_assembly_chair', 'Chair of a small assembly'), ('secretariat_head', "Head of a small assembly's secretariat"), ('secretariat', "Staff of a small assembly's secretariat")], db_index=True, max_length=32, verbose_name='role')),
                ('label_kk', models.CharField(max_length=255, verbose_name='label in Kazakh')),
                ('label_ru', models.CharField(max_length=255, verbose_name='label in Russian')),
                ('label_en', models.CharField(max_length=255, verbose_name='label in English')),
                ('seats', models.PositiveSmallIntegerField(blank=True, default=1, null=True, verbose_name='holders at once')),
                ('start_date', models.DateField(blank=True, null=True, verbose_name='from')),
                ('end_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='people.organization')),
            ],
            options={
                'verbose_name': 'post',
                'verbose_name_plural': 'posts',
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=shanyraq.platform.models.new_public_id, editable=False, max_length=40, unique=True)),
                ('category', models.CharField(blank=True, choices=[('state_body_representative', 'Representative of a state body'), ('national_cultural_association_representative', 'Representative of a national-cultural association'), ('other_public_association_representative', 'Representative of another public association'), ('other_person', 'Other person'), ('small_assembly_head', 'Head of a small assembly'), ('other_assembly_member', 'Other member of the Assembly'), ('local_executive_body_representative', 'Representative of a local executive body'), ('local_representative_body_representative', 'Representative of a local representative body')], max_length=64, verbose_name='category')),
                ('start_date', models.DateField(verbose_name='from')),
                ('end_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.area')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended', to='bodies.act')),
                ('on_behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='people.organization')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.person')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='started', to='bodies.act')),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='bodies.post')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
            },
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('end_date__gt', models.F('start_date'))), name='post_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('seats', None), ('seats__gt', 0), _connector='OR'), name='post_has_room_for_somebody'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(fields=['organization', 'start_date', 'end_date'], name='bodies_memb_organiz_344755_idx'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('end_date__gt', models.F('start_date'))), name='membership_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ended_by', None), ('end_date__isnull', False), _connector='OR'), name='membership_ended_has_an_end'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('post__isnull', False), models.Q(('category', ''), _negated=True), _connector='OR'), name='membership_seat_has_a_category'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('end_date', None), ('post', None)), fields=('person', 'organization'), name='membership_one_open_seat'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('end_date', None)), fields=('person', 'post'), name='membership_one_open_holding'),
        ),
    ]
