"""What mathematics says of each function; see truth.py for the words.

`left`, `right`: limit, slope and offset of the asymptote (None where there is none), and the values between which a wave swings
for ever. `left_slope`, `right_slope`: where f′ tends. `poles`: place, order (None: not a power), one-sided limits. `kinks`: place
and the order of the first derivative that jumps or has no bound there. `smooth`: the n of Cⁿ.
"""
import sympy as S
from mpmath import mp, mpf

from .truth import Log1p, Phi as Normal, case, oo, x

pi, e, sqrt, exp, log, erf, erfc = S.pi, S.E, S.sqrt, S.exp, S.log, S.erf, S.erfc
q = S.Rational
FLAT, UP, DOWN = ("0", "0", "0"), ("inf", None, None), ("-inf", None, None)
LINE = ("inf", "1", "0")
NONE = ("nan", None, None)
Phi = Normal(x)
sigmoid = 1 / (1 + exp(-x))


def level(c):
    return (str(c), "0", str(c))


def relu_like(**more):
    return dict(left=FLAT, right=LINE, left_slope="0", right_slope="1") | more


# Poles.
undefined = dict(mean="nan", second="inf", slope="inf")
infinite = dict(mean="inf", second="inf", slope="inf")
case("1/x", [(-oo, 0, 1 / x), (0, oo, 1 / x)], poles=[(0, 1, "-inf", "inf")], left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     parity="odd", moments=undefined, l2="inf", span=1e6)
case("1/x^2", [(-oo, 0, x**-2), (0, oo, x**-2)], poles=[(0, 2, "inf", "inf")], left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     parity="even", moments=infinite, l2="inf", span=1e6)
case("1/x^3", [(-oo, 0, x**-3), (0, oo, x**-3)], poles=[(0, 3, "-inf", "inf")], left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     parity="odd", moments=undefined, l2="inf", span=1e6)
case("x + 1/(x-1)^2", [(-oo, 1, x + (x - 1)**-2), (1, oo, x + (x - 1)**-2)], poles=[(1, 2, "inf", "inf")], left=("-inf", "1", "0"), right=LINE,
     left_slope="1", right_slope="1", moments=infinite, l2="inf", span=1e6)
case("(x^2+1)/(x-2)", [(-oo, 2, (x**2 + 1) / (x - 2)), (2, oo, (x**2 + 1) / (x - 2))], poles=[(2, 1, "-inf", "inf")],
     left=("-inf", "1", "2"), right=("inf", "1", "2"), left_slope="1", right_slope="1", moments=undefined, l2="inf", span=1e6)
case("1/(x^2-1)", [(-oo, -1, 1 / (x**2 - 1)), (-1, 1, 1 / (x**2 - 1)), (1, oo, 1 / (x**2 - 1))],
     poles=[(-1, 1, "inf", "-inf"), (1, 1, "-inf", "inf")], left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="even",
     moments=undefined, l2="inf", span=1e6)
case("abs(x)^(-1/2)", [(-oo, 0, (-x)**q(-1, 2)), (0, oo, x**q(-1, 2))], poles=[(0, "1/2", "inf", "inf")], left=FLAT, right=FLAT,
     left_slope="0", right_slope="0", parity="even", l2="inf", span=1e6,
     moments=dict(mean=S.gamma(q(1, 4)) / (2**q(1, 4) * sqrt(pi)), second="inf", slope="inf"))
case("abs(x)^(-0.2)", [(-oo, 0, (-x)**q(-1, 5)), (0, oo, x**q(-1, 5))], poles=[(0, "1/5", "inf", "inf")], left=FLAT, right=FLAT,
     left_slope="0", right_slope="0", parity="even", l2="inf", span=1e6,
     moments=dict(mean=2**q(-1, 10) * S.gamma(q(2, 5)) / sqrt(pi), second=2**q(-1, 5) * S.gamma(q(3, 10)) / sqrt(pi), slope="inf"))
case("1/cbrt(x)", [(-oo, 0, -(-x)**q(-1, 3)), (0, oo, x**q(-1, 3))], poles=[(0, "1/3", "-inf", "inf")], left=FLAT, right=FLAT,
     left_slope="0", right_slope="0", parity="odd", l2="inf", span=1e6,
     moments=dict(mean=0, second=2**q(-1, 3) * S.gamma(q(1, 6)) / sqrt(pi), slope="inf"))
halves = [(S.Integer(2 * k + 1) * pi / 2, S.Integer(2 * k + 3) * pi / 2) for k in range(-14, 13)]
case("tan(x)", [(a, b, S.tan(x)) for a, b in halves], poles=[(b, 1, "inf", "-inf") for a, b in halves[:-1]], waves=True,
     left=NONE + (("-inf", "inf"),), right=NONE + (("-inf", "inf"),), left_slope=["1", "inf"], right_slope=["1", "inf"], parity="odd",
     moments=undefined | dict(flat=0), l2="inf")
