"""From pieces and facts of a function to every line of its sheet, with SymPy and mpmath."""
from fractions import Fraction

import sympy as S
from mpmath import mp, mpf, inf

mp.dps = 100
x = S.Symbol("x", real=True)
oo = S.oo
CASES = {}


def case(name, pieces, **facts):
    assert name not in CASES, name
    if not isinstance(pieces, list):
        pieces = [(-oo, oo, pieces)]
    CASES[name] = (pieces, facts)


# ---------------------------------------------------------------- numerics

def number(value):
    """A number as JSON has it, to 17 digits."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = mpf(value)
    if mp.isnan(value):
        return "nan"
    if mp.isinf(value):
        return "inf" if value > 0 else "-inf"
    if value != 0 and not -323 < mp.log10(abs(value)) < 308:
        # What is not 0 is not told as 0.
        return 5e-324 * int(mp.sign(value)) if abs(value) < 1 else "inf" if value > 0 else "-inf"
    return float(value)


class Phi(S.Function):
    """The normal distribution; SymPy's erfc(−x) turns into 2 − erfc(x), which cancels."""

    def fdiff(self, argindex=1):
        return S.exp(-self.args[0]**2 / 2) / S.sqrt(2 * S.pi)


class Log1p(S.Function):
    """ln(1 + u), whose digits stand where u is tiny."""

    def fdiff(self, argindex=1):
        return 1 / (1 + self.args[0])


NUMERIC = [{"Phi": lambda t: mp.erfc(-t / mp.sqrt(2)) / 2, "Log1p": mp.log1p}, "mpmath"]


class Piece:
    def __init__(self, low, high, expression):
        real = lambda v: -inf if v == -oo else inf if v == oo else S.lambdify([], S.sympify(v), "mpmath")()
        self.low, self.high = mpf(real(low)), mpf(real(high))
        self.expressions = [S.sympify(expression)]
        for _ in range(2):
            self.expressions.append(S.diff(self.expressions[-1], x))
        # Integrals' derivatives may hide sign(x) or Abs: on a piece they have been chosen free of them.
        self.functions = [S.lambdify([x], e, NUMERIC) for e in self.expressions]
        self.constant = [e.is_number for e in self.expressions]

    def __call__(self, order, at):
        if self.constant[order]:
            return mpf(self.functions[order](mpf(1)))
        try:
            value = self.functions[order](at)
        except ZeroDivisionError:
            return mpf("nan")
        return mpf(value) if not isinstance(value, mp.mpc) else mpf("nan")


def root(function, low, high):
    """A sign change by bisection and Illinois steps, to 60 digits."""
    a, b, fa, fb = low, high, function(low), function(high)
    side = 0
    for step in range(400):
        if abs(b - a) <= mpf(10) ** -60 * max(abs(a), abs(b), mpf(10) ** -40):
            break
        if fa == fb or step % 3 == 2:
            c = (a + b) / 2
        else:
            c = (fa * b - fb * a) / (fa - fb)
            if not a < c < b:
                c = (a + b) / 2
        fc = function(c)
        if fc == 0:
            return c
        if (fc > 0) == (fb > 0):
            b, fb = c, fc
            if side == -1:
                fa /= 2
            side = -1
        else:
            a, fa = c, fc
            if side == 1:
                fb /= 2
            side = 1
    return (a + b) / 2


def grid(low, high, facts):
    """Points between the ends of a piece: by logarithms from 0 and from both ends, and evenly."""
    span = mpf(facts.get("span", 60))
    points = {mpf(0)}
    step = mpf(10) ** (mpf(1) / facts.get("decade", 12))
    t = mpf(10) ** -facts.get("depth", 9)
    anchors = [mpf(0)] + [v for v in (low, high) if not mp.isinf(v)] + [mpf(v) for v in facts.get("anchors", [])]
    while t <= span:
        for anchor in anchors:
            points |= {anchor - t, anchor + t}
        t *= step
    reach = mpf(facts.get("window", 40))
    for i in range(facts.get("even", 800) + 1):
        points.add(-reach + 2 * reach * i / facts.get("even", 800) + mpf(10) ** -7 / 3)
    limit = reach if facts.get("waves") else span
    edge = (max(low, -limit), min(high, limit))
    tiny = mpf(10) ** -50  # what rounding leaves of anchor + step
    return sorted(p for p in points if low < p < high and edge[0] <= p <= edge[1] and (p == 0 or abs(p) > tiny))


