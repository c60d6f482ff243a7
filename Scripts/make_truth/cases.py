"""Three hundred curves in windows: what is drawn, what it is by its published formula, and where it may break.

A case names the function as the command line does, and its formula for mpmath. `breaks` are the x where it may have a
pole, a jump, an edge or a corner; what happens there is found out in many digits. `hints` are x where something small
is to be seen.
"""
import math
import random
from dataclasses import dataclass, field


@dataclass
class Case:
    """A curve in a window."""

    kind: str
    function: str
    formula: str
    quantity: str
    x: tuple
    y: tuple
    x_scale: str = "linear"
    y_scale: str = "linear"
    breaks: list = field(default_factory=list)
    hints: list = field(default_factory=list)
    # Whether it may oscillate faster than pixels.
    wave: bool = False


# Function of the catalogue: its published formula, the ranges of its parameters, and where it may break.
CATALOGUE = {
    "gelu": ("x*Phi(x/{sigma})", {"sigma": (0.05, 4)}, []),
    "gelu_tanh": ("x/2*(1 + tanh(0.7978845608028654*(x + 0.044715*x^3)))", {}, []),
    "swish": ("x*sigmoid({beta}*x)", {"beta": (0.2, 40)}, []),
    "mish": ("x*tanh(softplus({alpha}*x))", {"alpha": (0.3, 12)}, []),
    "serf": ("x*erf(softplus(x))", {}, []),
    "tanhexp": ("x*tanh(exp(x))", {}, []),
    "golu": ("x*exp(-exp(-x))", {}, []),
    "phish": ("x*tanh(x*Phi(x))", {}, []),
    "aglu": ("x*({lambda}*exp(-{kappa}*x) + 1)^(-1/{lambda})", {"kappa": (0.3, 9), "lambda": (0.2, 6)}, []),
    "logish": ("x*log(1 + sigmoid(x))", {}, []),
    "smish": ("x*tanh(log(1 + sigmoid(x)))", {}, []),
    "lisht": ("x*tanh(x)", {}, []),
    "softplus": ("softplus({beta}*x)/{beta}", {"beta": (0.3, 30)}, []),
    "sigmoid": ("sigmoid(x)", {}, []),
    "logsigmoid": ("-softplus(-x)", {}, []),
    "tanh": ("tanh(x)", {}, []),
    "tanhshrink": ("x - tanh(x)", {}, []),
    "softsign": ("x/(1 + abs(x))", {}, [0]),
    "arctan": ("atan(x)", {}, []),
    "squareplus": ("(x + sqrt(x^2 + {b}))/2", {"b": (0.001, 9)}, []),
    "relu": ("max(x, 0)", {}, [0]),
    "leaky_relu": ("where(x > 0, x, {negative_slope}*x)", {"negative_slope": (0.01, 0.9)}, [0]),
    "relu6": ("clip(x, 0, 6)", {}, [0, 6]),
    "hardtanh": ("clip(x, -1, 1)", {}, [-1, 1]),
    "hardsigmoid": ("clip((x + 3)/6, 0, 1)", {}, [-3, 3]),
    "hardswish": ("x*clip((x + 3)/6, 0, 1)", {}, [-3, 3]),
    "hard_mish": ("x*clip(x + 2, 0, 2)/2", {}, [-2, 0]),
    "elu": ("where(x > 0, x, {alpha}*expm1(x))", {"alpha": (0.2, 5)}, [0]),
    "celu": ("where(x > 0, x, {alpha}*expm1(x/{alpha}))", {"alpha": (0.05, 5)}, [0]),
    "selu": ("1.0507009873554805*where(x > 0, x, 1.6732632423543772*expm1(x))", {}, [0]),
    "relu2": ("max(x, 0)^2", {}, [0]),
    "hardshrink": ("where(abs(x) > {lambda}, x, 0)", {"lambda": (0.05, 2)}, ["-{lambda}", "{lambda}"]),
    "softshrink": ("sign(x)*max(abs(x) - {lambda}, 0)", {"lambda": (0.05, 2)}, [0, "-{lambda}", "{lambda}"]),
    "threshold": ("where(x > {threshold}, x, {value})", {"threshold": (-2, 2), "value": (-2, 2)}, ["{threshold}"]),
    "smelu": ("where(x < -{beta}, 0, where(x <= {beta}, (x + {beta})^2/(4*{beta}), x))", {"beta": (0.05, 4)},
              ["-{beta}", "{beta}"]),
    "elish": ("sigmoid(x)*where(x >= 0, x, expm1(x))", {}, [0]),
    "hard_elish": ("clip((x + 1)/2, 0, 1)*where(x >= 0, x, expm1(x))", {}, [-1, 0, 1]),
    "isru": ("x/sqrt(1 + {alpha}*x^2)", {"alpha": (0.1, 90)}, []),
    "isrlu": ("where(x >= 0, x, x/sqrt(1 + {alpha}*x^2))", {"alpha": (0.1, 90)}, [0]),
    "sqrtsoftplus": ("sqrt(softplus(x))", {}, []),
    "dsilu": ("sigmoid(x)*(1 + x*(1 - sigmoid(x)))", {}, []),
    "gaussian": ("exp(-x^2)", {}, []),
    "bent_identity": ("(sqrt(x^2 + 1) - 1)/2 + x", {}, []),
    "exponential": ("exp(x)", {}, []),
    "snake": ("x + sin({a}*x)^2/{a}", {"a": (0.5, 9)}, []),
    "gcu": ("x*cos(x)", {}, []),
    "sinc": ("sin(x)/x", {}, [0]),
    "sine": ("sin({omega}*x)", {"omega": (0.5, 20)}, []),
    "form2": ("x/2*(1 + {alpha}*x/sqrt(1 + {alpha}^2*x^2))", {"alpha": (0.2, 20)}, []),
    "form5": ("x*(1/2 + atan(x/{gamma})/pi)", {"gamma": (0.05, 4)}, []),
    "smu1": ("((1 + {a})*x + sqrt((1 - {a})^2*x^2 + {mu}^2))/2", {"a": (0, 0.6), "mu": (0.01, 3)}, []),
    "xielu": ("where(x > 0, {alpha_p}*x^2 + {beta}*x, {alpha_n}*(expm1(x) - x) + {beta}*x)",
              {"alpha_p": (0.1, 2), "alpha_n": (0.1, 2), "beta": (0, 1)}, [0]),
    "heaviside": ("heaviside(x)", {}, [0]),
}


