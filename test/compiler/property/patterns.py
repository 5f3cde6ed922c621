"""Finds patterns in texts: [{"pattern", "every", "texts"}] on stdin; for each text where and what, as JSON."""

import json
import re
import sys


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole(text: str) -> str:
    """JSON keeps two halves apart that belong together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def describe(pattern: str, every: bool, given: str) -> list[list[object]]:
    text = whole(given)
    found = list(re.finditer(pattern, text))
    return [[units(text[: match.start()]), match.group(0), *match.groups()] for match in (found if every else found[:1])]


def main() -> None:
    cases = json.load(sys.stdin)
    json.dump([[describe(case["pattern"], case["every"], text) for text in case["texts"]] for case in cases], sys.stdout)


if __name__ == "__main__":
    main()
