"""What a page says of itself: a small file for each kind of metadata."""
