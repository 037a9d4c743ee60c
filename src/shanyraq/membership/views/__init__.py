"""Pages of membership: candidatures, removals, leaving, deputies, small assemblies, statistics."""
