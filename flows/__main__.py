"""`python -m flows` is `pagewash`."""

from flows.cli import main

if __name__ == "__main__":  # worker processes import this module as well
    main()
