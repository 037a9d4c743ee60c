"""The sample institution: the Assembly in September 2008, peopled with invented persons."""
