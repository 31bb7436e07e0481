"""One file a rule kind: how its words are looked for."""