def roots(piece, order, facts, level=0):
    if piece.constant[order]:
        return []
    function = lambda t: piece(order, t) - level
    xs = grid(piece.low, piece.high, facts)
    found, last = [], None
    for t in xs:
        y = function(t)
        if mp.isnan(y):
            last = None
            continue
        if y == 0:
            found.append(t)
            last = None
            continue
        if last is not None and (last[1] > 0) != (y > 0):
            found.append(root(function, last[0], t))
        last = (t, y)
    return found


H = mpf(10) ** -40


def beside(piece, order, at, side):
    """The one-sided limit of a derivative at an end of a piece."""
    if mp.isinf(at):
        return None
    with mp.workdps(260):
        value = piece(order, at + side * H * max(1, abs(at)))
        if mp.isnan(value):
            return value
        direct = piece(order, at)
        if mp.isfinite(direct) and abs(direct - value) <= mpf(10) ** -12 * max(1, abs(direct)):
            return +direct
        if abs(value) > mpf(10) ** 10:
            return inf * mp.sign(value)
        # An end of a piece at which nothing but a limit is known.
        return mpf(0) if abs(value) < mpf(10) ** -12 and not mp.isfinite(direct) else +value


def sign(value):
    return 0 if value == 0 else 1 if value > 0 else -1


