"""Report to text: the last step of the line. One file a format; see registry."""
