"""`python -m kehoach_parser` is the command `kehoach`."""

from kehoach_parser.cli.entry import main

if __name__ == "__main__":
    main()
