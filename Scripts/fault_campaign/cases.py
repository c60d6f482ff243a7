"""The cases of Scripts/fault-campaign: what to run, in a folder of which files, and what may happen to it."""
import shlex
import signal
import unicodedata
from dataclasses import dataclass, field

import mutations

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGALRM, signal.SIGUSR1,
           signal.SIGUSR2, signal.SIGXCPU, signal.SIGVTALRM, signal.SIGPROF, signal.SIGKILL]


@dataclass
class Case:
    arguments: list
    files: dict = field(default_factory=dict)
    folders: list = field(default_factory=list)
    links: dict = field(default_factory=dict)
    # The files that the command reads.
    inputs: list = field(default_factory=list)
    stdin: str = ""
    stdout: str = "kept"
    signal: int = 0
    # When the signal comes, as a share of a whole run.
    moment: float = 0

    def command(self):
        text = "actviz " + " ".join(shlex.quote(word) for word in self.arguments)
        text += f" <{self.stdin}" if self.stdin else ""
        text += {"kept": "", "full": " >/dev/full", "closed": " >&-", "broken": " | true"}[self.stdout]
        if self.signal:
            text += f"  # {signal.Signals(self.signal).name} after {self.moment:.2f} of it"
        return mutations.shown(text)


def moves_a_terminal(character):
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cs")


def corpus(run):
    """Files that are right, to be spoilt."""
    files = {}
    for kind in ("png", "svg", "pdf"):
        files[f"picture.{kind}"] = run(
            "plot", "gelu", "bell(x; a=1) = exp(-a*x^2)", "bell", "--param", "a=1,2", "--size", "400x300", "-q",
            "-o", "-", "--format", kind)
    files["figure.yaml"] = run(
        "plot", "gelu", "gennorm", "--beta", "1,2", "--mark", "minimum", "--title", "$x^2$", "--size", "400x300",
        "-q", "--save", "-", "-o", "/dev/null")
    files["panels.yaml"] = (
        b"title: two\npanels:\n- functions: [gelu, 'x*tanh(a*x)']\n  param: {a: [1, 2]}\n  x-range: -3:3\n"
        b"- functions: swish\n  reference: relu\n  show: [f, df]\n- notes: {a: b, 'c d': 'e'}\n")
    files["pairs.csv"] = run("table", "gelu", "--show", "f", "--samples", "50")
    files["pairs.ndjson"] = b'{"x": 0, "y": 0}\n{"x": 1.5, "y": 1.3997891980287993}\n{"x": "inf", "y": null}\n'
    files["pairs.npy"] = run("table", "gelu", "--show", "f", "--samples", "50", "--format", "npy")
    files["runs.csv"] = b"step,loss,sd\n0,1,0.1\n1,0.5,0\n-2,0.3,2e300\n3,nan,0.1\n1e308,-1e308,1e308\n4,inf,0\n"
    files["measured.yaml"] = (
        b"functions: gelu\npoints: ['runs.csv:step,loss,sd', 'pairs.csv']\ny-scale: symlog\nshow: [f, df]\n")
    files["points.txt"] = b"# points\n0\n-1.5\n0x1.8p+1\n\ninf\nnan\n1e-320\n"
    files["mine.txt"] = b"bell(x; a=1) = exp(-a*x^2)  # a bell\n\nnext(x; b=2) = x*bell(x)^b\n"
    return files


def case(random, corpus):
    kinds = [arguments, formula, formula, tables, pictures, figures, definitions, signals, outputs, outputs]
    return random.choice(kinds)(random, corpus)


ANNOTATED = ["legend", "color", "width", "dash", "palette", "x-label", "y-label", "x-ticks", "y-ticks", "grid", "aspect",
             "text-size", "note", "line", "zone", "gray", "points"]
# What may hold measured points.
MEASURED = ["runs.csv", "pairs.csv", "pairs.ndjson", "pairs.npy", "points.txt"]
OPTIONS = {
    "plot": ["show", "x-range", "y-range", "samples", "size", "dpi", "theme", "title", "font", "facet", "columns",
             "label", "name", "mark", "band", "alpha", "beta", "sigma", "gamma", "param", "by", "x-scale", "y-scale",
             "format", "save", "transparent", "svg-text", "free-x", "free-y", "gray-reference", "quiet", *ANNOTATED],
    "compare": ["reference", "measures", "dtype", "show", "x-range", "y-range", "samples", "size", "title", "x-scale",
                "y-scale", "mark", "band", "name", "beta", "param", "facet", "quiet", *ANNOTATED],
    "table": ["show", "x-range", "samples", "format", "dtype", "all", "bits", "beta", "alpha", "param", "by", "quiet"],
    "inspect": ["format", "x-range", "size", "title", "param", "by", "quiet"],
    "fit": ["to", "over", "quantity", "norm", "x-range", "format", "param"],
    "list": ["format", "framework"],
}


def options(random, command):
    words = []
    for name in random.sample(OPTIONS[command], min(len(OPTIONS[command]), random.randrange(1, 5))):
        value = mutations.value(random, name)
        if value is None:
            words.append("--" + name)
        else:
            words += [f"--{name}={value}"] if random.random() < 0.8 else ["--" + name, value]
    return words


def arguments(random, corpus):
    command = random.choice(list(OPTIONS))
    words = [command]
    if command != "list":
        words += [mutations.function(random) for _ in range(random.choice([1, 1, 1, 2, 5]))]
    if command == "fit":
        words = words[:2] + ["--to", random.choice(["gelu", "relu", "tanh"]), "--over=" + mutations.over(random)]
    words += options(random, command)
    if command in ("plot", "compare"):
        words += ["-o", random.choice(["a.svg", "a.png", "a.pdf"])]
    if random.random() < 0.3:
        place = random.randrange(len(words))
        words[place] = mutations.text(random, words[place])
    words = [word.replace("\0", "") for word in words]
    # The files of points that are named, one of two spoilt.
    files = {name: mutations.content(random, corpus[name]) if random.random() < 0.5 else corpus[name]
             for name in MEASURED if any(name in word for word in words)}
    return Case(words, files, inputs=list(files))


