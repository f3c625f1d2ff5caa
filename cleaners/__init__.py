"""The pure core of pagewash."""
