"""What every chapter stands on: refusals, the register of actions, the journal, live updates."""
