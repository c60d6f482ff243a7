"""Code of functions compiled or imported for real, and run at points: a runner a language.

Each takes sources by the names of their functions, the points of each, a type and a folder, and gives for every name the values of
NAME as "f" and NAME_df as "df", of functions of x and y NAME_dx as "fx" and NAME_dy as "fy", or a sentence where these say why there
are none. Points are tuples, of one number or of two.
"""

import importlib.util
import math
import os
import struct
import subprocess


# What a function's name ends with, by its quantities.
QUANTITIES = {1: {"f": "", "df": "_df"}, 2: {"f": "", "fx": "_dx", "fy": "_dy"}}


def quantities(points):
    """Those of a function with such points."""
    return QUANTITIES[len(points[0])]


class Refused(Exception):
    """What a compiler or a program said of code that does not run."""


def built(command):
    """Runs a compiler."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if done.returncode:
        raise Refused(f"{command[0]} refuses it: {done.stderr[:400]}")


def printed(command, sources, points):
    """What a program prints of all points, split by function and quantity."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if done.returncode:
        raise Refused(f"It does not run: {done.stderr[:400]}")
    values = iter(done.stdout.split())
    def column(name):
        return [float(next(values).replace("Infinity", "inf")) for _ in points[name]]
    return {name: {quantity: column(name) for quantity in quantities(points[name])} for name in sources}


def once(sources):
    """All sources in one, with what must stand there once at the top."""
    lines, seen = [], set()
    for source in sources.values():
        for line in source.split("\n"):
            if line.startswith(("#include", "import ", "#pragma")):
                if line in seen:
                    continue
                seen.add(line)
            lines.append(line)
    return "\n".join(lines)


def loops(sources, points, one, number):
    """A line a function and quantity, where `one` makes it of a name and a list of numbers for each variable."""
    texts = []
    for name in sources:
        columns = [", ".join(number(x) for x in column) for column in zip(*points[name])]
        texts += [one(name + ending, columns) for ending in quantities(points[name]).values()]
    return texts


def each(columns, form):
    """Something of each variable, by its name and its list of numbers."""
    return "".join(form.format(name=name, values=values) for name, values in zip("xy", columns))


def listed(columns, form):
    """A call's arguments."""
    return ", ".join(form.format(name=name) for name, _ in zip("xy", columns))


def decimal(x, infinity, nan):
    return nan if math.isnan(x) else (infinity if x > 0 else f"-{infinity}") if math.isinf(x) else repr(x)


def in_c(sources, points, dtype, folder, flags=("-O2", "-ffp-contract=off")):
    number = "float" if dtype == "f32" else "double"
    list_ = loops(
        sources, points, lambda name, columns:
        "  {" + each(columns, f" static const {number} {{name}}[] = {{{{{{values}}}}}};\n")
        + f"    for (unsigned i = 0; i < sizeof x / sizeof *x; i++) printf(\"%.17g\\n\", (double){name}({listed(columns, '{name}[i]')})); }}",
        lambda x: decimal(x, "INFINITY", "NAN") + ("f" if dtype == "f32" and math.isfinite(x) else ""))
    path = os.path.join(folder, "act.c")
    with open(path, "w") as file:
        file.write(once(sources) + "\n#include <stdio.h>\nint main(void) {\n" + "\n".join(list_) + "\n}\n")
    built([os.environ.get("CC", "cc"), "-std=c11", "-Wall", "-Wextra", "-Werror", *flags, path, "-o", path[:-2], "-lm"])
    return printed([path[:-2]], sources, points)


def in_javascript(sources, points, dtype, folder):
    list_ = loops(
        sources, points, lambda name, columns:
        "{" + each(columns, "const {name} = [{values}]; ") + f"for (const i of x.keys()) lines.push({name}({listed(columns, '{name}[i]')})); }}",
        lambda x: decimal(x, "Infinity", "NaN"))
    path = os.path.join(folder, "act.mjs")
    with open(path, "w") as file:
        file.write(once(sources) + "\nconst lines = [];\n" + "\n".join(list_) + "\nconsole.log(lines.join(\"\\n\"));\n")
    return printed(["node", path], sources, points)


