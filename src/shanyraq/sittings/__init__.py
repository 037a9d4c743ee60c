"""Sessions of the Assembly: convening, notice, agenda, attendance, quorum."""
