"""Write the samples that are made by program: `python tests/samples_source/make.py [FOLDER]`.

The text, Markdown and HTML samples beside them are written by hand. With `--pdf` the plan of the
province is printed with LibreOffice too (`soffice` on the PATH, fonts-liberation installed).
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from samples_source.blocks import Sample
from samples_source.draft_plan import DRAFT_PLAN
from samples_source.party_plan import PARTY_PLAN
from samples_source.province_plan import PROVINCE_PLAN
from samples_source.render_docx import docx_bytes

SAMPLES: Final = (PROVINCE_PLAN, PARTY_PLAN, DRAFT_PLAN)
"""The samples that are made from blocks."""

FOLDER: Final = Path(__file__).parents[2] / "samples"


def write_samples(folder: Path, samples: tuple[Sample, ...] = SAMPLES) -> None:
    """Write each sample as docx into a folder."""
    for sample in samples:
        (folder / f"{sample.name}.docx").write_bytes(docx_bytes(sample))


def print_pdf(folder: Path) -> None:
    """Print the plan of the province with LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("soffice is not on the PATH")
    source = folder / f"{PROVINCE_PLAN.name}.docx"
    command = [soffice, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True)  # noqa: S603 - our own file and a program from the PATH


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if word != "--pdf"]
    target = Path(names[0]) if names else FOLDER
    write_samples(target)
    if "--pdf" in sys.argv:
        print_pdf(target)
