"""What is true of one case: its window, where it breaks, and its curve in pixels."""
import math
import random

from mpmath import mp, mpf, isnan, isinf

from .geometry import Axis, Curve, extents, line, turns
from .series import Formula

WIDTH, HEIGHT = 1600, 1000
# How many points of a case are committed.
FEW = 400


def truth(index, case, is_full):
    rng = random.Random(index)
    function = Formula(case.formula)
    x = Axis(case.x_scale, *case.x, WIDTH)
    low, high = case.y or chosen(function, case, x, rng)
    y = Axis(case.y_scale, low, high, HEIGHT)
    curve = Curve(function, case.quantity, x, y)
    inside = [b for b in case.breaks if case.x[0] <= b <= case.x[1]]
    found = [told(curve, b) for b in inside]
    breaks = [place for place in found if place["kind"] != "none"]
    cuts = {place["pixel"]: place["sides"] for place in found}
    breaks = [{key: place[key] for key in ("x", "kind", "heights")} for place in breaks]
    hints = [float(x.pixel(mpf(h))) for h in case.hints if case.x[0] <= h <= case.x[1]]
    result = {"index": index, "kind": case.kind, "arguments": arguments(case, low, high), "breaks": breaks}
    fast = dense(curve, rng) if case.wave else []
    if is_full:
        result["windows"], _ = everything(curve, cuts, hints, fast)
        result["windows"] += even(curve, cuts, fast)
        columns = fast[::16]
    else:
        result["windows"] = few(curve, case, cuts, hints, fast, rng)
        columns = sorted(rng.sample(fast, min(len(fast), 24)))
    found = [(c, extents(curve, c, rng)) for c in columns]
    result["columns"] = [[c, *map(milli, e)] for c, e in found if e]
    return result


def milli(pixels):
    return round(1000 * pixels)


def arguments(case, low, high):
    words = ["plot", case.function, f"--x-range={case.x[0]!r}:{case.x[1]!r}", f"--y-range={low!r}:{high!r}",
             f"--show={case.quantity}"]
    if case.x_scale != "linear":
        words.append(f"--x-scale={case.x_scale}")
    if case.y_scale != "linear":
        words.append(f"--y-scale={case.y_scale}")
    return words


def chosen(function, case, x, rng):
    """A window of y that a person might choose: what is bounded, or a part of it."""
    curve = Curve(function, case.quantity, x, None)
    mp.dps = 40
    values = []
    places = [x.data(WIDTH * (k + 0.313) / 242) for k in range(241)]
    width = case.x[1] - case.x[0]
    # Beside what is small too, so that a spike is in its window.
    places += [h + side * width * 10.0 ** -k for h in case.hints for k in range(1, 11) for side in (-1, 1)]
    for place in places:
        if not case.x[0] <= place <= case.x[1]:
            continue
        value = curve.raw(mpf(place))
        if not isnan(value) and not isinf(value) and (case.y_scale != "log" or value > mpf(10) ** -300):
            values.append(float(value) if abs(value) < 1e300 else math.copysign(1e300, value))
    values.sort()
    if not values:
        return (0.1, 10.0) if case.y_scale == "log" else (-1.0, 1.0)
    def share(q):
        return values[min(int(q * len(values)), len(values) - 1)]
    low, high = values[0], values[-1]
    if case.y_scale == "linear" and high - low > 12 * (share(0.9) - share(0.1)) > 0 and case.kind != "spike":
        low, high = share(0.08), share(0.92)
    if rng.random() < 0.25 and case.y_scale == "linear":
        low, high = share(0.15), share(0.8)
    if case.y_scale == "log":
        if high / low < 1.5:
            low, high = low / 2, high * 2
        return rounded(low), rounded(high)
    if not high - low > 1e-12 * max(abs(low), abs(high)):
        size = abs(low) or 1.0
        return rounded(low - size), rounded(high + size)
    margin = 0.06 * (high - low)
    low, high = rounded(low - margin), rounded(high + margin)
    return (low, high) if low < high else (low - 1, high + 1)


def rounded(value):
    return float(f"{value:.5g}")


