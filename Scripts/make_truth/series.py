"""Formulas in many digits: a small reader of the formula language, on truncated Taylor series in mpmath.

It is written apart from the Swift sources, from the language's documentation: a second witness. A number is a Series,
its value with the first two derivatives; what has no value is NaN. At a tie of a piecewise function the sides are not
told: the cases name those x, and no truth is taken there.
"""
import ast

import mpmath
from mpmath import mp, mpf

NAN = mpf("nan")
# Beyond, e^u is taken for 0 or infinite: no picture can tell.
MOST = mpf(10) ** 7


class Series:
    """A value with its first and second derivative."""

    __slots__ = ("v", "d", "dd")

    def __init__(self, v, d=mpf(0), dd=mpf(0)):
        self.v, self.d, self.dd = v, d, dd

    def then(self, v, d, dd):
        """The chain rule."""
        return Series(v, d * self.d, dd * self.d * self.d + d * self.dd)

    def __neg__(self):
        return Series(-self.v, -self.d, -self.dd)

    def __add__(self, o):
        return Series(self.v + o.v, self.d + o.d, self.dd + o.dd)

    def __sub__(self, o):
        return Series(self.v - o.v, self.d - o.d, self.dd - o.dd)

    def __mul__(self, o):
        return Series(
            times(self.v, o.v), times(self.d, o.v) + times(self.v, o.d),
            times(self.dd, o.v) + 2 * times(self.d, o.d) + times(self.v, o.dd))

    def __truediv__(self, o):
        if not o.v:
            return nothing()
        if mpmath.isinf(o.v):
            return nothing() if mpmath.isinf(self.v) else number(mpf(0))
        return self * o.then(1 / o.v, -1 / o.v ** 2, 2 / o.v ** 3)


def times(a, b):
    """A product in which 0 outweighs what has overflowed."""
    return mpf(0) if a == 0 or b == 0 else a * b


def nothing():
    return Series(NAN, NAN, NAN)


def number(value):
    return Series(value)


def power(u, w):
    if w.d == 0 and w.dd == 0:
        c = w.v
        if c == mpmath.floor(c) and abs(c) < 10000:
            n = int(c)
            if n == 0:
                return number(mpf(1))
            if u.v == 0:
                if n < 0:
                    return nothing()
                return u.then(mpf(0), mpf(n == 1), mpf(2 if n == 2 else 0))
            return u.then(u.v ** n, n * u.v ** (n - 1), n * (n - 1) * u.v ** (n - 2))
        if u.v == 0 and c > 0:
            return u.then(mpf(0), mpf(0) if c > 1 else NAN, mpf(0) if c > 2 else NAN)
        if not u.v > 0:
            return nothing()
        if mpmath.isinf(u.v):
            return number(mpf("inf") if c > 0 else mpf(0))
        p = exp_value(c * mp.log(u.v))
        return u.then(p, times(c, p) / u.v, times(c * (c - 1), p) / u.v ** 2)
    if not u.v > 0:
        return nothing()
    return exp(w * log(u))


def exp_value(v):
    if v > MOST:
        return mpf("inf")
    return mpf(0) if v < -MOST else mp.exp(v)


def exp(u):
    if not u.v == u.v:
        return nothing()
    e = exp_value(u.v)
    return u.then(e, e, e)


def log(u):
    if not u.v > 0:
        return nothing()
    if mpmath.isinf(u.v):
        return number(u.v)
    return u.then(mp.log(u.v), 1 / u.v, -1 / u.v ** 2)


def sigmoid(u):
    if u.v < 0:
        e = exp(u)
        return e / (number(mpf(1)) + e)
    return number(mpf(1)) / (number(mpf(1)) + exp(-u))


def tanh(u):
    e = exp(number(mpf(-2)) * (u if u.v >= 0 else -u))
    t = (number(mpf(1)) - e) / (number(mpf(1)) + e)
    return t if u.v >= 0 else -t


def erf(u):
    d = 2 / mp.sqrt(mp.pi) * exp_value(-u.v ** 2)
    value = mpf(1 if u.v > 0 else -1) if abs(u.v) > 10000 else mp.erf(u.v)
    return u.then(value, d, -2 * u.v * d if d else mpf(0))


def density(u):
    d = exp_value(-u.v ** 2 / 2) / mp.sqrt(2 * mp.pi)
    return u.then(d, times(-u.v, d), times(u.v ** 2 - 1, d))


def distribution(u):
    d = exp_value(-u.v ** 2 / 2) / mp.sqrt(2 * mp.pi)
    value = mpf(u.v > 0) if abs(u.v) > 10000 else mp.erfc(-u.v / mp.sqrt(2)) / 2
    return u.then(value, d, times(-u.v, d))


def within(low, high, function):
    return lambda u: function(u) if low < u.v < high else nothing()


INF = mpf("inf")


def simple(value, slope, bend):
    def function(u):
        if not mpmath.isfinite(u.v):
            return nothing()
        return u.then(value(u.v), slope(u.v), bend(u.v))
    return function


