"""Tags of the pages: `{% load shanyraq %}`."""
