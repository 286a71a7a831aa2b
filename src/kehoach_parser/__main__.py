"""`python -m kehoach_parser` is the command `kehoach`."""


def main() -> None:
    """Run the command."""
    from kehoach_parser.cli.app import run  # noqa: PLC0415 - keeps a plain import light

    run()


if __name__ == "__main__":
    main()