def in_rust(sources, points, dtype, folder):
    list_ = loops(
        sources, points, lambda name, columns:
        "    {" + each(columns, f" let {{name}}: Vec<{dtype}> = vec![{{values}}];")
        + f" for i in 0..x.len() {{ println!(\"{{:e}}\", {name}({listed(columns, '{name}[i]')})); }} }}",
        lambda x: decimal(x, f"{dtype}::INFINITY", f"{dtype}::NAN"))
    path = os.path.join(folder, "act.rs")
    with open(path, "w") as file:
        file.write(once(sources) + "\nfn main() {\n" + "\n".join(list_) + "\n}\n")
    built(["rustc", "-D", "warnings", "-C", "opt-level=1", path, "-o", path[:-3]])
    return printed([path[:-3]], sources, points)


def in_swift(sources, points, dtype, folder):
    number, bits, code = ("Float", "UInt32", "I") if dtype == "f32" else ("Double", "UInt64", "Q")
    list_ = loops(
        sources, points, lambda name, columns:
        "do {" + each(columns, f" let {{name}}: [{bits}] = [{{values}}];")
        + f" for i in x.indices {{ print({name}({listed(columns, number + '(bitPattern: {name}[i])')})) }} }}",
        lambda x: str(struct.unpack(code, struct.pack("f" if dtype == "f32" else "d", x))[0]))
    path = os.path.join(folder, "main.swift")
    with open(path, "w") as file:
        file.write(once(sources) + "\n" + "\n".join(list_) + "\n")
    built(["swiftc", "-warnings-as-errors", path, "-o", path[:-6]])
    return printed([path[:-6]], sources, points)


def defined(source):
    names = {}
    exec(compile(source, "act.py", "exec"), names)
    return names


def in_numpy(sources, points, dtype, folder):
    import numpy
    found = {}
    for name, source in sources.items():
        names, found[name] = defined(source), {}
        columns = numpy.array(points[name], dtype="float32" if dtype == "f32" else "float64").T
        for quantity, ending in quantities(points[name]).items():
            function = name + ending
            try:
                with numpy.errstate(all="raise", under="ignore"):
                    values = names[function](*columns)
                is_right = isinstance(values, numpy.ndarray) and values.dtype == columns.dtype
                found[name][quantity] = [float(y) for y in values] if is_right else f"{function} is no array of {columns.dtype}"
            except FloatingPointError as warning:
                found[name][quantity] = f"{function} warns: {warning}"
    return found


def in_jax(sources, points, dtype, folder):
    import jax
    import jax.numpy as jnp
    jax.config.update("jax_enable_x64", dtype == "f64")
    found = {}
    for name, source in sources.items():
        names = defined(source)
        columns = jnp.array(points[name], dtype=jnp.float32 if dtype == "f32" else jnp.float64).T
        # The derivatives as JAX comes to them.
        slopes = [jax.vmap(jax.grad(names[name], argnums=place)) for place in range(len(columns))]
        found[name] = {
            quantity: [float(y) for y in jax.jit(function)(*columns)]
            for quantity, function in zip(quantities(points[name]), [names[name], *slopes])
        }
    return found


def in_triton(sources, points, dtype, folder):
    """In the interpreter, whose operations round as those of a GPU do; the derivative as PyTorch comes to it."""
    os.environ["TRITON_INTERPRET"] = "1"
    import torch
    found = {}
    for name, source in sources.items():
        # Triton reads a kernel's source from its file.
        names = imported(source, os.path.join(folder, name + ".py"))
        x = torch.tensor(points[name], dtype=torch.float32, requires_grad=True)
        y = getattr(names, name)(x)
        (slope,) = torch.autograd.grad(y, x, torch.ones_like(y))
        found[name] = {"f": y.tolist(), "df": slope.tolist()}
    return found


def imported(source, path):
    """A module of a source, written to a file."""
    with open(path, "w") as file:
        file.write(source)
    specification = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def run(language, sources, points, dtype, folder):
    """The values in a language; of sources that do not run together, each half by itself, down to the one that is to blame."""
    try:
        return RUNNERS[language](sources, points, dtype, folder)
    except Exception as why:
        if len(sources) == 1:
            return {name: {quantity: str(why) for quantity in quantities(points[name])} for name in sources}
    names = list(sources)
    halves = names[: len(names) // 2], names[len(names) // 2 :]
    return {name: values for half in halves for name, values in run(language, {name: sources[name] for name in half}, points, dtype, folder).items()}


RUNNERS = {"c": in_c, "javascript": in_javascript, "jax": in_jax, "numpy": in_numpy, "rust": in_rust, "swift": in_swift, "triton": in_triton}
