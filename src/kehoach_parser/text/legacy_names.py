"""Names of the old Vietnamese encodings, as `source.encoding` has them and as people know them."""

from typing import Final

TCVN3: Final = "tcvn3"
VNI: Final = "vni-windows"
VISCII: Final = "viscii"
VPS: Final = "vps"
BKHCM2: Final = "bkhcm2"
ENCODINGS: Final = (TCVN3, VNI, VISCII, VPS, BKHCM2)
"""Those of which the package has the letters (`legacy_letters.tsv`)."""

CP1258: Final = "cp1258"
"""Python's own codec."""

NAMES: Final = {
    TCVN3: "TCVN3 (ABC)", VNI: "VNI-Windows", VISCII: "VISCII", VPS: "VPS", BKHCM2: "BK HCM 2",
    CP1258: "Windows-1258",
}  # fmt: skip
