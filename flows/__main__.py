"""`python -m flows` is `pagewash`."""

from flows.cli import main

main()