def short(value, digits=3):
    """A number as it is typed."""
    return float(f"{value:.{digits}g}")


def text(value):
    return repr(value) if value >= 0 else f"(0 - {repr(-value)})"


def draw(rng, low, high):
    """A number from a range; of a wide one all sizes are as likely."""
    if low > 0 and high / low > 20:
        return short(math.exp(rng.uniform(math.log(low), math.log(high))))
    return short(rng.uniform(low, high))


def typed(value):
    """A number as a formula may hold it."""
    return repr(value)


def window(rng, centre=0.0, least=0.2, most=60):
    """A domain that holds a centre, of a size from `least` to `most`."""
    width = math.exp(rng.uniform(math.log(least), math.log(most)))
    share = rng.uniform(0.1, 0.9)
    low = short(centre - width * share, 4)
    high = short(centre + width * (1 - share), 4)
    return (low, high) if low < high else (low, low + width)


def catalogue(rng, count):
    names = list(CATALOGUE)
    rng.shuffle(names)
    for index in range(count):
        name = names[index % len(names)]
        formula, ranges, breaks = CATALOGUE[name]
        values = {key: draw(rng, *span) for key, span in ranges.items()}
        quantity = rng.choice(["f", "f", "df", "d2f"])
        # A jump of the slope at an end of the series is f's business alone.
        if name in ("heaviside",):
            quantity = "f"
        filled = {key: text(value) for key, value in values.items()}
        reference = name + (":" + ",".join(f"{k}={v!r}" for k, v in values.items()) if values else "")
        places = [float(b) if not isinstance(b, str) else
                  (-1 if b[0] == "-" else 1) * values[b.strip("-{}")] for b in breaks]
        case = Case("catalogue", reference, formula.format(**filled), quantity, window(rng), None,
                    breaks=places, hints=[0.0])
        if index % 9 == 4:
            case.y_scale = rng.choice(["symlog", "symlog", "log"])
        if index % 11 == 5:
            case.x_scale = "symlog"
        if index % 13 == 7:
            case.x = (draw(rng, 1e-6, 0.1), draw(rng, 5, 500))
            case.x_scale = "log"
        if name in ("relu2", "exponential") and case.x[1] > 30:
            case.x = (case.x[0], 30.0) if case.x[0] < 30 else (1.0, 30.0)
        yield case


