"""Open votes, decisions with their legal effect, opinions of members."""
