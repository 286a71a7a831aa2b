"""What the command loads before it works: `--help` and `--version` stay quick."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "anydoc", "charset_normalizer", "dateutil", "docx", "holidays", "icalendar", "jsonschema",
    "kehoach_parser.extract", "kehoach_parser.model", "kehoach_parser.pipeline",
    "kehoach_parser.readers", "kehoach_parser.segment", "lxml", "openpyxl", "pdfplumber",
    "pypdfium2", "regex", "rich", "xlsxwriter",
)  # fmt: skip
SAMPLES = Path(__file__).parent.parent / "samples"
PLAN = "ke-hoach-ubnd-tinh.docx"
MOST_COMPILED = 51_500
"""Characters of patterns (time to compile goes with them) that a plan with a register, citations
and deadlines of many forms meets: what a first run waits for, and each that keeps no patterns."""
PROGRAM = """
import sys
from kehoach_parser.cli.entry import guarded
code = guarded(sys.argv[1:])
sys.stderr.write("\\n".join(sys.modules))
sys.exit(code)
"""


def _loaded(*words: str) -> set[str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


def _printed(*words: str) -> bytes:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("--help",),
        ("parse", "--help"),
        ("schema", "--help"),
        ("export", "--help"),
        ("check", "--help"),
        ("rule", "--help"),
    ],
)
def test_help_and_version_load_nothing_heavy(words: tuple[str, ...]) -> None:
    assert _loaded(*words).isdisjoint(HEAVY)


def test_version_alone_does_not_even_load_typer() -> None:
    assert not {"typer", "importlib.resources", "pydantic"} & _loaded("--version")


def test_a_text_needs_no_reader_of_another_format(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("text") / "k.txt"
    file.write_text("KẾ HOẠCH\nKiểm tra công tác văn thư\n", "utf-8")
    loaded = _loaded("parse", str(file), "--no-text")
    assert "kehoach_parser.readers.plain.reader" in loaded
    assert loaded.isdisjoint({"anydoc", "docx", "lxml", "pdfplumber", "pypdfium2", "rich"})


def test_files_without_options_need_no_typer_and_come_out_the_same(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("text") / "k.txt"
    file.write_text("KẾ HOẠCH\nKiểm tra công tác văn thư\n", "utf-8")
    words = ("parse", str(file))
    assert "typer" not in _loaded(*words)
    assert _printed(*words) == _printed(*words, "--format", "json")


def test_the_end_of_the_command_looks_for_no_garbage() -> None:
    program = (
        "import atexit, gc, sys; from kehoach_parser.cli.entry import main;"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0));"
        "sys.argv[1:] = ['--version']; main()"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True
    )
    assert done.stdout.split()[-1] == b"True"


def test_the_package_alone_loads_no_model() -> None:
    program = "import sys, kehoach_parser; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True
    )
    assert not {"pydantic", "kehoach_parser.model"} & set(done.stdout.decode().split())


COMPILED = """
import sys
from kehoach_parser.text import kept_patterns
asked = set()
really = kept_patterns.compiled
def noted(text, flags=0):
    if text not in asked:
        asked.add(text)
        print(len(text), repr(text)[:70])
    return really(text, flags)
kept_patterns.compiled = noted
"""
IMPORT_ALL = """
import pkgutil, kehoach_parser
from importlib import import_module
for module in pkgutil.walk_packages(kehoach_parser.__path__, "kehoach_parser."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
"""
PARSE = "import kehoach_parser; kehoach_parser.parse(sys.argv[1])"


def _compiled(program: str, *words: str) -> list[str]:
    """Return the beginnings of the patterns that our modules compile in a new process."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-X", "utf8", "-c", COMPILED + program, *words],
        capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().splitlines()


def test_no_module_compiles_a_pattern_while_it_loads() -> None:
    assert _compiled(IMPORT_ALL) == []


def test_a_plan_compiles_only_what_it_meets() -> None:
    compiled = _compiled(PARSE, str(SAMPLES / PLAN))
    length = sum(int(line.partition(" ")[0]) for line in compiled)
    assert 0 < length <= MOST_COMPILED, compiled