def multiples(step, offset, x, most=4000):
    """offset + k·step within a window."""
    first = math.ceil((x[0] - offset) / step)
    last = math.floor((x[1] - offset) / step)
    return [offset + k * step for k in range(first, min(last, first + most) + 1)]


def poles(rng, count):
    makers = []

    def add(function):
        makers.append(function)
        return function

    @add
    def reciprocal():
        a, n, c = short(rng.uniform(-3, 3)), rng.choice([1, 2, 3]), draw(rng, 0.01, 5)
        return f"{c}/(x - {text(a)})^{n}", [a], window(rng, a)

    @add
    def tangent():
        a = draw(rng, 0.3, 4)
        x = window(rng, 0, 1, 40)
        return f"tan({a}*x)", multiples(math.pi / a, math.pi / 2 / a, x), x

    @add
    def logarithm():
        a = short(rng.uniform(-2, 2))
        return f"log(x - {text(a)})", [a], window(rng, a)

    @add
    def modulus():
        a = short(rng.uniform(-2, 2))
        return f"log(abs(x - {text(a)}))", [a], window(rng, a)

    @add
    def two():
        a = draw(rng, 0.5, 3)
        return f"x/(x^2 - {a}^2)", [-a, a], window(rng, 0, 3, 30)

    @add
    def secant():
        x = window(rng, 0, 2, 25)
        return "1/cos(x)", multiples(math.pi, math.pi / 2, x), x

    @add
    def bose():
        a = draw(rng, 0.2, 6)
        return f"1/(exp({a}*x) - 1)", [0.0], window(rng)

    @add
    def root():
        return "1/sqrt(abs(x))", [0.0], window(rng)

    @add
    def edge():
        a = draw(rng, 0.5, 3)
        return f"sqrt({a} - x)", [a], window(rng, a)

    @add
    def both():
        a = draw(rng, 0.5, 3)
        return f"sqrt({a}^2 - x^2)", [-a, a], window(rng, 0, 3 * a, 9 * a)

    @add
    def area():
        return "atanh(x)", [-1.0, 1.0], window(rng, 0, 1, 6)

    @add
    def faculty():
        x = window(rng, 0, 2, 9)
        return "gamma(x)", [k for k in range(math.floor(x[0]), 1)], x

    @add
    def essential():
        return "exp(1/x)", [0.0], window(rng, 0, 0.5, 20)

    @add
    def hidden():
        # A pole that is narrower than a pixel.
        a, w = short(rng.uniform(-2, 2)), rng.choice([1e-3, 1e-5, 1e-8])
        return f"x/2 + {w}/(x - {text(a)})", [a], window(rng, a, 2, 9)

    @add
    def twoSided():
        a = short(rng.uniform(-1, 1))
        return f"atan(1/(x - {text(a)}))", [a], window(rng, a)

    for index in range(count):
        formula, breaks, x = makers[index % len(makers)]()
        case = Case("pole", formula, formula, "f", x, None, breaks=breaks, hints=breaks[:6])
        if index % 7 == 3:
            case.y_scale = "symlog"
        if index % 10 == 6:
            case.x_scale = "symlog"
        if index % 6 == 2 and index // len(makers) == 1:
            case.quantity = "df"
        yield case


def steps(rng, count):
    for index in range(count):
        a, b = short(rng.uniform(-2, 2)), draw(rng, 0.3, 3)
        edge = short(a + b, 6)
        w = rng.choice([1e-2, 1e-4, 1e-6, 1e-9])
        choices = [
            (f"sign(x - {text(a)})*{b}", [a]),
            (f"where(x < {text(a)}, x, x^2 + {b})", [a]),
            (f"where(x < {text(a)}, sin(3*x), where(x < {text(edge)}, 1, cos(x)))", [a, edge]),
            (f"x + heaviside(x - {text(a)}) - 2*heaviside(x - {text(edge)})", [a, edge]),
            (f"tanh((x - {text(a)})/{w})", []),
            (f"sigmoid((x - {text(a)})/{w}) + x/4", []),
            (f"atan((x - {text(a)})/{w})", []),
            (f"where(abs(x - {text(a)}) < {w}, 1, 0)", [a - w, a + w]),
            (f"erf((x - {text(a)})/{w})*x", []),
            (f"where(x > {text(a)}, sqrt(x - {text(a)}), 0 - {b})", [a]),
            (f"sign(sin(x))*{b}", None),
            (f"exp(x)*heaviside(x - {text(a)})", [a]),
        ]
        formula, breaks = choices[index % len(choices)]
        x = window(rng, a, 1, 30)
        if breaks is None:
            breaks = multiples(math.pi, 0, x)
        case = Case("step", formula, formula, "f", x, None, breaks=breaks, hints=[a])
        if index % 8 == 5:
            case.y_scale = "symlog"
        yield case


