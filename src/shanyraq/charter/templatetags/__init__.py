"""Tags of the law: `{% load charter %}`."""