turns = [(S.Integer(k) * pi, S.Integer(k + 1) * pi) for k in range(-13, 13)]
case("csc(x)", [(a, b, 1 / S.sin(x)) for a, b in turns],
     poles=[(b, 1, "inf" if k % 2 == 0 else "-inf", "-inf" if k % 2 == 0 else "inf") for k, (a, b) in zip(range(-13, 13), turns)][:-1],
     waves=True, left=NONE + (("-inf", "inf"),), right=NONE + (("-inf", "inf"),), left_slope=["-inf", "inf"], right_slope=["-inf", "inf"],
     parity="odd", moments=undefined, l2="inf")
langevin = S.coth(x) - 1 / x
case("coth(x) - 1/x", [(-oo, 0, langevin), (0, oo, langevin)], at={0: 0}, left=level(-1), right=level(1), left_slope="0",
     right_slope="0", parity="odd", l2="inf", origin=["0", 1 / 3, "0"], digits=60, strip=1e-10)
case("log(abs(x))", [(-oo, 0, log(-x)), (0, oo, log(x))], poles=[(0, None, "-inf", "-inf")], left=UP, right=UP, left_slope="0",
     right_slope="0", parity="even", l2="inf", span=1e6,
     moments=dict(mean=-(S.EulerGamma + log(2)) / 2, second=pi**2 / 8 + (S.EulerGamma + log(2))**2 / 4, slope="inf"))
case("x*log(abs(x))", [(-oo, 0, x * log(-x)), (0, oo, x * log(x))], at={0: 0}, left=DOWN, right=UP, left_slope="inf", right_slope="inf",
     parity="odd", l2="inf", span=1e6, smooth=0, kinks=[(0, 1)], origin=["0", "-inf", None],
     slopes=["-inf"], moments=dict(mean=0))
case("1/(exp(x)-1)", [(-oo, 0, 1 / (exp(x) - 1)), (0, oo, 1 / (exp(x) - 1))], poles=[(0, 1, "-inf", "inf")], left=level(-1), right=FLAT,
     left_slope="0", right_slope="0", moments=undefined, l2="inf")
case("1/(1-exp(-x^2))", [(-oo, 0, 1 / (1 - exp(-x**2))), (0, oo, 1 / (1 - exp(-x**2)))], poles=[(0, 2, "inf", "inf")], left=level(1),
     right=level(1), left_slope="0", right_slope="0", parity="even", moments=infinite, l2="inf", span=14)

# Edges of the domain.
edge = dict(whole=False)
case("log(x)", [(0, oo, log(x))], domain=[(0, "inf")], poles=[(0, None, None, "-inf")], right=UP, right_slope="0", span=1e6, **edge)
case("sqrt(x)", [(0, oo, sqrt(x))], domain=[(0, "inf")], right=UP, right_slope="0", span=1e6, origin=["0", "inf", None], **edge)
case("x*sqrt(x)", [(0, oo, x**q(3, 2))], domain=[(0, "inf")], right=UP, right_slope="inf", span=1e6, origin=["0", None, None], **edge)
case("sqrt(1-x^2)", [(-1, 1, sqrt(1 - x**2))], domain=[(-1, 1)], parity="even", **edge)
case("log(1-x^2)", [(-1, 1, log(1 - x**2))], domain=[(-1, 1)], poles=[(-1, None, None, "-inf"), (1, None, "-inf", None)], parity="even", **edge)
case("asin(x)", [(-1, 1, S.asin(x))], domain=[(-1, 1)], parity="odd", **edge)
case("acosh(x)", [(1, oo, log(x + sqrt(x**2 - 1)))], domain=[(1, "inf")], right=UP, right_slope="0", span=1e6, **edge)
case("sqrt(x^2-1)", [(-oo, -1, sqrt(x**2 - 1)), (1, oo, sqrt(x**2 - 1))], domain=[("-inf", -1), (1, "inf")], left=("inf", "-1", "0"), right=LINE,
     left_slope="-1", right_slope="1", parity="even", span=1e6, **edge)
case("x/sqrt(x^2-4)", [(-oo, -2, x / sqrt(x**2 - 4)), (2, oo, x / sqrt(x**2 - 4))], domain=[("-inf", -2), (2, "inf")],
     poles=[(-2, "1/2", "-inf", None), (2, "1/2", None, "inf")], left=level(-1), right=level(1), left_slope="0", right_slope="0", parity="odd",
     span=1e6, **edge)

# Jumps.
steps = [(k, k + 1, S.Integer(k)) for k in range(-41, 41)]
case("floor(x)", steps, waves=True, at={k: k - 0.5 for k in range(-40, 41)}, left=DOWN, right=UP, left_slope="0", right_slope="0",
     kinks=[(k, 0) for k in range(-40, 41)], smooth=-1, l2="inf", moments=dict(flat=1),
     outside=lambda t: mp.floor(t))