FUNCTIONS = {
    "exp": exp, "log": log, "ln": log, "sigmoid": sigmoid, "tanh": tanh, "erf": erf, "phi": density,
    "Phi": distribution,
    "expm1": lambda u: exp(u) - number(mpf(1)),
    "log1p": lambda u: log(u + number(mpf(1))),
    "softplus": lambda u: (u if u.v > 0 else number(mpf(0))) + log(
        number(mpf(1)) + exp(-u if u.v > 0 else u)),
    "erfc": lambda u: number(mpf(1)) - erf(u),
    "sqrt": lambda u: power(u, number(mpf(1) / 2)),
    "cbrt": lambda u: power(u, number(mpf(1) / 3)) if u.v >= 0 else -power(-u, number(mpf(1) / 3)),
    "sin": simple(mp.sin, mp.cos, lambda v: -mp.sin(v)),
    "cos": simple(mp.cos, lambda v: -mp.sin(v), lambda v: -mp.cos(v)),
    "tan": lambda u: FUNCTIONS["sin"](u) / FUNCTIONS["cos"](u),
    "sinh": lambda u: (exp(u) - exp(-u)) / number(mpf(2)),
    "cosh": lambda u: (exp(u) + exp(-u)) / number(mpf(2)),
    "asin": within(-1, 1, lambda u: u.then(
        mp.asin(u.v), 1 / mp.sqrt(1 - u.v ** 2), u.v / mp.sqrt(1 - u.v ** 2) ** 3)),
    "acos": lambda u: number(mp.pi / 2) - FUNCTIONS["asin"](u),
    "atan": lambda u: u.then(
        mp.atan(u.v), 1 / (1 + u.v ** 2), -2 * u.v / (1 + u.v ** 2) ** 2),
    "acosh": within(1, INF, lambda u: u.then(
        mp.acosh(u.v), 1 / mp.sqrt(u.v ** 2 - 1), -u.v / mp.sqrt(u.v ** 2 - 1) ** 3)),
    "asinh": lambda u: u.then(
        mp.asinh(u.v), 1 / mp.sqrt(u.v ** 2 + 1), -u.v / mp.sqrt(u.v ** 2 + 1) ** 3),
    "atanh": within(-1, 1, lambda u: u.then(
        mp.atanh(u.v), 1 / (1 - u.v ** 2), 2 * u.v / (1 - u.v ** 2) ** 2)),
    "gamma": lambda u: gamma(u),
    "abs": lambda u: u if u.v > 0 else -u,
    "sign": lambda u: number(mpf(mpmath.sign(u.v))),
    "heaviside": lambda u: number((1 + mpf(mpmath.sign(u.v))) / 2),
}


def gamma(u):
    if u.v <= 0 and u.v == mpmath.floor(u.v):
        return nothing()
    g, psi = mp.gamma(u.v), mp.digamma(u.v)
    return u.then(g, g * psi, g * (psi ** 2 + mp.psi(1, u.v)))


def where(test, a, b):
    return a if test else b


class Formula:
    """A formula that is read once and evaluated at x in the precision that mpmath has."""

    def __init__(self, text):
        self.text = text
        self.tree = ast.parse(text.replace("^", "**"), mode="eval").body

    def __call__(self, x):
        return self.value(self.tree, Series(mpf(x), mpf(1)))

    def value(self, node, x):
        if isinstance(node, ast.Constant):
            return number(mpf(float(node.value)))
        if isinstance(node, ast.Name):
            if node.id == "x":
                return x
            return number({"pi": +mp.pi, "e": +mp.e}[node.id])
        if isinstance(node, ast.UnaryOp):
            u = self.value(node.operand, x)
            return -u if isinstance(node.op, ast.USub) else u
        if isinstance(node, ast.BinOp):
            a, b = self.value(node.left, x), self.value(node.right, x)
            if isinstance(node.op, ast.Add):
                return a + b
            if isinstance(node.op, ast.Sub):
                return a - b
            if isinstance(node.op, ast.Mult):
                return a * b
            if isinstance(node.op, ast.Div):
                return a / b
            return power(a, b)
        return self.call(node.func.id, node.args, x)

    def call(self, name, arguments, x):
        if name == "where":
            test = arguments[0]
            a, b = self.value(test.left, x).v, self.value(test.comparators[0], x).v
            holds = {
                ast.Lt: a < b, ast.LtE: a <= b, ast.Gt: a > b, ast.GtE: a >= b, ast.Eq: a == b, ast.NotEq: a != b,
            }[type(test.ops[0])]
            return self.value(arguments[1 if holds else 2], x)
        values = [self.value(argument, x) for argument in arguments]
        if any(not u.v == u.v for u in values):
            return nothing()
        if name == "max":
            return max(values, key=lambda u: u.v)
        if name == "min":
            return min(values, key=lambda u: u.v)
        if name == "clip":
            u, low, high = values
            return low if u.v < low.v else high if u.v > high.v else u
        return FUNCTIONS[name](*values)