def formula(random, corpus):
    text = mutations.formula(random)
    if random.random() < 0.2:
        text = mutations.text(random, text).replace("\0", "")
    if random.random() < 0.3:
        text = random.choice(["gate: ", "density: ", "slope: "]) + text
    words = random.choice([
        ["table", text, "--samples", "1001", "--show", random.choice(["f", "f,df", "f,df,d2f"])],
        ["plot", text, "-o", random.choice(["a.svg", "a.png"]), "--x-range=" + mutations.ends(random)],
        ["compare", text, "-o", "a.svg"], ["inspect", text], ["inspect", text, "--format", "json"]])
    return Case(words + (["--param", "a=" + mutations.number(random)] if "a" in text else []))


def spoilt(random, corpus, *names):
    """A file of one of these names, mostly spoilt."""
    name = random.choice(names)
    content = corpus[name]
    return name, mutations.content(random, content) if random.random() < 0.9 else content


def tables(random, corpus):
    if random.random() < 0.3:
        name, content = spoilt(random, corpus, "points.txt")
        words = ["table", "gelu", "--at", name, "--format", random.choice(["csv", "json", "npy", "markdown"])]
    else:
        name, content = spoilt(random, corpus, "pairs.csv", "pairs.ndjson", "pairs.npy")
        words = ["check", "gelu", name] + random.choice(
            [[], ["-o", "a.svg"], ["--format", "json"], ["--dtype", "bf16"], ["--round", "--dtype", "f16"]])
    if random.random() < 0.2:
        return Case(["-" if word == name else word for word in words], {name: content}, inputs=[name], stdin=name)
    return Case(words, {name: content}, inputs=[name])


def pictures(random, corpus):
    name, content = spoilt(random, corpus, "picture.png", "picture.svg", "picture.pdf")
    return Case(["rerun", name, "-o", random.choice(["a.svg", "a.png"])] + random.choice([[], ["--save", "a.yaml"]]),
                {name: content}, inputs=[name])


def figures(random, corpus):
    name, content = spoilt(random, corpus, "figure.yaml", "panels.yaml", "measured.yaml")
    files = {name: content}
    if name == "measured.yaml":
        files |= dict([spoilt(random, corpus, "runs.csv"), ("pairs.csv", corpus["pairs.csv"])])
    return Case(["render", name, "-o", random.choice(["a.svg", "a.png"])], files, inputs=list(files))


def definitions(random, corpus):
    name, content = spoilt(random, corpus, "mine.txt")
    command = random.choice([["plot", "bell", "next", "-o", "a.svg"], ["table", "next"], ["inspect", "bell"]])
    return Case(command + ["--define", name], {name: content}, inputs=[name])


def signals(random, corpus):
    words = random.choice([
        ["plot", "gelu", "--theme", "both", "--save", "a.yaml", "-o", "a.svg"],
        ["plot", "gelu", "swish", "-o", "a.png"], ["compare", "gelu", "--save", "a.yaml", "-o", "a.pdf"],
        ["table", "gelu", "--samples", "200000", "-o", "a.csv"], ["inspect", "gelu", "-o", "a.svg"]])
    files = {name: b"old\n" for name in ("a.yaml", "a.svg", "a-light.svg", "a.csv") if random.random() < 0.7}
    return Case(words, files, signal=random.choice(SIGNALS), moment=random.random() * 1.1)


def outputs(random, corpus):
    names = ["a.svg", "./a.svg", "link.svg", "no/a.svg", "sub", "sub/../a.svg", "/dev/full", "/dev/null", "-", "", "x",
             "/proc/self/nothing.svg", "n" * 300 + ".svg", "mine.txt", "points.txt", "pairs.csv", "picture.svg",
             "a\x1b[31m.svg", "\udcff.svg", "a-dark.svg"]
    name, other = random.choice(names), random.choice(names)
    words = random.choice([
        ["plot", "gelu", "--save", other, "-o", name], ["plot", "bell", "--define", "mine.txt", "-o", name],
        ["plot", "gelu", "--theme", "both", "--save", other, "-o", name], ["compare", "gelu", "-o", name],
        ["rerun", "picture.svg", "--save", other, "-o", name], ["inspect", "gelu", "-o", name],
        ["table", "gelu", "--at", "points.txt", "-o", name], ["check", "gelu", "pairs.csv", "-o", name],
        ["render", "figure.yaml", "-o", name], ["--help"], ["--version"], ["list"], ["table", "gelu"],
        ["plot", "--help"], ["--generate-completion-script", "bash"]])
    if random.random() < 0.3 and len(words) > 2:
        words += ["--format", random.choice(["svg", "png", "csv", "npy"])]
    read = [word for before, word in zip(words, words[1:])
            if word in ("mine.txt", "points.txt", "pairs.csv", "picture.svg", "figure.yaml")
            and before not in ("-o", "--save")]
    files = {name: corpus[name] for name in ("mine.txt", "points.txt", "pairs.csv", "picture.svg", "figure.yaml")}
    for old in ("a.svg", "a-light.svg"):
        if random.random() < 0.5:
            files[old] = b"old\n"
    folders = ["sub"] + (["a-dark.svg"] if random.random() < 0.3 else [])
    return Case(words, files, folders, {"link.svg": "a.svg"}, inputs=read,
                stdout=random.choice(["kept", "kept", "full", "closed", "broken"]))
