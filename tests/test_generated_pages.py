import importlib.util
from pathlib import Path
from types import ModuleType


def test_the_generated_pages_are_up_to_date() -> None:
    assert _tool("docs").stale() == [], "run `make docs`"


def _tool(name: str) -> ModuleType:
    path = Path(__file__).parents[1] / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"tools_{name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
