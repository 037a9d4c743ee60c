"""`python -m shanyraq.site`: the `shanyraq` command without its script."""

from shanyraq.site.command import main

main()
