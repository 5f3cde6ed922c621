"""The modules that skills see, each with the functions, classes and constants NSL is known to have, and nothing else.

A real module also holds what it has imported itself (`re.enum.sys.modules["os"]`), and through that everything Python
can do: a skill of an artifact from elsewhere must not come near a file or a process.
"""

from __future__ import annotations

import datetime
import json
import re
import uuid
import zoneinfo
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any


class NslModule(SimpleNamespace):
    """Stands for a module; it holds what is listed and no more."""


_NAMES = {
    json: ("loads", "dumps"),
    re: (
        *("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "compile", "escape"),
        *("A", "I", "M", "S", "U", "X", "ASCII", "IGNORECASE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE"),
    ),
    datetime: ("datetime", "date", "time", "timedelta", "timezone", "MINYEAR", "MAXYEAR"),
}

_names_of_zones: list[frozenset[str]] = []


def _available_timezones() -> set[str]:
    """As the module's own, which reads every file of the time zone data each time to list their names."""
    if not _names_of_zones:
        _names_of_zones.append(frozenset(zoneinfo.available_timezones()))
    return set(_names_of_zones[0])


def nsl_modules(new_id: Callable[[], uuid.UUID]) -> Mapping[str, Any]:
    """The modules by name. New ids come from `new_id`, so that runs can be repeated."""
    return {
        **{
            module.__name__: NslModule(**{name: getattr(module, name) for name in names})
            for module, names in _NAMES.items()
        },
        "uuid": NslModule(UUID=uuid.UUID, uuid4=new_id),
        "zoneinfo": NslModule(ZoneInfo=zoneinfo.ZoneInfo, available_timezones=_available_timezones),
    }
