"""True curves in pixels: lines through points that no eye could tell from the curve, columns where it is a band."""
import math
import random

from mpmath import mp, mpf, isnan, isinf

# Nearer to the true curve than this, in pixels, its line is always.
NEAR = 0.04


class Axis:
    """From data to pixels, in as many digits as mpmath has."""

    def __init__(self, kind, low, high, length):
        self.kind, self.low, self.high, self.length = kind, mpf(low), mpf(high), length

    def bent(self, value):
        if self.kind == "linear":
            return value
        if self.kind == "log":
            return mp.log(value) if value > 0 else mpf("-inf")
        return mp.sign(value) * mp.log1p(abs(value))

    def unbent(self, value):
        if self.kind == "linear":
            return value
        if self.kind == "log":
            return mp.exp(value)
        return mp.sign(value) * mp.expm1(abs(value))

    def pixel(self, value):
        low, high = self.bent(self.low), self.bent(self.high)
        return (self.bent(value) - low) / (high - low) * self.length

    def data(self, pixel):
        """The double at a pixel."""
        low, high = self.bent(self.low), self.bent(self.high)
        value = float(self.unbent(low + (high - low) * mpf(pixel) / self.length))
        return min(max(value, float(self.low)), float(self.high))


class Curve:
    """A quantity of a function over a window, in pixels."""

    def __init__(self, function, quantity, x, y):
        self.function, self.quantity, self.x, self.y = function, quantity, x, y
        self.known = {}
        # Whether the curve rises (1) or falls (-1) at a known pixel; 0 where that is not known.
        self.rises = {}
        self.last_slope = 0

    def raw(self, x):
        series = self.function(x)
        slope = {"f": series.d, "df": series.dd, "d2f": mpf(0)}[self.quantity]
        self.last_slope = (slope > 0) - (slope < 0)
        return {"f": series.v, "df": series.d, "d2f": series.dd}[self.quantity]

    def slope(self, x):
        series = self.function(x)
        return {"f": series.d, "df": series.dd}[self.quantity]

    def settled(self, x, digits=30):
        """The height in pixels at a number x, the precision raised until it stands; None where there is no value."""
        least, before = digits, None
        while True:
            mp.dps = digits
            value = self.raw(mpf(x))
            height = None if isnan(value) else self.y.pixel(value)
            if height is not None:
                height = self.clamped(height)
            if digits > least and (height is None) == (before is None) and (
                    height is None or abs(height - before) < 1e-5):
                return height
            if digits > 4000:
                raise ArithmeticError(f"no stable value at {x}")
            before, digits = height, 2 * digits

    def clamped(self, height):
        room = self.y.length
        if isinf(height):
            return -room if height < 0 else 2.0 * room
        return float(min(max(height, -room), 2 * room))

    def at(self, pixel):
        """The point at a pixel of x; its place is that of the double that is nearest."""
        if pixel not in self.known:
            mp.dps = 30
            x = self.x.data(pixel)
            place = float(self.x.pixel(mpf(x)))
            self.known[pixel] = (place, self.settled(x))
            self.rises[pixel] = self.last_slope
        return self.known[pixel]


