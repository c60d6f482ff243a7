"""What scripts that run a page's code need: the code, what the page knows of its figure, and the functions of the catalogue."""
import json
import re
import subprocess


def declarations(page):
    """The declarations that a page computes its curves by, and the list `codes` of them."""
    script = re.search(r'<script type="module">(.*?)</script>', page, re.S).group(1)
    return script[: script.index("const infinities")]


def figure(page):
    """What its script knows of the figure."""
    return json.loads(re.search(r'id="figure">(.*?)</script>', page, re.S).group(1))


def one_variable(actviz, names):
    """The catalogue's functions of x alone, or those of some names."""
    catalogue = json.loads(subprocess.run([actviz, "list", "--report", "json"], capture_output=True, check=True).stdout)
    functions = [entry for entry in catalogue if entry["variables"] and "y" not in entry["variables"]]
    return [entry for entry in functions if entry["name"] in names] if names else functions
