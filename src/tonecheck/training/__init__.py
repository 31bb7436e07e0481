"""Corpus to model: remake, measure and describe the shipped judge. The one room that needs torch."""