class Sheet:
    def __init__(self, name):
        pieces, self.facts = CASES[name]
        self.name = name
        self.pieces = [Piece(*p) for p in pieces]
        self.poles = {mpf(S.N(S.sympify(p[0]), 120)): p for p in self.facts.get("poles", [])}
        self.values = {mpf(S.N(S.sympify(k), 120)): v for k, v in self.facts.get("at", {}).items()}
        self.cells()

    def marks(self, piece):
        """Where f, f′ or f″ is 0, and which of them."""
        found = sorted((place, order) for order in range(3) for place in roots(piece, order, self.facts))
        merged = {}
        for place, order in found:
            last = next(reversed(merged), None)
            if last is None or place - last > mpf(10) ** -30 * max(1, abs(place)):
                merged[place] = {order}
            else:
                merged[last].add(order)
        self.roots |= merged
        return list(merged)

    def cells(self):
        """Breakpoints with their one-sided jets, and the signs between them."""
        self.places, self.signs, self.roots = [], [], {}
        edge = None
        for piece in self.pieces:
            inner = self.marks(piece)
            bounds = [piece.low] + inner + [piece.high]
            if edge is not None and piece.low != edge:
                self.signs.append(None)
            if edge is None or piece.low != edge:
                self.places.append(self.place(piece.low, None, piece))
            else:
                self.places[-1] = self.join(self.places[-1], piece)
            for low, high in zip(bounds, bounds[1:]):
                self.signs.append(self.cell(piece, low, high))
                self.places.append(self.place(high, piece, piece if high != piece.high else None))
            edge = piece.high

    def cell(self, piece, low, high):
        reach = mpf(self.facts.get("span", 60))
        a = low if not mp.isinf(low) else min(-reach, high - reach)
        b = high if not mp.isinf(high) else max(reach, low + reach)
        if self.facts.get("waves"):
            reach = mpf(self.facts.get("window", 40))
            a, b = max(a, -reach), min(b, reach)
        middle = a + (b - a) * mpf("0.4142")
        return [0 if piece.constant[k] and piece(k, 1) == 0 else sign(piece(k, middle)) for k in range(3)]

    def place(self, at, left, right):
        jets = [[beside(p, k, at, s) for k in range(3)] if p and not mp.isinf(at) else [None] * 3 for p, s in ((left, -1), (right, 1))]
        orders = self.roots.get(at, ())
        for jet in jets:
            for order in range(3):
                # Where the slope of something changes its sign it may touch 0.
                touches = order + 1 in orders and jet[order] is not None and abs(jet[order]) < mpf(10) ** -100
                if jet[order] is not None and (order in orders or touches):
                    jet[order] = mpf(0)
        result = {"x": at, "left": jets[0], "right": jets[1]}
        return self.finished(result)

    def join(self, place, piece):
        place["right"] = [beside(piece, k, place["x"], 1) for k in range(3)]
        return self.finished(place)

    def finished(self, place):
        at = place["x"]
        if mp.isinf(at):
            return place
        pole = self.poles.get(at)
        if pole:
            for side, value in (("left", pole[2]), ("right", pole[3])):
                if value is not None and not mp.isinf(mpf(value)):
                    value = mpf(value)
                place[side][0] = mpf(value) if value is not None else None
            place["f"] = "pole"
        elif at in self.values:
            value = self.values[at]
            place["f"] = value if isinstance(value, str) else mpf(value)
        else:
            l, r = place["left"][0], place["right"][0]
            if l is None or r is None:
                place["f"] = l if r is None else r
            else:
                place["f"] = l if abs(l - r) <= mpf(10) ** -11 * max(1, abs(l)) else (l + r) / 2
        return place

    # ------------------------------------------------------------ derived

    def piece_at(self, t):
        for p in self.pieces:
            if p.low < t < p.high:
                return p
        return None

    def extreme(self, order, which):
        """Infimum or supremum of f or f′ over everything."""
        values = []
        for place in self.places:
            for side in ("left", "right"):
                v = place[side][order]
                if v is not None and not mp.isnan(v):
                    values.append(v)
            if order == 0 and isinstance(place.get("f"), mpf):
                values.append(place["f"])
        if order:
            values += [mpf(v) for v in self.facts.get("slopes", [])]
        for side in ("left", "right"):
            end = self.facts.get(f"{side}_slope" if order else side)
            if end is None:
                continue
            if order == 0:
                if end[0] != "nan":
                    values.append(mpf(end[0]))
                for v in end[3] if len(end) > 3 else []:
                    values.append(mpf(v))
            else:
                values += [mpf(v) for v in (end if isinstance(end, (list, tuple)) else [end])]
        return (min if which < 0 else max)(values)

    def integral(self, function, weight=True):
        """∫ function(piece, t)·φ(t) over all pieces."""
        total = mpf(0)
        limit = self.facts.get("reach", 60) if weight else self.facts.get("l2_reach", 150)
        splits = [mpf(v) for v in self.facts.get("splits", [])] + [
            mpf(v) for v in (-60, -30, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 30, 60)]
        with mp.workdps(self.facts.get("digits", 32 if weight else 70)):
            for p in self.pieces:
                low, high = max(p.low, -limit), min(p.high, limit)
                if low >= high:
                    continue
                # What is 0/0 at 0 leaves no digits beside it, where a strip is as good.
                strip = mpf(self.facts.get("strip", 0))
                if strip and low == 0 or strip and high == 0:
                    near = strip if low == 0 else -strip
                    total += strip * function(p, near) * (mp.npdf(0) if weight else 1)
                    low, high = (near, high) if low == 0 else (low, near)
                cuts = [low] + sorted(s for s in set(splits) if low < s < high) + [high]
                if weight:
                    g = lambda t: function(p, t) * mp.npdf(t)
                else:
                    g = lambda t: function(p, t)
                def safe(t):
                    v = g(t)
                    return mpf(0) if mp.isnan(v) else v
                total += mp.quad(safe, cuts, maxdegree=self.facts.get("degree", 9))
        return total

    def moments(self):
        given = dict(self.facts.get("moments", {}))
        whole = self.facts.get("whole", True)
        if not whole:
            return {k: mpf("nan") for k in ("mean", "second", "slope", "flat")} | {"variance": mpf("nan"), "growth": mpf("nan")}
        out = {}
        def take(key, function):
            if given.get(key) == "skip":
                out[key] = None
                return
            out[key] = mpf(S.N(S.sympify(given[key]), 40)) if key in given and not isinstance(given[key], str) else (
                mpf(given[key]) if key in given else self.integral(function))
        if self.facts.get("parity") == "odd":
            given.setdefault("mean", 0)
        take("mean", lambda p, t: p(0, t))
        take("second", lambda p, t: p(0, t) ** 2)
        jumps = any(k[1] == 0 for k in self.facts.get("kinks", []))
        if jumps and "slope" not in given:
            out["slope"] = inf
        else:
            take("slope", lambda p, t: p(1, t) ** 2)
        # d/dq E f(√q·z)² at q = 1: the density differentiated.
        if out["second"] is None:
            out["growth"] = mpf("nan")
        elif mp.isfinite(out["second"]) and mp.isfinite(out["slope"]):
            take("growth", lambda p, t: (t * t - 1) * p(0, t) ** 2 / 2)
        else:
            out["growth"] = mpf("nan")
        out["variance"] = None if out["mean"] is None or out["second"] is None else out["second"] - out["mean"] ** 2 if mp.isfinite(out["mean"]) else (
            mpf("nan") if mp.isnan(out["mean"]) else inf)
        if given.get("flat") == "skip":
            out["flat"] = None
            return out
        out["flat"] = mpf(S.N(S.sympify(given["flat"]), 30)) if "flat" in given else self.flat()
        return out

    def flat(self):
        total = mpf(0)
        for p in self.pieces:
            cuts = {max(p.low, mpf(-45)), min(p.high, mpf(45))}
            for level in (mpf(1) / 10, -mpf(1) / 10):
                cuts |= {c for c in roots(p, 1, self.facts, level) if p.low < c < p.high and abs(c) < 45}
            cuts = sorted(cuts)
            for a, b in zip(cuts, cuts[1:]):
                if abs(p(1, a + (b - a) * mpf("0.41"))) < mpf(1) / 10:
                    total += mp.ncdf(b) - mp.ncdf(a) if a < 0 else mp.ncdf(-a) - mp.ncdf(-b)
        return total

    def relu_distance(self):
        values = []
        for p in self.pieces:
            for lowest, highest, slope in ((-inf, 0, 0), (0, inf, 1)):
                low, high = max(p.low, lowest), min(p.high, highest)
                if low >= high:
                    continue
                difference = lambda t: abs(p(0, t) - slope * t)
                for r in roots(p, 1, self.facts, slope):
                    if low < r < high:
                        values.append((difference(r), r))
                for end, side in ((low, 1), (high, -1)):
                    if not mp.isinf(end):
                        v = beside(p, 0, end, side)
                        if v is not None and not mp.isnan(v):
                            values.append((abs(v - slope * end), end))
        for place in self.places:
            if isinstance(place.get("f"), mpf):
                values.append((abs(place["f"] - max(place["x"], 0)), place["x"]))
            elif place.get("f") == "pole":
                values.append((inf, place["x"]))
        for side, slope in (("left", 0), ("right", 1)):
            end = self.facts.get(side)
            if end is None:
                continue
            if end[0] == "nan":
                end_distance = max(abs(mpf(v)) for v in end[3]) if side == "left" else inf
            else:
                end_distance = abs(mpf(end[2])) if end[1] is not None and mpf(end[1]) == slope and end[2] is not None else inf
            values.append((end_distance, -inf if side == "left" else inf))
        best = max(v[0] for v in values)
        where = [v[1] for v in values if mp.isinf(best) and v[0] == best or not mp.isinf(best) and v[0] >= best * (1 - mpf(10) ** -20)]
        return best, where

    def l2(self):
        given = self.facts.get("l2")
        if given is not None:
            return mpf(given) if isinstance(given, str) else mpf(S.N(S.sympify(given), 30))
        if not self.facts.get("whole", True):
            return mpf("nan")
        total = self.integral(lambda p, t: (p(0, t) - (t if t > 0 else 0)) ** 2, weight=False)
        return mp.sqrt(total)

    # ------------------------------------------------------------ float types

    TYPES = {"f32": (24, -149, 127), "f16": (11, -24, 15), "bf16": (8, -133, 127)}

    def at(self, t):
        t = mpf(t)
        if t in self.poles or (t in self.values):
            v = self.values.get(t)
            return v if isinstance(v, mpf) else mpf(v) if v is not None and not isinstance(v, str) else mpf("nan")
        p = self.piece_at(t)
        if p is None and "outside" in self.facts:
            return mpf(self.facts["outside"](t))
        if p is None:
            for place in self.places:
                if place["x"] == t and isinstance(place.get("f"), mpf):
                    return place["f"]
            return mpf("nan")
        beyond = self.facts.get("beyond")
        if beyond is not None and abs(t) > beyond:
            end = self.facts["left" if t < 0 else "right"]
            if end[1] is not None and mpf(end[1]) != 0:
                return mpf(end[1]) * t + mpf(end[2])
            value = mpf(end[0])
            return value if value != 0 else mpf(10) ** -5000
        return p(0, t)

    def limits(self, kind, side):
        digits, low, high = self.TYPES[kind]
        smallest = mpf(2) ** low
        greatest = (2 - mpf(2) ** (1 - digits)) * mpf(2) ** high
        infinite = (2 - mpf(2) ** -digits) * mpf(2) ** high
        steps = 1 << (digits - 1)
        top = (high - (low + digits - 1) + 1) * steps + steps - 1
        def value(bits):
            exponent, fraction = divmod(bits, steps)
            if exponent == 0:
                return fraction * smallest
            return (steps + fraction) * smallest * mpf(2) ** (exponent - 1)
        assert value(top) == greatest and value(1) == smallest
        zero = lambda v: v != 0 and abs(v) <= smallest / 2
        over = lambda v: abs(v) >= infinite
        with mp.workdps(self.facts.get("type_digits", 330)):
            def run(first, last, wanted):
                """The last of the run of wanted values that begins at the first."""
                holds = lambda bits: bool(wanted(self.at(side * value(bits))))
                if not holds(first):
                    return None
                direction = 1 if last > first else -1
                stride, inside = max(1, steps // 16), first
                while True:
                    outside = inside + direction * stride
                    if (outside - last) * direction > 0:
                        outside = last
                    if not holds(outside):
                        break
                    inside = outside
                    if inside == last:
                        return value(inside)
                while abs(outside - inside) > 1:
                    middle = (outside + inside) // 2
                    if holds(middle):
                        inside = middle
                    else:
                        outside = middle
                return value(inside)
            def outermost(bits, wanted):
                """From where on the values of a wave are wanted, from one beyond that place; digits enough tell of nearly all."""
                while True:
                    with mp.workdps(20):
                        while wanted(self.at(side * value(bits - 1))):
                            bits -= 1
                    if not wanted(self.at(side * value(bits - 1))):
                        return bits
                    bits -= 1
            result = {}
            for key, first, last, wanted in (
                ("overflow_from", top, 1, over), ("zero_from", top, 1, zero),
                ("zero_up_to", 1, top, zero), ("overflow_up_to", 1, top, over),
            ):
                envelope = self.facts.get("envelope")
                if key == "zero_from" and envelope is not None:
                    # A wave under an envelope: from where that is small enough, one by one; a growing one never is.
                    low, high = 1, top
                    while high - low > 1:
                        middle = (low + high) // 2
                        low, high = (low, middle) if envelope(side * value(middle)) <= smallest / 2 else (middle, high)
                    result[key] = side * value(outermost(high, wanted)) if envelope(side * greatest) <= smallest / 2 else None
                    continue
                if key == "overflow_from" and envelope is not None:
                    # No number of these types lies nearer to a zero of the wave than the least of it: from there on one by one.
                    least, low, high = mpf(10) ** -12, 1, top
                    while high - low > 1:
                        middle = (low + high) // 2
                        low, high = (low, middle) if over(least * envelope(side * value(middle))) else (middle, high)
                    result[key] = side * value(outermost(high, wanted)) if over(least * envelope(side * greatest)) else None
                    continue
                crowd = self.facts.get("crowd")
                if key == "zero_up_to" and crowd is not None:
                    # A wave that crowds at 0 under an envelope: from where that is no longer small enough, one by one.
                    low, high = 1, top
                    while high - low > 1:
                        middle = (low + high) // 2
                        low, high = (middle, high) if crowd(value(middle)) <= smallest / 2 else (low, middle)
                    while wanted(self.at(side * value(low + 1))):
                        low += 1
                    result[key] = side * value(low)
                    continue
                found = run(first, last, wanted)
                # What holds everywhere is told as `from`.
                if found is not None and key.endswith("up_to") and found == greatest:
                    found = None
                result[key] = None if found is None else side * found
        return result

    def all(self):
        f = self.facts
        m = self.moments()
        unknown = m["second"] is None
        gain = None if unknown else 1 / mp.sqrt(m["second"]) if mp.isfinite(m["second"]) and m["second"] > 0 else (
            mpf("nan") if mp.isnan(m["second"]) else mpf(0) if m["second"] > 0 else inf)
        chi = None if unknown else m["slope"] / m["second"] if mp.isfinite(m["second"]) and m["second"] > 0 else mpf("nan")
        edge = None
        if not unknown and mp.isfinite(m["slope"]) and mp.isfinite(m["second"]) and m["slope"] > 0 and m["second"] <= m["slope"] * (1 + mpf(10) ** -25):
            edge = [1 / m["slope"], max(mpf(0), 1 - m["second"] / m["slope"]), m["growth"] / m["slope"]]
            if edge[1] < mpf(10) ** -25:
                edge[1] = mpf(0)
        distance, where = self.relu_distance()
        def jet(side):
            return [number(v) for v in side]
        def value(v):
            return v if isinstance(v, str) else number(v)
        origin = f.get("origin")
        if origin is None:
            for place in self.places:
                if place["x"] == 0:
                    origin = [place.get("f"), None, None]
                    for k in (1, 2):
                        l, r = place["left"][k], place["right"][k]
                        origin[k] = l if l is not None and r is not None and not (mp.isinf(l) or mp.isinf(r)) and abs(l - r) <= mpf(10) ** -10 * max(1, abs(l)) else None
                    if isinstance(origin[0], str):
                        origin = ["nan"] * 3
                    break
            else:
                p = self.piece_at(mpf(0))
                origin = [p(k, mpf(0)) for k in range(3)] if p else ["nan"] * 3
        return {
            "name": self.name,
            "valid": [[v if isinstance(v, str) else float(v) for v in part]
                      for part in f.get("valid", [(-40, 40)] if f.get("waves") else [("-inf", "inf")])],
            "domain": None if f.get("domain", 1) is None else [[number(mpf(S.N(S.sympify(v), 40)) if v not in ("inf", "-inf") else v) for v in part] for part in f.get("domain", [("-inf", "inf")])],
            "poles": [{"x": number(at), "order": None if p[1] is None else float(Fraction(p[1])),
                       "left": value(p[2]) if p[2] is None or isinstance(p[2], str) else number(p[2]),
                       "right": value(p[3]) if p[3] is None or isinstance(p[3], str) else number(p[3])}
                      for at, p in sorted(self.poles.items())],
            "steps": [{"x": number(p["x"]), "left": jet(p["left"]), "right": jet(p["right"]), "f": value(p.get("f"))} for p in self.places],
            "signs": self.signs,
            "infimum": number(self.extreme(0, -1)), "supremum": number(self.extreme(0, 1)),
            "slope_min": number(self.extreme(1, -1)), "slope_max": number(self.extreme(1, 1)),
            "lipschitz": "inf" if self.poles or any(k[1] == 0 for k in f.get("kinks", [])) else number(
                max(abs(self.extreme(1, -1)), abs(self.extreme(1, 1)))),
            "at_zero": [value(v) for v in origin],
            "left": list(f["left"][:3]) if f.get("left") else None,
            "right": list(f["right"][:3]) if f.get("right") else None,
            "smoothness": f.get("smooth", "inf"),
            "kinks": [[number(mpf(S.N(S.sympify(k[0]), 40))), k[1]] for k in f.get("kinks", [])],
            "odd": f.get("parity") == "odd", "even": f.get("parity") == "even" or f.get("parity") == "both", "symmetric": f.get("symmetric", False),
            "relu_supremum": number(distance), "relu_at": [number(w) for w in where], "l2": number(self.l2()),
            "mean": number(m["mean"]), "second": number(m["second"]), "variance": number(m["variance"]),
            "slope_second": number(m["slope"]), "gain": number(gain), "chi": number(chi),
            "edge": None if edge is None else [number(v) for v in edge], "flat": number(m["flat"]),
            "types": {kind: {"left" if side < 0 else "right": {k: number(v) if v is not None else None for k, v in self.limits(kind, side).items()}
                             for side in (-1, 1)} for kind in self.TYPES},
        }