def distance(p, a, b):
    """From a point to a segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0 if not square else min(max(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square, 0), 1)
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def line(curve, low, high, cuts, hints, step=2.0):
    """The curve from one pixel to another as pieces, each a list of points.

    It is cut at the given pixels, whose heights on both sides are known, and halved until it lies on its chords.
    """
    pieces = []
    ends = sorted({low, high} | {c for c in cuts if low < c < high})
    for a, b in zip(ends, ends[1:]):
        start, end = cuts.get(a, (None, None))[1], cuts.get(b, (None, None))[0]
        piece = [] if start is None else [(a, start)]
        # Beside a cut the curve has its one-sided limits.
        tiny = min(1e-9 * max(1, abs(a), abs(b)), 1e-3 * (b - a))
        first, last = a + (tiny if a in cuts else 0), b - (tiny if b in cuts else 0)
        if last <= first:
            continue
        count = max(2, int((last - first) / step))
        grid = {first + (last - first) * k / count for k in range(count)} | {last}
        # Towards a cut, and where something small is, ever smaller steps: there the curve may be steep.
        for centre in [a, b, *hints]:
            grid |= {centre + side * 2.0 ** -k for k in range(1, 30) for side in (-1, 1)} | {centre}
        grid = sorted(g for g in grid if first <= g <= last)
        points = [curve.at(grid[0])]
        for left, right in zip(grid, grid[1:]):
            points += refined(curve, left, right, 0)
        for point in points:
            if point[1] is None:
                pieces.append(piece)
                piece = []
            elif not piece or piece[-1] != point:
                piece.append(point)
        if end is not None:
            piece.append((b, end))
        pieces.append(piece)
    return [thinned(piece) for piece in pieces if piece]


def refined(curve, left, right, depth):
    a, b = curve.at(left), curve.at(right)
    if depth > 36 or not right - left > 1e-9:
        return [b]
    inner = [left + (right - left) * share for share in (0.37, 0.5, 0.61)]
    middles = [curve.at(pixel) for pixel in inner]
    points = [a, *middles, b]
    heights = [point[1] for point in points]
    if all(h is None for h in heights):
        return [b]
    if all(h is not None for h in heights):
        if all(h > curve.y.length + 2 for h in heights) or all(h < -2 for h in heights):
            return [b]
        if all(distance(m, a, b) <= NEAR for m in middles) and not turns_unseen(curve, left, right, heights):
            return [middles[1], b]
    middle = (left + right) / 2
    return refined(curve, left, middle, depth + 1) + refined(curve, middle, right, depth + 1)


def turns_unseen(curve, left, right, heights):
    """Whether a steep curve turns beyond one of its ends, higher than a chord tells."""
    rise = heights[-1] - heights[0]
    leads = [curve.rises[pixel] * rise < 0 for pixel in (left, right)]
    bend = max(abs(h - heights[0] - rise * t) for h, t in zip(heights[1:-1], (0.37, 0.5, 0.61)))
    return any(leads) and bend > NEAR / 2


def thinned(piece):
    """Without the points that the line can spare (Douglas and Peucker)."""
    keep, stack = {0, len(piece) - 1}, [(0, len(piece) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda k: distance(piece[k], piece[first], piece[last]))
        if distance(piece[far], piece[first], piece[last]) > 0.8 * NEAR:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [piece[k] for k in sorted(keep)]


def turns(curve, column, rng, count=12):
    """How often the slope changes its sign within a column, as a few random points see it."""
    signs = []
    for pixel in sorted(rng.uniform(column, column + 1) for _ in range(count)):
        mp.dps = 40
        slope = curve.slope(mpf(curve.x.data(pixel)))
        if not isnan(slope):
            signs.append(slope > 0)
    return sum(a != b for a, b in zip(signs, signs[1:]))


def extents(curve, column, rng, count=500):
    """The least and the greatest height in a column, and in one half a pixel wider on both sides.

    The extremes among random points, the best of them followed to their tops by golden sections.
    """
    pixels = {min(max(rng.uniform(column - 0.5, column + 1.5), 0), curve.x.length) for _ in range(count)}
    known = [(p, curve.at(p)[1]) for p in sorted(pixels | {float(column), column + 1.0})]
    known = [(p, h) for p, h in known if h is not None]
    found = []
    for low, high in ((column, column + 1), (column - 0.5, column + 1.5)):
        inside = [(p, h) for p, h in known if low <= p <= high]
        if not inside:
            return None
        found += [-top(curve, inside, -1), top(curve, inside, 1)]
    return tuple(found)


def top(curve, points, sign, most=10):
    """The greatest of sign times the height, around the greatest of some points."""
    heights = [sign * h for _, h in points]
    peaks = [k for k, h in enumerate(heights) if h >= max(heights[max(k - 1, 0):k + 2])]
    best = max(heights)
    for k in sorted(peaks, key=lambda k: -heights[k])[:most]:
        low, high = points[max(k - 1, 0)][0], points[min(k + 1, len(points) - 1)][0]
        ratio = 0.6180339887498949
        for _ in range(16):
            a, b = high - ratio * (high - low), low + ratio * (high - low)
            first, second = (sign * curve.at(p)[1] for p in (a, b))
            best = max(best, first, second)
            low, high = (low, b) if first >= second else (a, high)
    return best
