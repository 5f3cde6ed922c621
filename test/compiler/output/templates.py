"""Tells what NSL texts consist of: [{"idn", "text"}] on stdin, one description each on stdout, as JSON."""

import json
import sys

from jinja2 import meta, nodes
from jinja2.sandbox import SandboxedEnvironment


def describe(environment: SandboxedEnvironment, text: str) -> dict[str, object]:
    try:
        tree = environment.parse(text)
        environment.compile(text)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    found = list(tree.find_all(nodes.Node))
    # Jinja2 counts a name that only one branch sets as undeclared.
    assigned = {node.name for node in found if isinstance(node, nodes.Name) and node.ctx == "store"}
    return {
        "error": None,
        "undeclared": sorted(meta.find_undeclared_variables(tree) - assigned),
        "nodes": sorted({type(node).__name__ for node in found}),
        "filters": sorted({node.name for node in found if isinstance(node, nodes.Filter)}),
        "tests": sorted({node.name for node in found if isinstance(node, nodes.Test)}),
        "attributes": sorted({node.attr for node in found if isinstance(node, nodes.Getattr)}),
        "keywordless": sorted(
            {
                node.node.name
                for node in found
                if isinstance(node, nodes.Call)
                and isinstance(node.node, nodes.Name)
                and (node.args or node.dyn_args is not None or node.dyn_kwargs is not None)
            }
        ),
    }


def main() -> None:
    environment = SandboxedEnvironment()
    skills = json.load(sys.stdin)
    json.dump([describe(environment, skill["text"]) for skill in skills], sys.stdout)


if __name__ == "__main__":
    main()
