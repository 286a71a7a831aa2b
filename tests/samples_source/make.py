"""Write the samples that are made by program: `python tests/samples_source/make.py`.

The text, Markdown and HTML samples beside them are written by hand. With `--pdf` the plan of the
province and the long register of the tests are printed with LibreOffice too (`soffice` on the
PATH, fonts-liberation installed).
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kehoach_parser.text.legacy_names import TCVN3
from legacy_docx import old_docx
from samples_source.blocks import Sample, Text, read_sample
from samples_source.long_register import LONG_REGISTER
from samples_source.render_docx import docx_bytes

PROVINCE_PLAN: Final = read_sample("ke-hoach-ubnd-tinh")
SAMPLES: Final = (
    PROVINCE_PLAN,
    read_sample("ke-hoach-tinh-uy"),
    read_sample("du-thao-ke-hoach-xa"),
)
"""The samples that are made from blocks."""

OLD_SAMPLE: Final = read_sample("ke-hoach-xa-phong-vntime")
"""The one in the fonts of TCVN3."""

LATER: Final = next(
    block.text
    for block in OLD_SAMPLE.blocks
    if isinstance(block, Text) and block.text.startswith("Trạm Y tế xã chủ trì")
)
"""Its paragraph that was put in later, in Unicode."""

FOLDER: Final = Path(__file__).parents[2] / "samples"
DOCUMENTS: Final = Path(__file__).parents[1] / "documents"
"""Where the tests keep documents that are no samples."""


def write_samples(folder: Path) -> None:
    """Write each sample as docx into a folder."""
    for sample in SAMPLES:
        (folder / f"{sample.name}.docx").write_bytes(docx_bytes(sample))
    (folder / f"{OLD_SAMPLE.name}.docx").write_bytes(old_sample())


def old_sample() -> bytes:
    """Return the sample in the fonts of TCVN3."""
    return old_docx(docx_bytes(OLD_SAMPLE), TCVN3, later=LATER)


def print_pdf(sample: Sample, folder: Path) -> None:
    """Print a document with LibreOffice into a folder."""
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("soffice is not on the PATH")
    with tempfile.TemporaryDirectory() as here:
        source = Path(here) / f"{sample.name}.docx"
        source.write_bytes(docx_bytes(sample))
        words = [soffice, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        subprocess.run(words, check=True)  # noqa: S603 - our own file and a program from the PATH


if __name__ == "__main__":
    write_samples(FOLDER)
    if "--pdf" in sys.argv:
        print_pdf(PROVINCE_PLAN, FOLDER)
        print_pdf(LONG_REGISTER, DOCUMENTS)