case("sign(x)", [(-oo, 0, S.Integer(-1)), (0, oo, S.Integer(1))], at={0: 0}, left=level(-1), right=level(1), left_slope="0", right_slope="0",
     kinks=[(0, 0)], smooth=-1, parity="odd", l2="inf", moments=dict(mean=0, second=1))
case("heaviside", [(-oo, 0, S.Integer(0)), (0, oo, S.Integer(1))], at={0: 0.5}, left=FLAT, right=level(1), left_slope="0", right_slope="0",
     kinks=[(0, 0)], smooth=-1, l2="inf", moments=dict(mean=q(1, 2), second=q(1, 2)))
case("where(x<1, x^2, x+1)", [(-oo, 1, x**2), (1, oo, x + 1)], at={1: 2}, left=UP, right=("inf", "1", "1"), left_slope="-inf", right_slope="1",
     kinks=[(1, 0)], smooth=-1, l2="inf", span=1e6)
case("x*(x>1)", [(-oo, 1, S.Integer(0)), (1, oo, x)], at={1: 0}, left=FLAT, right=LINE, left_slope="0", right_slope="1",
     kinks=[(1, 0)], smooth=-1, l2=sqrt(q(1, 3)))
case("atan(1/x)", [(-oo, 0, S.atan(1 / x)), (0, oo, S.atan(1 / x))], at={0: 0}, left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     kinks=[(0, 0)], smooth=-1, parity="odd", l2="inf", span=1e6, moments=dict(mean=0), origin=[None, None, None])
case("x*floor(x)", [(k, k + 1, k * x) for k in range(-41, 41)], waves=True, at={k: S.Float(k * (k - 0.5)) for k in range(-40, 41)}, left=UP,
     right=UP, left_slope="-inf", right_slope="inf", kinks=[(k, 0) for k in range(-40, 41) if k != 0] + [(0, 1)], smooth=-1, l2="inf",
     outside=lambda t: t * (mp.floor(t) if mp.floor(t) != t else t - 0.5))

# Waves.
wave = dict(left=NONE + (("-1", "1"),), right=NONE + (("-1", "1"),), waves=True, l2="inf")
case("sin(x)", S.sin(x), left_slope=["-1", "1"], right_slope=["-1", "1"], parity="odd",
     moments=dict(mean=0, second=(1 - exp(-2)) / 2, slope=(1 + exp(-2)) / 2, growth=exp(-2)), **wave)
case("sin(100*x)", S.sin(100 * x), left_slope=["-100", "100"], right_slope=["-100", "100"], parity="odd", window=2, even=4001,
     valid=[(-2, 2)], moments=dict(mean=0, second=(1 - exp(-20000)) / 2, slope=5000 * (1 + exp(-20000)), growth=10000 * exp(-20000),
                                flat=2 * S.asin(q(1, 1000)) / pi), **wave)
case("x*sin(x)", x * S.sin(x), left=NONE + (("-inf", "inf"),), right=NONE + (("-inf", "inf"),), waves=True, l2="inf", parity="even",
     left_slope=["-inf", "inf"], right_slope=["-inf", "inf"])
case("sin(x^2)", S.sin(x**2), left_slope=["-inf", "inf"], right_slope=["-inf", "inf"], parity="even", window=6, even=4001, valid=[(-6, 6)],
     moments=dict(mean=S.im((1 - 2 * S.I)**q(-1, 2)), second=(1 - S.re((1 - 4 * S.I)**q(-1, 2))) / 2,
                  slope=2 + 2 * S.re((1 - 4 * S.I)**q(-3, 2))), **(wave | dict(splits=[k / 4 for k in range(-80, 81)])))
case("exp(-x^2)*cos(20*x)", exp(-x**2) * S.cos(20 * x), left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="even", l2="inf", span=14,
     window=8, even=8001, valid=[(-7.9, 7.9)], envelope=lambda t: mp.exp(-t * t), splits=[k / 10 for k in range(-80, 81)])
case("x + sin(x)", x + S.sin(x), left=DOWN, right=UP, left_slope=["0", "2"], right_slope=["0", "2"], parity="odd", l2="inf", waves=True,
     anchors=[])
case("x + sin(x)^2", x + S.sin(x)**2, left=DOWN, right=UP, left_slope=["0", "2"], right_slope=["0", "2"], l2="inf", waves=True)
case("sin(x)/x", [(-oo, 0, S.sin(x) / x), (0, oo, S.sin(x) / x)], at={0: 1}, left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     parity="even", waves=True, l2="inf", origin=["1", "0", -1 / 3])

# Essential singularities.
case("sin(1/x)", [(-oo, 0, S.sin(1 / x)), (0, oo, S.sin(1 / x))], at={0: "nan"}, left=("0", "0", "0", ("-1", "1")), right=FLAT,
     left_slope=["0", "inf", "-inf"], right_slope="0", parity="odd", l2="inf", depth=1.5, valid=[("-inf", -0.1), (0.1, "inf")], domain=None, smooth=None,
     moments=dict(mean=0, second="skip", slope="inf", flat="skip"))
