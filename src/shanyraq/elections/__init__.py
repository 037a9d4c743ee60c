"""Elections of deputies by secret ballot: nominees, candidates, the paper count, the result."""
