"""Side-by-side measurements; not part of the package, and nothing in the tests hangs on them."""