case("x*sin(1/x)", [(-oo, 0, x * S.sin(1 / x)), (0, oo, x * S.sin(1 / x))], at={0: 0}, left=level(1), right=level(1),
     left_slope=["0", "inf", "-inf"], right_slope="0", parity="even", l2="inf", depth=1.5, valid=[("-inf", -0.1), (0.1, "inf")], smooth=0, kinks=[(0, 1)],
     moments=dict(mean="skip", second="skip", slope="inf", flat="skip"), origin=["0", None, None])
case("exp(1/x)", [(-oo, 0, exp(1 / x)), (0, oo, exp(1 / x))], poles=[(0, None, "0", "inf")], left=level(1), right=level(1), left_slope="0",
     right_slope="0", moments=infinite, l2="inf", depth=2, span=1e6)
case("exp(-1/x^2)", [(-oo, 0, exp(-1 / x**2)), (0, oo, exp(-1 / x**2))], at={0: 0}, left=level(1), right=level(1), left_slope="0",
     right_slope="0", parity="even", l2="inf", depth=1.5, span=1e6, origin=["0", "0", "0"])
case("where(x>0, exp(-1/x), 0)", [(-oo, 0, S.Integer(0)), (0, oo, exp(-1 / x))], at={0: 0}, left=FLAT, right=level(1), left_slope="0",
     right_slope="0", l2="inf", depth=2, span=1e6)

# Towers.
case("exp(exp(x))", exp(exp(x)), left=level(1), right=UP, left_slope="0", right_slope="inf", l2="inf", span=20, beyond=20,
     moments=infinite)
case("exp(-exp(x))", exp(-exp(x)), left=level(1), right=FLAT, left_slope="0", right_slope="0", l2="inf", span=20, beyond=20)
case("x*exp(-exp(-x))", x * exp(-exp(-x)), **relu_like(span=20, beyond=60))
case("exp(x^2)", exp(x**2), left=UP, right=UP, left_slope="-inf", right_slope="inf", l2="inf", span=60, beyond=60, parity="even", moments=infinite)
case("exp(x^2/4)", exp(x**2 / 4), left=UP, right=UP, left_slope="-inf", right_slope="inf", l2="inf", span=60, beyond=100, parity="even",
     moments=dict(mean=sqrt(2), second="inf", slope="inf"))
case("exp(x^2/8)", exp(x**2 / 8), left=UP, right=UP, left_slope="-inf", right_slope="inf", l2="inf", span=60, beyond=100, parity="even",
     moments=dict(mean=2 / sqrt(3), second=sqrt(2), slope=sqrt(2) / 8, growth=sqrt(2) / 2), type_digits=60)
case("x*exp(x^2/2)", x * exp(x**2 / 2), left=DOWN, right=UP, left_slope="inf", right_slope="inf", l2="inf", span=60, beyond=100, parity="odd",
     moments=undefined)
case("exp(x)*1e300", exp(x) * S.Integer(10)**300, left=FLAT, right=UP, left_slope="0", right_slope="inf", l2="inf", beyond=2000,
     moments=dict(mean=exp(q(1, 2)) * S.Integer(10)**300, second=exp(2) * S.Integer(10)**600, slope=exp(2) * S.Integer(10)**600,
                  growth=2 * exp(2) * S.Integer(10)**600))
case("exp(x)", exp(x), left=FLAT, right=UP, left_slope="0", right_slope="inf", l2="inf", beyond=2000,
     moments=dict(mean=exp(q(1, 2)), second=exp(2), slope=exp(2), growth=2 * exp(2)))

# Plateaus and pieces.
case("clip(x,0,1)", [(-oo, 0, S.Integer(0)), (0, 1, x), (1, oo, S.Integer(1))], left=FLAT, right=level(1), left_slope="0", right_slope="0",
     kinks=[(0, 1), (1, 1)], smooth=0, l2="inf")
case("relu6", [(-oo, 0, S.Integer(0)), (0, 6, x), (6, oo, S.Integer(6))], left=FLAT, right=level(6), left_slope="0", right_slope="0",
     kinks=[(0, 1), (6, 1)], smooth=0, l2="inf")
case("hardshrink", [(-oo, q(-1, 2), x), (q(-1, 2), q(1, 2), S.Integer(0)), (q(1, 2), oo, x)], at={q(-1, 2): 0, q(1, 2): 0}, left=("-inf", "1", "0"),
     right=LINE, left_slope="1", right_slope="1", kinks=[(q(-1, 2), 0), (q(1, 2), 0)], smooth=-1, parity="odd", l2="inf")