def spikes(rng, count):
    for index in range(count):
        a = short(rng.uniform(-2, 2))
        w = rng.choice([0.3, 1e-2, 1e-3, 1e-4, 1e-6])
        choices = [
            (f"exp(-((x - {text(a)})/{w})^2)", []),
            (f"1/(1 + ((x - {text(a)})/{w})^2)", []),
            (f"exp(-abs(x - {text(a)})/{w})", [a]),
            (f"sqrt(abs(x - {text(a)}))", [a]),
            (f"x + {w}/(abs(x - {text(a)}) + {w})", [a]),
            (f"log((x - {text(a)})^2 + {w}^2)", []),
            (f"abs(x - {text(a)})^0.3", [a]),
            (f"x^2 + exp(-((x - {text(a)})/{w})^2)", []),
            (f"gelu(x/{w})", [0]),
            (f"max(0, 1 - abs(x - {text(a)})/{w})", [a - w, a, a + w]),
        ]
        formula, breaks = choices[index % len(choices)]
        true = formula.replace(f"gelu(x/{w})", f"(x/{w})*Phi(x/{w})")
        case = Case("spike", formula, true, "f", window(rng, a, 1, 20), None, breaks=breaks, hints=[a])
        if index % 6 == 4:
            case.y_scale = rng.choice(["log", "symlog"])
        yield case


def waves(rng, count):
    for index in range(count):
        x = window(rng, 0, 2, 20)
        # How many pixels a period takes.
        period = [0.02, 0.3, 0.9, 1.7, 2.5, 4, 6, 9, 15, 40][index % 10]
        k = short(2 * math.pi * 1600 / (x[1] - x[0]) / period, 5)
        choices = [
            f"sin({k}*x)", f"x*cos({k}*x)", f"exp(-x^2/9)*sin({k}*x)", f"sin({k}*x) + 0.2*x",
            f"sin({k}*x)*sin({short(k / 37, 4)}*x)", f"abs(sin({k}*x))", f"x^2/9 + 0.05*sin({k}*x)",
        ]
        formula = choices[index % len(choices)]
        breaks = []
        hints = [short(rng.uniform(*x), 5)]
        if index % 10 == 3:
            formula, x, breaks = "sin(1/x)", window(rng, 0, 0.1, 4), [0.0]
        if index % 10 == 6:
            formula, x = "sin(x^2)", window(rng, 0, 20, 200)
        if index % 10 == 8:
            formula, x, breaks = "x*sin(1/x)", window(rng, 0, 0.1, 3), [0.0]
        if index % 20 == 9:
            formula, x = "sin(exp(x))", window(rng, 3, 5, 14)
        if formula.startswith("abs"):
            breaks = multiples(math.pi / k, 0, x)
        yield Case("wave", formula, formula, "f", x, None, breaks=breaks, hints=hints, wave=True)