def told(curve, b):
    """What becomes of the curve at a place: its heights on both sides and at it, None where there is no curve.

    A place that is an irrational number may be a double beside it: then the sides are those of a stretch of some
    doubles around it.
    """
    mp.dps = 60
    place = float(curve.x.pixel(mpf(b)))
    size = abs(mpf(b)) or min(curve.x.high - curve.x.low, 1)
    near, far = (sides_of(curve, b, size * step) for step in (mpf(10) ** -40, mpf(10) ** -15 * 4))
    kind, sides = "none", near
    if parted(*near, 0.01):
        kind = "must"
    elif b and parted(*far, 1):
        kind, sides = "must", far
    elif near[0] is None or not -1 < near[0] / curve.y.length < 2:
        kind = "may"
    at = curve.settled(mpf(b), 120) if kind == "must" else None
    heights = [None if h is None else milli(h) for h in (*sides, at)]
    return {"x": milli(place), "kind": kind, "heights": heights, "pixel": place, "sides": sides}


def sides_of(curve, b, width):
    """The heights a little to the left and to the right; with digits that tell the place from its neighbours."""
    return tuple(curve.settled(mpf(b) + sign * width, 120) for sign in (-1, 1))


def parted(left, right, least):
    """Whether the sides do not meet."""
    return (left is None) != (right is None) or (left is not None and abs(left - right) > least)


def dense(curve, rng):
    """The columns in which the curve turns more often than a picture can show."""
    return [column for column in range(WIDTH) if turns(curve, column, rng) >= 3]


def spans(columns):
    """The stretches of pixels that are not in these columns, with room for what reaches over."""
    blocked = {c + k for c in columns for k in (-1, 0, 1)}
    stretches, start = [], None
    for column in range(WIDTH + 1):
        if column < WIDTH and column not in blocked:
            start = column if start is None else start
        elif start is not None:
            stretches.append((float(start), float(column)))
            start = None
    return stretches


def window(curve, low, high, cuts, hints, step=2.0):
    pieces = line(curve, low, high, cuts, hints, step)
    count = sum(map(len, pieces))
    flat = [[milli(part) for point in piece for part in point] for piece in pieces]
    return {"from": milli(low), "to": milli(high), "pieces": flat}, count


def everything(curve, cuts, hints, fast):
    windows, count = [], 0
    for low, high in spans(fast):
        found, points = window(curve, low, high, cuts, hints, 0.5 if fast else 1.0)
        windows.append(found)
        count += points
    return windows, count


def even(curve, cuts, fast, count=10_000):
    """Points at even distances, each a window of its own: what must be seen, whatever the line through them is."""
    allowed = spans(fast)
    pixels = [WIDTH * (k + 0.5) / count for k in range(count)]
    flat = []
    for pixel in pixels:
        if not any(low <= pixel <= high for low, high in allowed) or any(abs(pixel - c) < 1e-3 for c in cuts):
            continue
        place, height = curve.at(pixel)
        if height is not None:
            flat.append([milli(place), milli(height)])
    # Windows without width say nothing of what else may be drawn.
    return [{"from": 0, "to": 0, "pieces": flat}]


def few(curve, case, cuts, hints, fast, rng):
    """The whole curve where some points tell it, else parts of it: around what is to be seen, and anywhere."""
    if not case.wave:
        found, count = everything(curve, cuts, hints, fast)
        if count <= FEW:
            return found
    places = hints + sorted(cuts)[:3]
    places += [rng.uniform(0, WIDTH) for _ in range(40)]
    stretches, windows, total = spans(fast), [], 0
    for place in places:
        for low, high in stretches:
            a, b = max(low, place - 5), min(high, place + 5)
            if b - a < 3 or any(a * 1000 < w["to"] and b * 1000 > w["from"] for w in windows):
                continue
            found, count = window(curve, a, b, cuts, hints, 0.5 if case.wave else 1.0)
            if count and total + count <= FEW * (1 if windows else 2):
                windows.append(found)
                total += count
        if total > 0.9 * FEW:
            break
    return sorted(windows, key=lambda w: w["from"])