case("softshrink", [(-oo, q(-1, 2), x + q(1, 2)), (q(-1, 2), q(1, 2), S.Integer(0)), (q(1, 2), oo, x - q(1, 2))], left=("-inf", "1", "0.5"),
     right=("inf", "1", "-0.5"), left_slope="1", right_slope="1", kinks=[(q(-1, 2), 1), (q(1, 2), 1)], smooth=0, parity="odd", l2="inf")
case("max(0, x^2-1)", [(-oo, -1, x**2 - 1), (-1, 1, S.Integer(0)), (1, oo, x**2 - 1)], left=UP, right=UP, left_slope="-inf", right_slope="inf",
     kinks=[(-1, 1), (1, 1)], smooth=0, parity="even", l2="inf", span=1e6)
case("hardswish", [(-oo, -3, S.Integer(0)), (-3, 3, x * (x + 3) / 6), (3, oo, x)], kinks=[(-3, 1), (3, 1)], smooth=0, symmetric=True, **relu_like())
case("where(x>0, x, 0.01*x)", [(-oo, 0, S.Rational(0.01) * x), (0, oo, x)], left=("-inf", "0.01", "0"), right=LINE, left_slope="0.01", right_slope="1",
     kinks=[(0, 1)], smooth=0, l2="inf")
case("5", [(-oo, oo, S.Integer(5))], left=level(5), right=level(5), left_slope="0", right_slope="0", parity="even", l2="inf")

# Removable points.
versine = (1 - S.cos(x)) / x**2
case("(1-cos(x))/x^2", [(-oo, 0, versine), (0, oo, versine)], at={0: 0.5}, left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="even",
     l2="inf", waves=True, origin=["0.5", "0", -1 / 12], digits=60, strip=1e-10, envelope=lambda t: 2 / t**2)
case("(x^2-1)/(x-1)", x + 1, left=("-inf", "1", "1"), right=("inf", "1", "1"), left_slope="1", right_slope="1", l2="inf")
bernoulli = x / (exp(x) - 1)
case("x/(exp(x)-1)", [(-oo, 0, bernoulli), (0, oo, bernoulli)], at={0: 1}, left=("inf", "-1", "0"), right=FLAT, left_slope="-1", right_slope="0",
     l2="inf", origin=["1", "-0.5", 1 / 6], digits=60, strip=1e-10)

# Kinks of every class.
power = dict(left=UP, right=UP, left_slope="-inf", right_slope="inf", l2="inf", span=1e6)
case("abs(x)^2.5", [(-oo, 0, (-x)**q(5, 2)), (0, oo, x**q(5, 2))], kinks=[(0, 3)], smooth=2, parity="even", **power)
case("relu(x)^3", [(-oo, 0, S.Integer(0)), (0, oo, x**3)], left=FLAT, right=UP, left_slope="0", right_slope="inf", l2="inf", span=1e6,
     kinks=[(0, 3)], smooth=2)
case("relu(x)^2", [(-oo, 0, S.Integer(0)), (0, oo, x**2)], left=FLAT, right=UP, left_slope="0", right_slope="inf", l2="inf", span=1e6,
     kinks=[(0, 2)], smooth=1)
case("x*abs(x)^3", [(-oo, 0, x * (-x)**3), (0, oo, x**4)], left=DOWN, right=UP, left_slope="inf", right_slope="inf", l2="inf", span=1e6,
     kinks=[(0, 4)], smooth=3, parity="odd")
case("abs(x)", [(-oo, 0, -x), (0, oo, x)], left=("inf", "-1", "0"), right=LINE, left_slope="-1", right_slope="1", kinks=[(0, 1)], smooth=0,
     parity="even", l2="inf")
case("abs(x^2-1)", [(-oo, -1, x**2 - 1), (-1, 1, 1 - x**2), (1, oo, x**2 - 1)], kinks=[(-1, 1), (1, 1)], smooth=0, parity="even", **power)
case("cbrt(x)", [(-oo, 0, -(-x)**q(1, 3)), (0, oo, x**q(1, 3))], left=DOWN, right=UP, left_slope="0", right_slope="0", parity="odd", l2="inf",
     span=1e6, kinks=[(0, 1)], smooth=0, origin=["0", "inf", None], moments=dict(mean=0, second=2**q(1, 3) * S.gamma(q(5, 6)) / sqrt(pi), slope="inf"))
case("cbrt(x)^2", [(-oo, 0, (-x)**q(2, 3)), (0, oo, x**q(2, 3))], left=UP, right=UP, left_slope="0", right_slope="0", parity="even", l2="inf",
     span=1e6, kinks=[(0, 1)], smooth=0, origin=["0", None, None],
     moments=dict(mean=2**q(1, 3) * S.gamma(q(5, 6)) / sqrt(pi), second=2**q(2, 3) * S.gamma(q(7, 6)) / sqrt(pi),
                  slope=q(4, 9) * 2**q(-1, 3) * S.gamma(q(1, 6)) / sqrt(pi), growth=q(4, 3) / 2 * 2**q(2, 3) * S.gamma(q(7, 6)) / sqrt(pi)))
