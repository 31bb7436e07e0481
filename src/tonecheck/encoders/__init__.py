"""Text to the judge's raw numbers. The only room that runs the network when serving."""
