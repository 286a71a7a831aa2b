"""Pictures of pages as numpy holds them: colours parted, turned, straightened, and measured.

numpy and OpenCV come with the extra `ocr`; they are imported by name, where a picture is at hand.
"""

from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple, TypeAlias

Pixels: TypeAlias = Any
"""A numpy array: numpy is no dependency, so that its type is not known to checkers."""

PAPER: Final = 255
INK: Final = 160
"""A pixel darker than this is ink."""

_COLOURED: Final = 45
"""By how much the channels of a pen's ink differ at least."""

_REDDISH: Final = 18
"""By how much those of a stamp: it may be pale, and JPEG keeps less of colours than of light."""

_BLANK_SHARE: Final = 0.0006
"""Less ink than this is the shadow of the other side, dust, or a bare page number."""

_MARGIN: Final = 0.03
_THUMB: Final = 800
_STEEPEST: Final = 5.0
_LEAST_SKEW: Final = 0.15


class Picture(NamedTuple):
    """A page as a picture: `gray` (0 ink to 255 paper) and `blue` (where ink is blue: pens)."""

    gray: Pixels
    blue: Pixels
    dpi: float

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.gray.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.gray.shape[0])


@cache
def numpy() -> Any:  # noqa: ANN401 - a module that is imported by name
    """Return numpy."""
    return import_module("numpy")


@cache
def opencv() -> Any:  # noqa: ANN401 - a module that is imported by name
    """Return OpenCV, bound to one thread: jobs run side by side in processes."""
    found = import_module("cv2")
    found.setNumThreads(1)
    return found


def picture(rgb: Pixels, dpi: float) -> Picture:
    """Return a picture from an array of height, width and three channels.

    Red ink (stamps) becomes paper where it is not printed over; black ink under it stays, since
    it is dark in the red channel too.
    """
    np, cv = numpy(), opencv()
    whole = np.ascontiguousarray(rgb)
    red, green, blue = cv.split(whole)
    is_red = cv.subtract(red, cv.max(green, blue)) > _REDDISH
    is_blue = (cv.subtract(blue, red) > _COLOURED) & (blue >= green)
    gray = cv.cvtColor(whole, cv.COLOR_RGB2GRAY)
    if is_red.any():
        gray[is_red] = np.where(red > INK, PAPER, red)[is_red]
    return Picture(gray, is_blue, dpi)


def resized(shown: Picture, dpi: float) -> Picture:
    """Return a picture at another resolution."""
    cv = opencv()
    scale = dpi / shown.dpi
    size = max(round(shown.width * scale), 1), max(round(shown.height * scale), 1)
    how = cv.INTER_AREA if scale < 1 else cv.INTER_CUBIC
    blue = cv.resize(shown.blue.astype(numpy().uint8), size, interpolation=cv.INTER_NEAREST)
    return Picture(cv.resize(shown.gray, size, interpolation=how), blue > 0, dpi)


def is_blank(shown: Picture) -> bool:
    """Return whether a page shows next to nothing within its margins."""
    across, down = round(shown.width * _MARGIN), round(shown.height * _MARGIN)
    inner = shown.gray[down : shown.height - down, across : shown.width - across]
    return not inner.size or float((inner < INK).mean()) < _BLANK_SHARE


def turned(shown: Picture, quarters: int) -> Picture:
    """Return a picture turned clockwise by quarter turns."""
    np = numpy()
    gray, blue = (
        np.ascontiguousarray(np.rot90(layer, -quarters)) for layer in (shown.gray, shown.blue)
    )
    return Picture(gray, blue, shown.dpi)


def straightened(shown: Picture) -> Picture:
    """Return a picture with level lines of text; small slopes are left as they are."""
    angle = _slope(shown.gray)
    if abs(angle) < _LEAST_SKEW:
        return shown
    return _moved(
        shown, opencv().getRotationMatrix2D((shown.width / 2, shown.height / 2), angle, 1.0)
    )


def sheared(shown: Picture, slant: float) -> Picture:
    """Return a picture with its rows moved, so that what leans by `slant` stands upright.

    Scanners that draw the paper in askew give pages whose lines are level but whose upright
    ruling leans.
    """
    np = numpy()
    return _moved(shown, np.array([[1.0, -slant, slant * shown.height / 2], [0.0, 1.0, 0.0]]))


def _moved(shown: Picture, matrix: Pixels) -> Picture:
    cv = opencv()
    size = shown.width, shown.height
    gray = cv.warpAffine(shown.gray, matrix, size, flags=cv.INTER_CUBIC, borderValue=PAPER)
    blue = cv.warpAffine(shown.blue.astype(numpy().uint8), matrix, size, flags=cv.INTER_NEAREST)
    return Picture(gray, blue > 0, shown.dpi)


