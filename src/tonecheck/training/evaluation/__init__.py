"""Measures of a served model: each file asks one question of it, on text it has not learnt from."""
