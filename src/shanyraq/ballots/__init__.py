"""Secret ballots that anyone can verify: groups, proofs, trustees, the archive, its verifier."""
