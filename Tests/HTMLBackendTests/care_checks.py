"""Checks of open-pages that ask whether a page is for everyone: fingers, frames, paper, screen readers, little motion, small screens."""
from html import escape

# All checks of open-pages, those of its own file behind these.
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


SLIDER = ["plot", "gelu", "x*tanh(softplus(a*x))", "--param", "a=0.5:4", "--show", "f"]


def centre(page):
    """The middle of the figure on the screen."""
    return page.run(
        "(() => { const r = document.querySelector('main > svg').getBoundingClientRect()"
        "; return [r.x + r.width / 2, r.y + r.height / 2] })()")


def touch(page, kind, *points):
    """Fingers that are on the screen after something happened to them."""
    page.call("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)])


@check
def fingers_read_pin_and_zoom(bench):
    page = bench.open(bench.draw("plot", "gelu", "--show", "f"), width=390, height=800, touch=True)
    (x, y) = centre(page)
    told = "document.querySelector('.reading').textContent"
    touch(page, "touchStart", (x, y))
    touch(page, "touchMove", (x + 20, y))
    page.settle()
    first = page.run(told)
    touch(page, "touchMove", (x + 60, y))
    page.settle()
    assert "x" in first and page.run(told) != first, first
    touch(page, "touchEnd")
    assert page.run("document.querySelectorAll('tbody tr').length") == 0, "moving is not a tap"
    touch(page, "touchStart", (x, y))
    touch(page, "touchEnd")
    assert page.run("document.querySelectorAll('tbody tr').length") == 1, "a tap pins"
    before = page.run("actviz.view(0)")["x"]
    touch(page, "touchStart", (x - 20, y), (x + 20, y))
    for width in (40, 60, 80):
        touch(page, "touchMove", (x - width, y), (x + width, y))
    touch(page, "touchEnd")
    page.settle()
    after = page.run("actviz.view(0)")["x"]
    assert 3 * (after[1] - after[0]) < before[1] - before[0], (before, after)
    assert not page.faults(), page.faults()


def framed(bench, name, frame, policy=""):
    """A page around a frame."""
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    path = bench.folder / name
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{frame}</body></html>")
    return path


@check
def a_sandboxed_frame_lives(bench):
    """Without an origin of its own the page looks as it does alone: nothing that it lacks there stops its script."""
    page = bench.draw(*SLIDER)
    shots = []
    for name, more in [("plain.html", ""), ("sandboxed.html", 'sandbox="allow-scripts"')]:
        host = bench.open(framed(bench, name, f'<iframe src="{page.name}" width="1400" height="900" {more}></iframe>'))
        for _ in range(10):
            host.settle()
        shots.append(host.screenshot())
        assert not [fault for fault in host.faults() if not fault.startswith("request")], host.faults()
        host.close()
    assert shots[0] == shots[1], "a sandboxed frame looks otherwise"


@check
def a_host_that_forbids_scripts_shows_the_picture(bench):
    page = bench.draw(*SLIDER).read_text()
    frame = f'<iframe srcdoc="{escape(page)}" width="1500" height="900"></iframe>'
    shots = []
    for name, policy, scripts in [
        ("free.html", "", True), ("free.html", "", False),
        ("strict.html", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'", True),
    ]:
        host = bench.open(framed(bench, name, frame, policy), scripts=scripts)
        for _ in range(10):
            host.settle() if scripts else host.run("1")
        shots.append(host.screenshot())
        host.close()
    assert shots[0] != shots[1], "with scripts there are buttons"
    assert shots[2] == shots[1], "where the host forbids scripts there is not the picture"


@check
def little_motion_is_a_step(bench):
    """Who wants no motion gets one step from the button that plays."""
    page = bench.open(bench.draw(*SLIDER), motion=False)
    value = "document.querySelector('input[type=number]').valueAsNumber"
    before = page.run(value)
    page.run("document.querySelector('.slider button').click()")
    after = page.run(value)
    for _ in range(5):
        page.settle()
    assert after > before and page.run(value) == after, (before, after)


@check
def paper_has_the_figure_alone(bench):
    page = bench.open(bench.draw(*SLIDER))
    page.call("Emulation.setEmulatedMedia", media="print")
    seen = page.run(
        "[...document.querySelectorAll('main > *')].filter(e => e.getClientRects().length && !e.classList.contains('unseen'))"
        ".map(e => e.tagName + '.' + (e.getAttribute('class') ?? ''))")
    assert seen == ["svg."], seen
    assert page.call("Page.printToPDF", landscape=True)["data"]


@check
def everything_has_a_name(bench):
    """What can be reached has a role and a name, the figure a description; readings are told politely."""
    page = bench.open(bench.draw(*SLIDER))
    page.call("Accessibility.enable")
    nodes = [node for node in page.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    kinds = {}
    for node in nodes:
        kinds.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
    for kind, least in [("button", 8), ("slider", 1), ("spinbutton", 1)]:
        names = kinds.get(kind, [])
        assert len(names) >= least and all(names), (kind, names)
    assert page.run("document.querySelector('main > svg').getAttribute('aria-labelledby')")
    assert page.run("document.querySelector('[role=status], [aria-live=polite]') !== null")


@check
def small_screens_need_no_scrolling_aside(bench):
    for figure in (SLIDER, ["plot", "swiglu", "--show", "f,fx"], ["inspect", "gelu"]):
        page = bench.open(bench.draw(*figure), width=360, height=740, touch=True)
        page.settle()
        width = page.run("document.documentElement.scrollWidth")
        assert width <= 360, (figure, width)
        assert not page.faults(), (figure, page.faults())
        page.close()


@check
def many_panels_and_curves_open(bench):
    names = "relu gelu swish mish elu selu celu softplus tanh sigmoid erf arctan softsign serf phish golu lisht smish logish tanhexp".split()
    sixty = ",".join(str(1 + n / 10) for n in range(60))
    for figure, count in [
        (["plot", *names, "--facet", "function", "--show", "f"], 20), (["plot", "swish", "--beta", sixty, "--show", "f"], 60),
    ]:
        page = bench.open(bench.draw(*figure))
        page.settle()
        assert page.run("actviz.curves().filter(c => c.name).length") == count, figure
        assert not page.faults(), (figure, page.faults())
        page.close()


@check
def pages_are_small(bench):
    """What a page weighs beside its picture as SVG: most of it is the script, of which a page holds what it needs."""
    for figure, most in [
        (["plot", "gelu", "--show", "f,df,d2f"], 56_000), (["plot", "gelu", "--sigma", "0.5:2", "--show", "f,df,d2f"], 60_000),
        (["plot", "gennorm", "--beta", "0.5:8", "--show", "f,df,d2f"], 60_000), (["plot", "swiglu"], 100_000),
    ]:
        page = bench.draw(*figure)
        picture = bench.folder / "picture.svg"
        still = [word for word in figure if not word.startswith("--sigma") and not word.startswith("--beta") and ":" not in word]
        bench.actviz_run(*still, "-q", "-o", str(picture))
        weight = page.stat().st_size - picture.stat().st_size
        assert weight < most, (figure, weight)
