"""Numbers, texts, formulas and files that are not quite right, for Scripts/fault-campaign."""
import struct

NUMBERS = ["0", "-0", "1", "-1", "0.5", "2", "3", "5e-324", "-5e-324", "1e-310", "1e-308", "2.2250738585072014e-308",
           "1e-300", "1e-17", "1e-9", "1e9", "1e15", "9007199254740993", "1e17", "1e154", "1e300", "1.7e308",
           "1.7976931348623157e308", "-1.7976931348623157e308", "1e309", "inf", "-inf", "nan", "0x1p-1074", "0x1p1023",
           "", "-", "1e", "1,2", "1:2", "0x", "٣", "1_000", " 1", "1.0000000000000002", "0.9999999999999999"]
NASTY = ["\x1b[31m", "\x07", "\n", "\r", "\t", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\x7f", "\x9b31m", "'",
         '"', "\\", "$", "$\\frac{", "}", "{", "&", "<", ">", "]]>", "--", "-", "=", ":", ",", ";", "#", "é", "e\u0301",
         "😀", "\U000e0001", "字", "א", "%s", "%n", "\u2028", "\u200d", "(" * 300, "A" * 5000, "..", "/"]
FUNCTIONS = ["gelu", "relu", "swish", "gennorm", "gennorm:beta=inf", "gennorm:beta=0.1", "form5", "sine", "tanh",
             "threshold", "selu", "xielu", "torch:gelu", "hardshrink", "softplus", "exponential", "rational", "aglu"]
ENDS = ["0:5e-324", "-5e-324:0", "-5e-324:5e-324", "0:1e-310", "0:1e-308", "1:1.0000000000000002", "-1e300:1e300",
        "1e308:1.7e308", "-1.7976931348623157e308:1.7976931348623157e308", "-5:5", "0.001:1000", "5e-324:1e308",
        "1e-300:1e-299", "-1e-310:1e308", "999999999999:1000000000000", "-100:-99.99999999999999"]