case("sqrt(abs(x))", [(-oo, 0, sqrt(-x)), (0, oo, sqrt(x))], left=UP, right=UP, left_slope="0", right_slope="0", parity="even", l2="inf",
     span=1e6, kinks=[(0, 1)], smooth=0, origin=["0", None, None], moments=dict(second=sqrt(2 / pi), slope="inf"))
case("max(x, -x/2, 1)", [(-oo, -2, -x / 2), (-2, 1, S.Integer(1)), (1, oo, x)], left=("inf", "-0.5", "0"), right=LINE, left_slope="-0.5",
     right_slope="1", kinks=[(-2, 1), (1, 1)], smooth=0, l2="inf")

# Far and tiny features.
case("tanh(1e6*x)", S.tanh(10**6 * x), left=level(-1), right=level(1), left_slope="0", right_slope="0", parity="odd", l2="inf", span=1e-4,
     depth=12, even=2, window=1e-5, splits=[s * k * 1e-7 for s in (-1, 1) for k in (1, 3, 10, 30, 100, 1000)])
tiny = x * Normal(10**6 * x)
case("gelu(1e6*x)", 10**6 * tiny, left=FLAT, right=("inf", "1000000", "0"), left_slope="0", right_slope="1000000", l2="inf", span=1e-4, depth=12,
     even=2, window=1e-5, splits=[s * k * 1e-7 for s in (-1, 1) for k in (1, 3, 10, 20, 30, 50, 70, 100, 150, 200, 400, 1000)],
     symmetric=False, beyond=1)
case("relu(x-1e6)", [(-oo, 10**6, S.Integer(0)), (10**6, oo, x - 10**6)], left=FLAT, right=("inf", "1", "-1000000"), left_slope="0",
     right_slope="1", kinks=[(10**6, 1)], smooth=0, l2="inf", span=1e8, moments=dict(mean=0, second=0, slope=0, flat=1))
case("exp(-(x-1e6)^2)", exp(-(x - 10**6)**2), left=FLAT, right=FLAT, left_slope="0", right_slope="0", l2="inf", anchors=[10**6], span=1e6 + 30,
     even=2, moments=dict(mean=0, second=0, slope=0, flat=1), beyond=1.1e6)
case("where(abs(x)<1e-6, 1, 0)", [(-oo, q(-1, 10**6), S.Integer(0)), (q(-1, 10**6), q(1, 10**6), S.Integer(1)), (q(1, 10**6), oo, S.Integer(0))],
     at={q(-1, 10**6): 0, q(1, 10**6): 0}, left=FLAT, right=FLAT, left_slope="0", right_slope="0", kinks=[(q(-1, 10**6), 0), (q(1, 10**6), 0)],
     smooth=-1, parity="even", l2="inf", moments=dict(flat=1))
case("x + 1e-6*sin(1e6*x)", x + S.sin(10**6 * x) / 10**6, left=DOWN, right=UP, left_slope=["0", "2"], right_slope=["0", "2"], parity="odd",
     l2="inf", waves=True, window=1e-5, even=801, valid=[(-1e-5, 1e-5)],
     moments=dict(mean=0, second=1 + q(1, 2 * 10**12), slope=q(3, 2), growth=1, flat=S.acos(q(9, 10)) / pi), span=1e-5)

# Powers that overflow.
case("x/(1+abs(x)^3)^(1/3)", [(-oo, 0, x / (1 - x**3)**q(1, 3)), (0, oo, x / (1 + x**3)**q(1, 3))], left=level(-1), right=level(1),
     left_slope="0", right_slope="0", parity="odd", l2="inf", span=1e6, kinks=[(0, 4)], smooth=3)
case("x^2/(1+x^2)", x**2 / (1 + x**2), left=level(1), right=level(1), left_slope="0", right_slope="0", parity="even", l2="inf", span=1e6)
case("log(1+x^2)", log(1 + x**2), left=UP, right=UP, left_slope="0", right_slope="0", parity="even", l2="inf", span=1e6)
case("x^10", x**10, parity="even", **power)
case("(1+x^20)^(1/20)", (1 + x**20)**q(1, 20), left=("inf", "-1", "0"), right=LINE, left_slope="-1", right_slope="1", parity="even", l2="inf",
     span=1e3)
case("x^3", x**3, left=DOWN, right=UP, left_slope="inf", right_slope="inf", parity="odd", l2="inf", span=1e6)

# The catalogue with unusual parameters.
case("gelu", x * Phi, symmetric=True, **relu_like())
case("silu", x * sigmoid, symmetric=True, **relu_like())
case("mish", x * (exp(2 * x) + 2 * exp(x)) / (exp(2 * x) + 2 * exp(x) + 2), **relu_like())
case("elu:alpha=1.5", [(-oo, 0, q(3, 2) * (exp(x) - 1)), (0, oo, x)], left=level(-1.5), right=LINE, left_slope="0", right_slope="1",
     kinks=[(0, 1)], smooth=0, l2="inf")