def _slope(gray: Pixels) -> float:
    """Return by how many degrees lines of text rise to the left: the sharpest row profile."""
    coarse, fine = (PAPER - _thumb(gray, side) for side in (_THUMB // 2, _THUMB))
    found = _sharpest(coarse, 0.0, _STEEPEST, 0.5)
    return _sharpest(fine, found, 0.5, 0.1)


def _thumb(gray: Pixels, side: int) -> Pixels:
    cv = opencv()
    scale = side / max(gray.shape)
    size = max(round(gray.shape[1] * scale), 1), max(round(gray.shape[0] * scale), 1)
    return cv.resize(gray, size, interpolation=cv.INTER_AREA)


def _sharpest(ink: Pixels, middle: float, reach: float, step: float) -> float:
    """Return the angle about another at which rows of ink differ most from their neighbours."""
    np, cv = numpy(), opencv()
    height, width = ink.shape

    def sharpness(angle: float) -> float:
        matrix = cv.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        profile = cv.warpAffine(ink, matrix, (width, height)).sum(1, dtype=np.int64)
        return float((np.diff(profile.astype(np.float64)) ** 2).sum())

    count = round(reach / step)
    angles = [middle + step * number for number in range(-count, count + 1)]
    return max(angles, key=lambda angle: (sharpness(angle), -abs(angle)))


def within(shown: Picture, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Return the part of a box that lies in a picture; outside of it that has no area."""
    left, top = max(box[0], 0), max(box[1], 0)
    return left, top, max(min(box[2], shown.width), left), max(min(box[3], shown.height), top)


def ink_bounds(gray: Pixels, box: tuple[int, int, int, int]) -> tuple[int, int] | None:
    """Return the first and the last column (exclusive) with ink in a box, null where none."""
    np = numpy()
    x0, top, x1, bottom = box
    columns = np.flatnonzero((gray[top:bottom, x0:x1] < INK).any(0))
    return (x0 + int(columns[0]), x0 + int(columns[-1]) + 1) if len(columns) else None


def gaps(gray: Pixels, box: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return the runs of columns without ink in a box, from left to right."""
    np = numpy()
    x0, top, x1, bottom = box
    empty = np.concatenate(([0], (gray[top:bottom, x0:x1] >= INK).all(0).astype(np.int8), [0]))
    steps = np.flatnonzero(np.diff(empty))
    return [(x0 + int(a), x0 + int(b)) for a, b in zip(steps[0::2], steps[1::2], strict=True)]


def body(gray: Pixels, box: tuple[int, int, int, int]) -> tuple[float, float] | None:
    """Return where the letters' bodies begin and end: top of the x-height, and the baseline.

    Both are where the ink of a row of letters begins and ends most sharply; marks above and
    below weigh little.
    """
    np = numpy()
    x0, top, x1, bottom = box
    profile = np.convolve(_ink(gray[top:bottom, x0:x1]).sum(1), (0.25, 0.5, 0.25))
    if len(profile) < 6 or not profile.any():  # noqa: PLR2004 - no letter is lower
        return None
    steps = np.diff(profile)
    middle = len(steps) // 2
    base = middle + int(np.argmin(steps[middle:]))
    upper = int(np.argmax(steps[:base])) if base else 0
    return top + upper, top + base  # the blur has put one row before the first


def _ink(gray: Pixels) -> Pixels:
    """Return how dark each pixel of ink is, 0 for paper."""
    ink = PAPER - gray.astype(numpy().int32)
    ink[ink < PAPER - INK] = 0
    return ink


def boldness(gray: Pixels, box: tuple[int, int, int, int]) -> float:
    """Return the mean width of strokes in a box, in pixels (0 where nothing is drawn)."""
    np = numpy()
    x0, top, x1, bottom = box
    ink = _ink(gray[top:bottom, x0:x1])
    edges = int(np.abs(np.diff(ink, axis=1)).sum())
    return 2.0 * float(ink.sum()) / edges if edges else 0.0


def blueness(shown: Picture, box: tuple[int, int, int, int]) -> float:
    """Return how much of the ink in a box is blue, as that of pens is (0 to 1)."""
    x0, top, x1, bottom = box
    ink = shown.gray[top:bottom, x0:x1] < INK + 40
    count = int(ink.sum())
    return float((shown.blue[top:bottom, x0:x1] & ink).sum()) / count if count else 0.0
