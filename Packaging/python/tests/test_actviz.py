"""What the Python package promises. ACTVIZ names the program, or else the package brings it.

    ACTVIZ=$PWD/.build/release/actviz PYTHONPATH=Packaging/python python3 -m unittest discover -s Packaging/python/tests
"""
import html.parser
import os
import subprocess
import sys
import tempfile
import unittest
import warnings
import xml.etree.ElementTree

import numpy as np

import actviz


class Tables(unittest.TestCase):
    def test_gives_an_array_for_each_column(self):
        values = actviz.table("relu", [-1, 0, 2.5], show="f,df")
        self.assertEqual(list(values), ["x", "relu.f", "relu.df"])
        self.assertEqual(values["relu.f"].tolist(), [0, 0, 2.5])
        self.assertEqual(values["relu.df"].tolist(), [0, 0.5, 1])

    def test_finds_a_column_by_the_end_of_its_name(self):
        self.assertEqual(actviz.table("relu", 3.0)["f"], 3)
        with self.assertRaisesRegex(KeyError, "may be relu.f or gelu.f"):
            actviz.table(["relu", "gelu"], 3.0)["f"]
        with self.assertRaisesRegex(KeyError, "none of x, relu.f"):
            actviz.table("relu", 3.0)["gate"]

    def test_keeps_the_shape_of_x(self):
        for shape in [(), (1,), (0,), (2, 3), (2, 0, 3)]:
            self.assertEqual(actviz.table("gelu", np.ones(shape))["f"].shape, shape)

    def test_takes_every_double_as_it_is(self):
        x = np.array([5e-324, 1e308, 0.1, -0.0, np.inf, -np.inf, np.nan])
        np.testing.assert_array_equal(actviz.table("relu", x)["x"], x)

    def test_rounds_to_the_type(self):
        values = actviz.table("gelu", [0.1], show="f", dtype="bf16", bits=True)
        self.assertEqual(values["x"].dtype, np.float32)
        self.assertEqual(values["x.bits"].dtype, np.uint16)
        self.assertEqual(values["x"][0], np.float32(0.10009765625))
        self.assertEqual(actviz.table("gelu", [0.1], dtype="f16")["f"].dtype, np.float16)

    def test_makes_a_grid_where_no_x_is_given(self):
        values = actviz.table("x*a", param={"a": [1, 2]}, samples=3, x_range=(-1, 1), show="f")
        self.assertEqual(list(values), ["x", "x*a(a=1).f", "x*a(a=2).f"])
        self.assertEqual(values["x*a(a=2).f"].tolist(), [-2, 0, 2])

    def test_takes_a_formula_that_begins_with_a_hyphen(self):
        self.assertEqual(actviz.table("-x^2", 3.0)["f"], -9)

    def test_reads_options_as_python_has_them(self):
        values = actviz.table("swish", 1.0, beta=np.array([1.0, 2.0]), exact=False, by=None, show=["f", "df"])
        self.assertEqual(list(values), ["x", "swish(beta=1).f", "swish(beta=1).df", "swish(beta=2).f", "swish(beta=2).df"])