case("celu:alpha=-0.5", [(-oo, 0, -(exp(-2 * x) - 1) / 2), (0, oo, x)], left=DOWN, right=LINE, left_slope="inf", right_slope="1", kinks=[(0, 2)],
     smooth=1, l2="inf", beyond=2000)
case("leaky_relu:negative_slope=-0.5", [(-oo, 0, -x / 2), (0, oo, x)], left=("inf", "-0.5", "0"), right=LINE, left_slope="-0.5", right_slope="1",
     kinks=[(0, 1)], smooth=0, l2="inf")
case("swish:beta=0.1", x / (1 + exp(-x / 10)), symmetric=True, **relu_like(span=1000, l2_reach=2000, splits=[-400,-200,-100,100,200,400]))
case("softplus:beta=20", Log1p(exp(20 * x)) / 20, symmetric=None, **relu_like(span=6, splits=[k / 20 for k in range(-60, 61)]))
case("squareplus:b=0.01", (x + sqrt(x**2 + q(1, 100))) / 2, symmetric=None,
     **relu_like(span=1e6, l2=sqrt(q(1, 3000))))
case("gennorm:beta=8", [(-oo, 0, x * S.uppergamma(q(1, 8), (-x)**8) / S.gamma(q(1, 8)) / 2),
                        (0, oo, x * (1 - S.uppergamma(q(1, 8), x**8) / S.gamma(q(1, 8)) / 2))], at={0: 0}, symmetric=True,
     **relu_like(span=3.5, beyond=30))
case("tanh", S.tanh(x), left=level(-1), right=level(1), left_slope="0", right_slope="0", parity="odd", l2="inf")
case("tanhshrink", x - S.tanh(x), left=("-inf", "1", "1"), right=("inf", "1", "-1"), left_slope="1", right_slope="1", parity="odd", l2="inf")
case("logsigmoid", -Log1p(exp(-x)), left=("-inf", "1", "0"), right=FLAT, left_slope="1", right_slope="0", l2="inf")
case("softsign", [(-oo, 0, x / (1 - x)), (0, oo, x / (1 + x))], left=level(-1), right=level(1), left_slope="0", right_slope="0", parity="odd",
     l2="inf", span=1e6, kinks=[(0, 2)], smooth=1)
case("selu", [(-oo, 0, S.Rational("1.0507009873554805") * S.Rational("1.6732632423543772") * (exp(x) - 1)), (0, oo, S.Rational("1.0507009873554805") * x)],
     left=level("-1.7580993408473766"), right=("inf", "1.0507009873554805", "0"), left_slope="0", right_slope="1.0507009873554805", kinks=[(0, 1)], smooth=0,
     l2="inf")
case("relu", [(-oo, 0, S.Integer(0)), (0, oo, x)], kinks=[(0, 1)], smooth=0, symmetric=True, **relu_like())
case("gelu(x)-x", -x * Normal(-x), left=("inf", "-1", "0"), right=FLAT, left_slope="-1", right_slope="0", l2="inf")
case("cos(x)", S.cos(x), left_slope=["-1", "1"], right_slope=["-1", "1"], parity="even",
     moments=dict(mean=exp(q(-1, 2)), second=(1 + exp(-2)) / 2, slope=(1 - exp(-2)) / 2, growth=-exp(-2)), **wave)

# Gates and densities.
case("gate: (1+tanh(x))/2", x / (1 + exp(-2 * x)), symmetric=True, **relu_like())
case("gate: 1/(1+x^2)", x / (1 + x**2), left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="odd", l2="inf", span=1e6)
case("gate: heaviside(x-1)", [(-oo, 1, S.Integer(0)), (1, oo, x)], at={1: 0.5}, kinks=[(1, 0)], smooth=-1, **relu_like(l2=sqrt(q(1, 3))))
case("density: exp(-abs(x))", [(-oo, 0, x * exp(x) / 2), (0, oo, x - x * exp(-x) / 2)], kinks=[(0, 3)], smooth=2, symmetric=True,
     **relu_like())
case("density: max(0, 1-abs(x))", [(-oo, -1, S.Integer(0)), (-1, 0, x * (1 + x)**2 / 2), (0, 1, x * (1 - (1 - x)**2 / 2)), (1, oo, x)],
     kinks=[(-1, 2), (0, 3), (1, 2)], smooth=1, symmetric=True, **relu_like())
case("density: 1/(1+x^2)", x * (S.atan(x) / pi + q(1, 2)), left=level(-1 / 3.141592653589793), right=("inf", "1", str(-1 / 3.141592653589793)),
     left_slope="0", right_slope="1", symmetric=True, l2="inf", span=1e6)

