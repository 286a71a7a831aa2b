"""What pydantic would load for its plugins comes only when somebody uses it."""

import subprocess
import sys

PREPARED = "import sys; from kehoach_parser.cli.plugins import spare_plugins; spare_plugins(); "


def _printed(program: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PREPARED + program], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def test_records_load_no_package_metadata() -> None:
    loaded = _printed("import kehoach_parser.model; print(*sys.modules)").split()
    assert "pydantic.plugin._loader" in loaded
    assert not {"importlib.metadata._adapters", "email.message"} & set(loaded)


def test_who_uses_the_metadata_gets_it() -> None:
    program = (
        "from importlib.metadata import entry_points; from importlib import metadata;"
        "print(metadata.version('typer'), metadata.version('typer'));"
        "print(any(found.name == 'kehoach' for found in entry_points(group='console_scripts')));"
        "import importlib.metadata as again; print(again.entry_points is entry_points,"
        "issubclass(again.PackageNotFoundError, ImportError))"
    )
    version, known, kinds = _printed(program).splitlines()
    assert len(set(version.split())) == 1
    assert (known, kinds) == ("True", "False True")
