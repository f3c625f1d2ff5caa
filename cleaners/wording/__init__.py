"""How far the words of a line are those of notices: fitted weights of n-grams."""