def towers(rng, count):
    fixed = [
        ("exp(exp(x))", (-5, 10), (0, 20), "linear", "linear", []),
        ("exp(x)", (-5, 12), (0, 10), "linear", "linear", []),
        ("exp(x)", (-5, 50), (0, 10), "linear", "linear", []),
        ("exp(x^2)", (-5, 5), (0, 10), "linear", "linear", []),
        ("exp(exp(x))", (-4, 6), (1e-3, 1e100), "linear", "log", []),
        ("x^x", (0, 3), (0, 10), "linear", "linear", [0]),
        ("x^x", (1e-6, 100), (0.1, 1e6), "log", "log", []),
        ("exp(-exp(x))", (-30, 8), (-0.2, 1.2), "linear", "linear", []),
        ("tanh(x)", (-1e300, 1e300), (-1.5, 1.5), "linear", "linear", []),
        ("x/(1 + abs(x))", (-1e308, 1e308), (-1.5, 1.5), "linear", "linear", [0]),
        ("x^2", (-1e-300, 1e-300), (-1e-300, 1e-300), "linear", "linear", []),
        ("sin(x)", (-1e-310, 1e-310), (-1e-310, 1e-310), "linear", "linear", []),
        ("x^3", (-1e100, 1e100), (-1e300, 1e300), "linear", "linear", []),
        ("1/x", (-1e308, 1e308), (-1e-308, 1e-308), "linear", "linear", [0]),
        ("1/x", (-1e-300, 1e-300), (-1e301, 1e301), "linear", "linear", [0]),
        ("log(x)", (1e-300, 1e300), (-800, 800), "log", "linear", []),
        ("exp(-x^2)", (-30, 30), (1e-300, 10), "linear", "log", []),
        ("x^10", (1e-20, 1e20), (1e-200, 1e200), "log", "log", []),
        ("x^2/(1 + x^2)", (1e-8, 1e8), (1e-16, 10), "log", "log", []),
        ("x^5", (-1e6, 1e6), (-1e30, 1e30), "symlog", "symlog", []),
        ("exp(x) - exp(-x)", (-100, 100), (-1e40, 1e40), "linear", "symlog", []),
        ("1e9 + 1e-3*sin(x)", (-5, 5), (999999999.998, 1000000000.002), "linear", "linear", []),
        ("(x - 1000000)^2", (999995, 1000005), (-1, 20), "linear", "linear", []),
        ("x - 1e-3*x^3", (-40, 40), (-15, 15), "linear", "linear", []),
        ("-x^2", (-3, 3), (1e-3, 10), "linear", "log", []),
        ("exp(50*x)", (-1, 1), (0, 3), "linear", "linear", []),
        ("x^0.01", (1e-30, 1), (0, 1.1), "log", "linear", []),
        ("x^99", (-1.5, 1.5), (-2, 2), "linear", "linear", []),
        ("log(log(x))", (0, 30), (-3, 3), "linear", "linear", [1]),
        ("sqrt(x)", (0, 1e-12), (0, 1e-6), "linear", "linear", [0]),
    ]
    for formula, x, y, x_scale, y_scale, breaks in fixed[:count]:
        hints = [h for h in (0.0, 1.0) if x[0] < h < x[1]]
        yield Case("tower", formula, formula, "f", x, y, x_scale, y_scale, list(map(float, breaks)), hints)


def kinks(rng, count):
    for index in range(count):
        a, b = short(rng.uniform(-2, 2)), draw(rng, 0.3, 3)
        choices = [
            (f"abs(x - {text(a)})", [a]), (f"abs(x^2 - {b})", [-math.sqrt(b), math.sqrt(b)]),
            ("abs(sin(x))", None), (f"max(x, {b} - x, {a})", [a, b - a, b / 2]),
            (f"min(x^2, {b})", [-math.sqrt(b), math.sqrt(b)]),
            (f"cbrt(x - {text(a)})", [a]), ("max(sin(x), cos(x))", None),
            (f"clip(x, {-b}, {b})*x", [-b, b]), (f"sqrt(x^2 + {1e-6})", []),
            (f"abs(abs(x) - {b})", [-b, 0, b]), (f"max(0, x - {text(a)})^1.5", [a]),
            ("acos(cos(x))", None), (f"abs(x)^{b}", [0]),
        ]
        formula, breaks = choices[index % len(choices)]
        formula = formula.replace(f"max(x, {b} - x, {a})", f"max(x, max({b} - x, {text(a)}))")
        x = window(rng, a, 1, 30)
        if breaks is None:
            breaks = multiples(math.pi / 4, 0, x)
        yield Case(
            "kink", formula, formula, rng.choice(["f", "f", "df"]) if "acos" not in formula else "f", x,
            None, breaks=breaks, hints=breaks[:4] or [0.0])


def all_cases():
    """The three hundred, always the same."""
    rng = random.Random(20261126)
    cases = [
        *catalogue(rng, 104), *poles(rng, 45), *steps(rng, 36), *spikes(rng, 30), *waves(rng, 30), *towers(rng, 30),
        *kinks(rng, 25),
    ]
    assert len(cases) == 300
    return cases