# More of each kind: triple and paired poles, jumps with a value of their own, moving exponents, waves that crowd, fade and grow.
case("1/(x-1)^3", [(-oo, 1, (x - 1)**-3), (1, oo, (x - 1)**-3)], poles=[(1, 3, "-inf", "inf")], left=FLAT, right=FLAT, left_slope="0",
     right_slope="0", moments=undefined, l2="inf", span=1e6)
case("x/(x^2-4)", [(-oo, -2, x / (x**2 - 4)), (-2, 2, x / (x**2 - 4)), (2, oo, x / (x**2 - 4))],
     poles=[(-2, 1, "-inf", "inf"), (2, 1, "-inf", "inf")], left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="odd",
     moments=undefined, l2="inf", span=1e6)
case("1/(1+exp(1/x))", [(-oo, 0, 1 / (1 + exp(1 / x))), (0, oo, exp(-1 / x) / (1 + exp(-1 / x)))], at={0: 0.5}, left=level("0.5"), right=level("0.5"),
     left_slope="0", right_slope="0", kinks=[(0, 0)], smooth=-1, l2="inf", depth=2, span=1e6, moments=dict(mean=q(1, 2)), origin=[None, None, None])
case("sign(x)*exp(-abs(x))", [(-oo, 0, -exp(x)), (0, oo, exp(-x))], at={0: 0}, left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     kinks=[(0, 0)], smooth=-1, parity="odd", l2="inf")
case("tanh(x)^3", S.tanh(x)**3, left=level(-1), right=level(1), left_slope="0", right_slope="0", parity="odd", l2="inf")
case("max(-1, min(1, x^3))", [(-oo, -1, S.Integer(-1)), (-1, 1, x**3), (1, oo, S.Integer(1))], left=level(-1), right=level(1), left_slope="0",
     right_slope="0", kinks=[(-1, 1), (1, 1)], smooth=0, parity="odd", l2="inf")
case("x^2*sin(1/x)", [(-oo, 0, x**2 * S.sin(1 / x)), (0, oo, x**2 * S.sin(1 / x))], at={0: 0}, left=("-inf", "1", "0"), right=LINE,
     left_slope="1", right_slope="1", parity="odd", l2="inf", depth=1.5, valid=[("-inf", -0.1), (0.1, "inf")], smooth=0, kinks=[(0, 1)],
     moments=dict(mean="skip", second="skip", slope="skip", flat="skip"), origin=["0", None, None], crowd=lambda t: t * t)
case("log(x^2-1)", [(-oo, -1, log(x**2 - 1)), (1, oo, log(x**2 - 1))], domain=[("-inf", -1), (1, "inf")],
     poles=[(-1, None, "-inf", None), (1, None, None, "-inf")], left=UP, right=UP, left_slope="0", right_slope="0", parity="even", span=1e6, **edge)
case("1/sqrt(1-x^2)", [(-1, 1, 1 / sqrt(1 - x**2))], domain=[(-1, 1)], poles=[(-1, "1/2", None, "inf"), (1, "1/2", "inf", None)], parity="even",
     **edge)
case("x^x", [(0, oo, exp(x * log(x)))], domain=[(0, "inf")], right=UP, right_slope="inf", span=100, slopes=["-inf"], origin=["1", "-inf", None],
     at={0: 1}, **edge)
case("x*exp(-x^2)", x * exp(-x**2), left=FLAT, right=FLAT, left_slope="0", right_slope="0", parity="odd", l2="inf", span=25, beyond=100)
case("atan(x)/x", [(-oo, 0, S.atan(x) / x), (0, oo, S.atan(x) / x)], at={0: 1}, left=FLAT, right=FLAT, left_slope="0", right_slope="0",
     parity="even", l2="inf", span=1e6, origin=["1", "0", q(-2, 3)], digits=60, strip=1e-10)
case("cos(x)*exp(-x/10)", S.cos(x) * exp(-x / 10), left=NONE + (("-inf", "inf"),), right=FLAT, left_slope=["-inf", "inf"], right_slope="0",
     waves=True, l2="inf", envelope=lambda t: mp.exp(-t / 10))
case("ceil(x)-x", [(k, k + 1, k + 1 - x) for k in range(-41, 41)], waves=True, at={k: 0.5 for k in range(-40, 41)}, left=NONE + (("0", "1"),),
     right=NONE + (("0", "1"),), left_slope="-1", right_slope="-1", kinks=[(k, 0) for k in range(-40, 41)], smooth=-1, l2="inf",
     moments=dict(flat=0), outside=lambda t: mp.ceil(t) - t if mp.ceil(t) != t else mpf("0.5"))
case("where(x<0, x*exp(x), log(1+x))", [(-oo, 0, x * exp(x)), (0, oo, log(1 + x))], left=FLAT, right=UP, left_slope="0", right_slope="0",
     kinks=[(0, 2)], smooth=1, l2="inf", span=1e6)
