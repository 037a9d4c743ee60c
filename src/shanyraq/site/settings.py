"""Every setting, read once from the environment, with its type and its default."""

import sys
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from environs import Env

from shanyraq.site.home import chosen_pack, home, secret_key

env = Env(prefix="SHANYRAQ_")

HOME = home()
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(HOME)
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)
ALLOWED_HOSTS = env.list("HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("ORIGINS", default=[])
#: Address of the live streams when a proxy serves them on the pages' own origin ("/live/");
#: empty: the port LIVE_PORT of whatever host the page was asked on.
LIVE_URL = env.str("LIVE_URL", default="")
LIVE_PORT = env.int("LIVE_PORT", default=8001)
#: Streams held open at once; whoever comes after them is asked to come later.
LIVE_LISTENERS = env.int("LIVE_LISTENERS", default=4000)
PACK = chosen_pack(HOME)
#: Packs asked beside it, such as a law above it: SHANYRAQ_LAYERS=kz-law-2008
LAYERS: list[str] = env.list("LAYERS", default=[])

SECURE = env.bool("SECURE", default=False)
SESSION_ENGINE = "shanyraq.platform.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "shanyraq.demonstration",
    "shanyraq.desks",
    "shanyraq.assignments",
    "shanyraq.membership",
    "shanyraq.minutes",
    "shanyraq.elections",
    "shanyraq.voting",
    "shanyraq.sittings",
    "shanyraq.bodies",
    "shanyraq.charter",
    "shanyraq.people",
    "shanyraq.platform",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
INSTALLED_APPS = [
    name
    for name in INSTALLED_APPS
    if not name.startswith("shanyraq.") or (Path(__file__).parents[1] / name[9:]).is_dir()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "shanyraq.platform.middleware.one_host",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "shanyraq.platform.middleware.content_security",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "shanyraq.platform.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "shanyraq.site.urls"
WSGI_APPLICATION = "shanyraq.site.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shanyraq.platform.context.institution",
            ],
        },
    }
]

DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'shanyraq.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] |= {
        # A vote acknowledged survives a power cut, and writers queue instead of failing.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA recursive_triggers=ON;",
        },
        "CONN_MAX_AGE": 600,
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "shanyraq.people.permissions.PersonaBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "shanyraq.people.permissions.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "shanyraq.people.forms.SignInForm",
    "change_password": "shanyraq.people.forms.ChangePasswordForm",
    "set_password": "shanyraq.people.forms.SetPasswordForm",
    "reset_password": "shanyraq.people.forms.ResetPasswordForm",
    "reset_password_from_key": "shanyraq.people.forms.ResetPasswordKeyForm",
    "reauthenticate": "shanyraq.people.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
FORMAT_MODULE_PATH = ["shanyraq.platform.formats"]
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Almaty")

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = env.path("MEDIA_ROOT", default=HOME / "files")
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False},
}
EMAIL_BACKEND = (
    "shanyraq.platform.outbox.OutboxBackend"
    if DEMONSTRATION
    else env.str("EMAIL_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
)
DEFAULT_FROM_EMAIL = env.str("FROM_EMAIL", default="shanyraq@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # The worker tells of each task at level INFO, whatever its logger's: when ballots were checked.
    "handlers": {
        "console": {"class": "logging.StreamHandler", "stream": sys.stderr, "level": "WARNING"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