def shown(text):
    """A text with what a terminal cannot show as Python writes it."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def number(random):
    if random.random() < 0.6:
        return random.choice(NUMBERS)
    bits = random.getrandbits(64)
    return repr(struct.unpack("<d", struct.pack("<Q", bits))[0])


def ends(random):
    if random.random() < 0.5:
        return random.choice(ENDS)
    return f"{number(random)}:{number(random)}"


def over(random):
    return random.choice(["beta=0.1:8", "alpha=1:2", "a=0:1", "beta=" + ends(random), "beta", "=", "beta=1:1"])


def function(random):
    if random.random() < 0.3:
        return formula(random)
    name = random.choice(FUNCTIONS)
    if random.random() < 0.3 and ":" not in name:
        name += ":" + random.choice(["alpha", "beta", "sigma", "gamma", "a", ""]) + "=" + number(random)
    return name


CHOICES = {
    "show": ["f", "f,df", "f,df,d2f", "gate", "density,gate", "f,f", "g", ""],
    "x-scale": ["linear", "log", "symlog", "symlog:1e-300", "symlog:0", "cube"],
    "y-scale": ["linear", "log", "symlog", "symlog:1e300", "logit"],
    "size": ["1x1", "2x2", "40x30", "400x300", "1x4000", "4000x1", "85mmx60mm", "1e9x1e9", "0x0", "-1x5", "column",
             "nanxnan", "16384x16", "200x200"],
    "dpi": ["1", "96", "300", "1e9", "0", "nan", "2400"],
    "samples": ["2", "3", "1001", "1000000", "1", "0", "-5", "99999999999999999999", "1e3"],
    "theme": ["light", "dark", "print", "both", "auto", "none"], "facet": ["alpha", "beta", "function", "quantity", "x"],
    "label": ["legend", "direct", "none", "?"], "columns": ["1", "3", "0", "1000"],
    "mark": ["minimum", "minimum,maximum,zero,inflection,kink", "all", ""], "band": ["1,2", "gelu,relu", "1,1", "9,9"],
    "by": ["product", "integral", "?"], "format": ["svg", "png", "pdf", "csv", "json", "npy", "markdown", "text", "?"],
    "measures": ["text", "csv", "json", "markdown", "?"], "dtype": ["f64", "f32", "f16", "bf16", "f8"],
    "reference": FUNCTIONS, "to": FUNCTIONS, "quantity": ["f", "df", "gate", "?"],
    "norm": ["supremum", "l2", "gaussian", "?"], "framework": ["torch", "jax", "keras", "?"],
    "save": ["a.yaml", "a.svg", "-", "no/a.yaml"], "font": ["DejaVu Sans", "Nope", ""],
    "legend": ["right", "below", "inside", "top-left", "bottom", "none", "?"], "grid": ["on", "off", "?"],
    "palette": ["categorical", "ordered", "red,#123", "red", "?"], "aspect": ["equal", "fill", "?"],
    "gray": FUNCTIONS, "text-size": ["9", "1", "0.001", "1e9", "nan"], "x-label": ["", "$x$", "a"], "y-label": ["", "$y$", "a"],
    "points": ["runs.csv", "runs.csv:step,loss,sd", "runs.csv:1,3", "runs.csv:step,nope", "runs.csv:", "runs.csv:1,1,1",
               "pairs.csv", "pairs.ndjson", "pairs.npy", "points.txt", "no.csv", "-", ":1", "."],
    "param": ["a=1", "a=1,2", "b=1", "a=", "=", "a=1,"],
}
FLAGS = ["transparent", "svg-text", "free-x", "free-y", "gray-reference", "quiet", "all", "bits"]


def value(random, option):
    if option in FLAGS:
        return None
    if option in ("title", "name"):
        return text(random, random.choice(["", "a", "$x^2$", "$\\frac{a}{b}$", "title"])).replace("\0", "")
    if option in ("x-range", "y-range"):
        return ends(random)
    if option == "over":
        return over(random)
    if option == "note":
        return f"{number(random)},{number(random)}: " + text(random, random.choice(["", "here", "$x^2$"])).replace("\0", "")
    if option == "line":
        return f"{random.choice('xyz')}={number(random)}" + random.choice(["", ": a limit"])
    if option == "zone":
        return random.choice(["", "y="]) + ends(random) + random.choice(["", ": a part"])
    if option in ("x-ticks", "y-ticks") and random.random() < 0.7:
        return random.choice(["pi", "none", f"{number(random)},pi/2,-3pi,{number(random)}"])
    if option in ("color", "width", "dash") and random.random() < 0.7:
        one = random.choice({"color": ["red", "#123", "#abcdef"], "width": ["1", "0.01", "1e9"], "dash": ["dot", "dash"]}[option])
        return random.choice([one, "gelu=" + one, f"{one},{one},,{one}"])
    if option in CHOICES and random.random() < 0.9:
        return random.choice(CHOICES[option])
    return random.choice([number(random), f"{number(random)},{number(random)}", random.choice(NASTY)])


CALLS = ["exp", "log", "sin", "cos", "tan", "tanh", "atan", "sqrt", "abs", "erf", "erfc", "lgamma", "sigmoid", "softplus",
         "log1p", "expm1", "sinh", "cosh", "asinh", "atanh", "gelu", "relu", "gennorm", "mish", "sign", "gamma"]


def formula(random):
    """A formula: small, deep, long, or of many kinks."""
    shape = random.random()
    if shape < 0.05:
        return "(" * random.choice([50, 500]) + "x" + ")" * random.choice([50, 500])
    if shape < 0.1:
        return random.choice(["+", "*", "-", "/", "^"]).join([term(random, 0)] * random.choice([50, 500, 2000]))
    if shape < 0.2:
        nested = "x"
        for _ in range(random.choice([5, 30, 200])):
            nested = f"{random.choice(CALLS)}({nested})"
        return nested
    if shape < 0.3:
        return "+".join(f"abs(x-{index / 10})" for index in range(random.choice([10, 100, 400])))
    return term(random, random.choice([1, 2, 3, 4]))


def term(random, depth):
    if depth == 0:
        return random.choice(["x", "x", "x", "a", "pi", "2", "0.5", number(random) or "1"])
    kind = random.random()
    one = term(random, depth - 1)
    if kind < 0.4:
        return f"{random.choice(CALLS)}({one})"
    two = term(random, depth - 1)
    if kind < 0.85:
        return f"({one}{random.choice('+-*/^')}{two})"
    if kind < 0.95:
        return f"{random.choice(['max', 'min', 'pow'])}({one}, {two})"
    return f"where({one}{random.choice(['<', '>', '<=', '>='])}{two}, {term(random, depth - 1)}, {one})"


def text(random, text):
    """A text with something in it that does not belong there."""
    for _ in range(random.choice([0, 1, 1, 2])):
        place = random.randrange(len(text) + 1)
        text = text[:place] + random.choice(NASTY + NUMBERS) + text[place + random.choice([0, 0, 1, 3]):]
    return text


def content(random, content):
    """Bytes of a file, spoilt in some places."""
    data = bytearray(content)
    for _ in range(random.choice([1, 1, 2, 5])):
        place = random.randrange(len(data) + 1)
        kind = random.randrange(8)
        if kind == 0 and data:
            data[min(place, len(data) - 1)] = random.randrange(256)
        elif kind == 1:
            del data[place:]
        elif kind == 2:
            del data[place:place + random.choice([1, 4, 100])]
        elif kind == 3:
            data[place:place] = random.choice(NASTY + NUMBERS).encode("utf-8", "surrogatepass")
        elif kind == 4:
            data[place:place] = bytes(random.randrange(256) for _ in range(random.choice([1, 8, 100])))
        elif kind == 5:
            data[place:place] = data[place:place + 200] * random.choice([1, 10, 200])
        elif kind == 6 and len(data) > 8:
            where = random.randrange(len(data) - 8)
            data[where:where + 4] = random.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\x01"])
        else:
            lines = data.split(b"\n")
            random.shuffle(lines)
            data = bytearray(b"\n".join(lines))
    return bytes(data)
