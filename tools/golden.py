"""Write each sample's expected output anew, beside it: `samples/NAME.EXT.expected.json`."""

import json
import sys
from pathlib import Path

from kehoach_parser import parse

SAMPLES = Path(__file__).parents[1] / "samples"
SUFFIXES = {".docx", ".html", ".md", ".pdf", ".txt"}


def expected(sample: Path) -> str:
    """Return a sample's output as indented JSON, without the parser's version."""
    plan = json.loads(parse(sample).model_dump_json())
    del plan["source"]["parser"]
    return json.dumps(plan, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write what changed and name it."""
    samples = (path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)
    for sample in sorted(path for path in samples if path.stem != "README"):
        target = sample.with_name(f"{sample.name}.expected.json")
        text = expected(sample)
        if not target.exists() or target.read_text("utf-8") != text:
            target.write_text(text, "utf-8", newline="\n")
            sys.stdout.write(f"{target.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
