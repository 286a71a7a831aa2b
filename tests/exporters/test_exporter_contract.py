"""What holds for every exporter, ours and those of other packages."""

import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from exporters.plans import sample, samples
from kehoach_parser import KehoachError, Plan, export
from kehoach_parser.exporters import Exporter, ExportOptions, exporter, names
from kehoach_parser.exporters.registry import by_suffix

PROGRAM = """
import sys
from kehoach_parser import export
from kehoach_parser.model.stored import stored_plans
plans = stored_plans(sys.stdin.buffer.read(), "stdin")
sys.stdout.buffer.write(export(plans, to=sys.argv[1]))
"""
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
)


@pytest.mark.parametrize("name", names())
def test_an_exporter_says_what_it_is(name: str) -> None:
    made: Exporter = exporter(name)
    assert made.name == name
    assert re.fullmatch(r"[a-z0-9]+", made.suffix)
    assert {type(made.binary), type(made.lossless)} == {bool}


@pytest.mark.parametrize("name", names())
def test_no_plan_one_plan_and_many_plans_are_rendered(name: str) -> None:
    one = export(sample("ke-hoach-ubnd-tinh.docx"), to=name)
    many = export(samples(), to=name)
    empty = export((), to=name)
    assert len(many) > len(one) > 0
    assert isinstance(empty, bytes)


@pytest.mark.parametrize("name", names())
def test_a_plan_that_says_nothing_is_rendered(name: str) -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    bare = Plan(source=plan.source, metadata=type(plan.metadata)(), text="")
    assert isinstance(export(bare, to=name), bytes)


@pytest.mark.parametrize("name", names())
def test_a_stored_plan_that_somebody_has_cut_is_rendered(name: str) -> None:
    plan = sample("ke-hoach-ubnd-tinh.docx")
    first, *others = plan.tables
    short = first.model_copy(update={"rows": (first.rows[0][:1] if first.rows else (), ("",) * 99)})
    cut = {"deadlines": (), "citations": (), "sections": (), "tables": (short, *others)}
    assert export(plan.model_copy(update=cut), to=name)


@pytest.mark.parametrize("name", names())
def test_another_machine_gives_the_same_bytes(name: str) -> None:
    stored = export(samples(), to="jsonl")
    made = {
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", PROGRAM, name],
            input=stored, capture_output=True, check=True, env={**os.environ, **machine},
        ).stdout
        for machine in MACHINES
    }  # fmt: skip
    assert made == {export(samples(), to=name)}


def test_an_unknown_format_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(KehoachError, match=r"Không có định dạng xuất xml.+csv, jsonl"):
        export((), to="xml")


def test_the_ending_of_a_file_name_tells_the_format() -> None:
    assert by_suffix("out/a.b.jsonl") == "jsonl"
    assert by_suffix("csv") is None
    assert by_suffix("out.csv/a") is None


class Shouted:
    """An exporter as another package would offer it."""

    name = "shouted"
    suffix = "txt"
    binary = False
    lossless = False

    def render(self, plans: list[Plan], options: ExportOptions) -> bytes:
        """Return the titles in capitals."""
        del options
        return "\n".join((plan.metadata.title or "").upper() for plan in plans).encode()


def test_another_package_offers_an_exporter(monkeypatch: pytest.MonkeyPatch) -> None:
    def offered(*, group: str, name: str = "shouted") -> tuple[EntryPoint, ...]:
        point = EntryPoint("shouted", f"{__name__}:Shouted", group)
        return (point,) if name == "shouted" else ()

    monkeypatch.setitem(sys.modules, __name__, sys.modules[Shouted.__module__])
    monkeypatch.setattr("kehoach_parser.exporters.registry.entry_points", offered)
    assert names()[-1] == "shouted"
    assert "THỦ TỤC" in export(sample("ke-hoach-ubnd-tinh.docx"), to="shouted").decode()
