"""Strings of Django and allauth that our pages show and their own catalogues lack in Kazakh.

`messages.py update` puts them into our catalogues, which stand before the frameworks'.
"""

FRAMEWORK: tuple[str | tuple[str, str], ...] = (
    # spans of time in Django
    ("%(num)d year", "%(num)d years"),
    ("%(num)d month", "%(num)d months"),
    ("%(num)d week", "%(num)d weeks"),
    ("%(num)d day", "%(num)d days"),
    ("%(num)d hour", "%(num)d hours"),
    ("%(num)d minute", "%(num)d minutes"),
    # faults of a form in Django
    "This field is required.",
    "Enter a valid value.",
    "Enter a whole number.",
    "Enter a valid date.",
    "Enter a valid time.",
    "Enter a valid date/time.",
    "Enter a valid email address.",
    "Enter a valid URL.",
    "Enter a number.",
    "Enter a list of values.",
    "Enter a complete value.",
    "Enter a valid UUID.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "“%(pk)s” is not a valid value.",
    "No file was submitted. Check the encoding type on the form.",
    "No file was submitted.",
    "The submitted file is empty.",
    (
        "File extension “%(extension)s” is not allowed. "
        "Allowed extensions are: %(allowed_extensions)s."
    ),
    "Null characters are not allowed.",
    "Ensure this value is greater than or equal to %(limit_value)s.",
    "Ensure this value is less than or equal to %(limit_value)s.",
    "(Hidden field %(name)s) %(error)s",
    (
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Ensure this filename has at most %(max)d character (it has %(length)d).",
        "Ensure this filename has at most %(max)d characters (it has %(length)d).",
    ),
    # passwords in Django
    (
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    (
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    "This password is too common.",
    "Your password can’t be a commonly used password.",
    "This password is entirely numeric.",
    "Your password can’t be entirely numeric.",
    # signing in with allauth
    "Email",
    "Email address",
    "Password",
    "Password (again)",
    "Current Password",
    "New Password",
    "New Password (again)",
    "Remember Me",
    "Forgot your password?",
    "You must type the same password each time.",
    "This account is currently inactive.",
    "The email address and/or password you specified are not correct.",
    "Please type your current password.",
    "Incorrect password.",
    "Invalid login.",
    "The password reset token was invalid.",
    "Too many failed login attempts. Try again later.",
    "The email address is not assigned to any user account.",
    "Be patient, you are sending too many requests.",
)
