"""The rules as data: what is flagged, what is required, what is locked, and what stands behind it."""
