"""Report to Report: what a person has set aside, or an earlier report already held."""