class Figures(unittest.TestCase):
    def test_shows_itself_as_svg(self):
        figure = actviz.plot(["gelu", "swish"], x_range=(-4, 4), title="Two, and: more")
        root = xml.etree.ElementTree.fromstring(figure._repr_svg_())
        self.assertTrue(root.tag.endswith("svg"))
        self.assertIn("max-width", root.get("style"))
        self.assertIn("Two, and: more", figure.svg)

    def test_saves_what_the_extension_says(self):
        figure = actviz.plot("gelu", size=(400, 300))
        with tempfile.TemporaryDirectory() as folder:
            for extension, start in [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")]:
                path = os.path.join(folder, "figure." + extension)
                figure.save(path)
                with open(path, "rb") as file:
                    self.assertEqual(file.read(len(start)), start)

    def test_names_curves_with_commas(self):
        self.assertIn("a, b", actviz.plot(["gelu", "relu"], name=["a, b", "c"]).svg)

    def test_saves_a_page(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "figure.html")
            actviz.plot("gelu").save(path)
            with open(path, encoding="utf-8") as file:
                self.assertTrue(file.read().startswith("<!DOCTYPE html>"))


class Frame(html.parser.HTMLParser):
    """The attributes of the elements that a notebook is given."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))


class Pages(unittest.TestCase):
    def test_stand_in_a_frame_of_their_own(self):
        title = """</title></iframe><script>"a" & 'b' \u202e \U0001f600"""
        page = actviz.page("x*tanh(a*x)", param={"a": "0.5:4"}, show="f", title=title)
        ((tag, attributes),) = Frame(page._repr_html_()).elements
        self.assertEqual((tag, attributes["title"]), ("iframe", title))
        self.assertEqual(attributes["srcdoc"], page.html)
        self.assertEqual(attributes["sandbox"], "allow-scripts allow-downloads")
        self.assertIn('height="400"', page.frame(height=400))

    def test_are_the_same_bytes_as_the_program_writes(self):
        page = actviz.page("relu", show="f")
        with tempfile.TemporaryDirectory() as folder:
            (one, other) = (os.path.join(folder, name) for name in ("one.html", "other.html"))
            actviz.run("plot", "relu", "--show", "f", "-o", one, "-q")
            page.save(other)
            with open(one, "rb") as first, open(other, "rb") as second:
                self.assertEqual(first.read(), second.read())

    def test_pictures_have_no_sliders(self):
        with self.assertRaisesRegex(actviz.ActvizError, "makes a slider in a page"):
            actviz.plot("x*tanh(a*x)", param={"a": "0.5:4"})
        with self.assertRaisesRegex(TypeError, "output cannot be given here; the page's save"):
            actviz.page("gelu", output="gelu.html")


class Errors(unittest.TestCase):
    def test_are_the_sentence_of_the_program(self):
        with self.assertRaises(actviz.ActvizError) as caught:
            actviz.table("gleu", 1.0)
        self.assertEqual(str(caught.exception), "There is no function 'gleu'; did you mean 'gelu'?")
        self.assertEqual(caught.exception.status, 64)

    def test_show_the_place_in_a_formula(self):
        with self.assertRaises(actviz.ActvizError) as caught:
            actviz.plot("x*sigmid(2*x)")
        self.assertEqual(caught.exception.excerpt, "x*sigmid(2*x)\n  ^")

    def test_are_values_that_are_wrong(self):
        with self.assertRaises(ValueError):
            actviz.plot("gelu", theme="drak")

    def test_tell_what_to_do_instead(self):
        with self.assertRaisesRegex(TypeError, "output cannot be given here; the figure's save"):
            actviz.plot("gelu", output="gelu.png")
        with self.assertRaisesRegex(TypeError, "at cannot be given here; x is the second argument"):
            actviz.table("gelu", at="x.npy")

    def test_warnings_are_pythons(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            actviz.plot("gate: tanh(x)")
        self.assertEqual([warning.category for warning in caught], [actviz.ActvizWarning])
        self.assertIn("does not go from 0 to 1", str(caught[0].message))


class Program(unittest.TestCase):
    def module(self, *arguments):
        return subprocess.run([sys.executable, "-m", "actviz", *arguments], capture_output=True, text=True)

    def test_is_the_module_too(self):
        done = self.module("table", "relu", "--show", "f", "--samples", "2", "--x-range", "1:2")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "x,relu.f\n1,1\n2,2\n", ""))

    def test_hands_its_exit_status_on(self):
        done = self.module("table", "gleu")
        self.assertEqual((done.returncode, done.stderr), (64, "Error: There is no function 'gleu'; did you mean 'gelu'?\n"))

    def test_runs_any_command(self):
        self.assertIn(b'"lipschitz"', actviz.run("inspect", "gelu", "--report", "json").lower())


if __name__ == "__main__":
    unittest.main()
