"""Work after an act: invitations."""
