"""Write each sample's expected output anew, beside it: `samples/NAME.EXT.expected.json`."""

import sys
from pathlib import Path

from kehoach_parser import parse
from kehoach_parser.checks.expectation import beside, expected_text
from kehoach_parser.readers.ocr.engines import is_available

SAMPLES = Path(__file__).parents[1] / "samples"
SCAN = "ban-quet-co-dau.pdf"
SUFFIXES = {".docx", ".html", ".md", ".pdf", ".txt"}


def main() -> int:
    """Write what changed and name it."""
    samples = (path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)
    for sample in sorted(path for path in samples if path.stem != "README"):
        if sample.name == SCAN and not is_available("trueocr"):
            continue  # what another engine reads is not what the test expects
        target = beside(sample)
        text = expected_text(parse(sample))
        if not target.exists() or target.read_text("utf-8") != text:
            target.write_text(text, "utf-8", newline="\n")
            sys.stdout.write(f"{target.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
