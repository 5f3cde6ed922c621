"""Runs NSL skills in sandboxed Jinja2 for the sandbox's Node side.

One process serves many users, one after another, and each of them many runs. Messages are JSON, one a line,
ASCII only, over stdin and stdout:

    init  {"op", "sandbox", "extensions", "actions"}
          forgets the flows of the user before    -> {"ready"}
    load  {"op", "flow", "skills"}                -> {"loaded"} or {"errors"}
    run   {"op", "flow", "skill", "kwargs"[, "skills"]}
          any number of {"call", "kwargs"}, each answered by {"answer"} or {"fail"}
                                                  -> {"value", "output"}, {"error"} or {"errors"}

What ran says in "seconds" how long it took without the calls. That is for measuring and nothing else: no two runs
take the same.

A skill sees what the platform offers (docs/platform.md, "The dialect"): modules, role tags, the actions and the
skills of its own flow, all called by keyword. Everything that crosses a skill boundary is text.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import BuiltinMethodType, CodeType, FrameType, FunctionType, TracebackType
from typing import Any, BinaryIO

try:
    import resource
except ImportError:  # Windows has no limits of this kind.
    resource = None  # type: ignore[assignment]

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from nsl_modules import NslModule, nsl_modules

CODE_CACHE_SIZE = 5000
RECURSION_LIMIT = 1000
RECURSION_RESERVE = 200
# Many times what the largest artifacts need, and little enough for the machine to go on when a skill asks for more.
MOST_MEMORY_BYTES = 1 << 30

# What the fast paths of `Environment` take: nothing of these is marked unsafe or wants Jinja2's context.
PLAIN_TYPES = frozenset({str, list, dict, re.Match, NslModule})
FORMAT_METHODS = frozenset({"format", "format_map"})
PLAIN_FUNCTIONS = frozenset(
    value for module in (json, re) for value in vars(module).values() if type(value) is FunctionType and not vars(value)
)


class ActionError(Exception):
    """A call the platform would refuse, or the host's refusal."""


class SkillError(Exception):
    """A skill called or ended in a way the platform does not allow."""


class SkillReturn(BaseException):
    """Ends the running skill. Not an Exception: nothing in a template may catch it."""

    def __init__(self, value: str | None) -> None:
        super().__init__()
        self.value = value


class ObservableCodeGenerator(CodeGenerator):
    """Standard code, except that what a block set has printed so far can be seen while it is open.

    Jinja2 collects neighbouring outputs in one go, which would hide the prompt from a `Gen()` that stands
    inside `{% set x %}...{% endset %}`. Meaning and order of evaluation stay the same.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._buffers: list[str] = []

    def buffer(self, frame: Frame) -> None:
        super().buffer(frame)
        if frame.buffer is not None:
            self._buffers.append(frame.buffer)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        depth = len(self._buffers)
        super().visit_AssignBlock(node, frame)
        self.writeline(f"{self._buffers[depth]} = None")
        del self._buffers[depth:]

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        if frame.buffer is None or len(node.nodes) < 2:
            super().visit_Output(node, frame)
            return
        for child in node.nodes:
            super().visit_Output(nodes.Output([child], lineno=child.lineno), frame)


class Environment(SandboxedEnvironment):
    """The plain sandbox: lists and dicts may be changed, as production skills do.

    Most of what skills ask for are methods of texts, lists, dicts, matches and modules, which Jinja2 looks at from
    all sides each time. Where the answer is known beforehand it is given at once; it is the same answer.
    """

    code_generator_class = ObservableCodeGenerator

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) in PLAIN_TYPES and attribute[:1] != "_" and attribute not in FORMAT_METHODS:
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        kind = type(__obj)
        is_method = kind is BuiltinMethodType and __obj.__name__ not in FORMAT_METHODS
        if not is_method and not (kind is FunctionType and __obj in PLAIN_FUNCTIONS):
            return super().call(__context, __obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        try:
            return __obj(*args, **kwargs)
        except StopIteration:
            return __self.undefined("value was undefined because a callable raised a StopIteration exception")


class ImmutableEnvironment(ImmutableSandboxedEnvironment):
    """The strict sandbox: `append()` and `update()` are refused."""

    code_generator_class = ObservableCodeGenerator


@dataclass(frozen=True)
class Skill:
    """A compiled skill and the default texts of its parameters."""

    name: str
    template: jinja2.Template
    defaults: Mapping[str, str]


@dataclass
class Running:
    """A skill being executed and what it has printed outside of block sets."""

    flow: str
    skill: Skill
    printed: list[str] = field(default_factory=list)


class Pipe:
    """JSON lines. Lone surrogates survive because everything outside ASCII is escaped."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._target = target

    def read(self) -> dict[str, Any] | None:
        """The next message, None at the end of input. `{"$uuid": text}` becomes a UUID."""
        line = self._source.readline()
        return DECODER.decode(line.decode("utf-8", "surrogatepass")) if line else None

    def write(self, message: Mapping[str, Any]) -> None:
        self._target.write(ENCODER.encode(message).encode("ascii") + b"\n")
        self._target.flush()


@cache
def _environment(
    sandbox: str, extensions: tuple[str, ...]
) -> tuple[SandboxedEnvironment, dict[tuple[str, str], CodeType]]:
    """The environment and the code of every skill that was compiled in it, for all users of the process."""
    kind = ImmutableEnvironment if sandbox == "immutable" else Environment
    return kind(extensions=extensions), {}


class Worker:
    """Flows, the environment they run in, and the skills that are being executed right now."""

    def __init__(
        self, pipe: Pipe, sandbox: str, extensions: Sequence[str], actions: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self._pipe = pipe
        self._environment, self._codes = _environment(sandbox, tuple(extensions))
        self._flows: dict[str, dict[str, Skill]] = {}
        self._running: list[Running] = []
        self._calls: dict[str, int] = {}
        self._seconds_in_calls = 0.0
        self._globals: dict[str, Any] = {
            **self._environment.globals,
            **nsl_modules(self._new_id),
            "system": "",
            "assistant": "",
            "end": "",
            "Return": _return,
            **{name: self._action(name, signature) for name, signature in actions.items()},
        }

    def load(self, flow: str, skills: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Compiles the skills of a flow and replaces the flow. All skills that do not parse are reported."""
        scope = dict(self._globals)
        loaded: dict[str, Skill] = {}
        errors: list[dict[str, Any]] = []
        for name, source in skills.items():
            try:
                code = self._compile(name, source["source"])
                template = jinja2.Template.from_code(self._environment, code, scope)
            except Exception as error:
                place = {"skill": name, "line": getattr(error, "lineno", None)}
                errors.append({"type": type(error).__name__, "message": _message(error), **place})
                continue
            defaults = {parameter["name"]: parameter["defaultValue"] for parameter in source["parameters"]}
            loaded[name] = Skill(name, template, defaults)
            scope[name] = self._sub_skill(flow, name)
        if errors:
            return {"errors": errors}
        self._flows[flow] = loaded
        return {"loaded": flow}

    def run(self, flow: str, skill: str, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """Runs a skill; whatever goes wrong in it becomes an error with the line of the template."""
        self._running.clear()
        self._calls = {}
        self._seconds_in_calls = 0.0
        started = time.thread_time()
        try:
            value, printed = self._execute(flow, skill, kwargs)
        except Exception as error:
            return {"error": _describe(error), **self._counted(started)}
        return {"value": value, "output": printed, **self._counted(started)}

    def _counted(self, started: float) -> dict[str, Any]:
        return {"calls": self._calls, "seconds": time.thread_time() - started - self._seconds_in_calls}

    def _compile(self, name: str, source: str) -> CodeType:
        code = self._codes.get((name, source))
        if code is None:
            if len(self._codes) >= CODE_CACHE_SIZE:
                self._codes.clear()
            code = self._environment.compile(source, name, f"<{name}>")
            self._codes[(name, source)] = code
        return code

    def _execute(self, flow: str, name: str, kwargs: Mapping[str, Any]) -> tuple[str | None, str]:
        skill = self._flows.get(flow, {}).get(name)
        if skill is None:
            raise SkillError(f"flow {flow} has no skill {name}")
        running = Running(flow, skill)
        context = skill.template.new_context({**skill.defaults, **_checked_parameters(skill, kwargs)})
        self._running.append(running)
        self._calls[name] = self._calls.get(name, 0) + 1
        try:
            for chunk in skill.template.root_render_func(context):
                running.printed.append(chunk)
        except SkillReturn as ended:
            return ended.value, "".join(running.printed)
        finally:
            self._running.pop()
        printed = "".join(running.printed)
        return printed.strip(), printed

    def _sub_skill(self, flow: str, name: str) -> Callable[..., str | None]:
        def call_skill(*args: Any, **kwargs: Any) -> str | None:
            if args:
                raise SkillError(f"{name}: arguments are given by keyword only")
            return self._execute(flow, name, kwargs)[0]

        return call_skill

    def _action(self, name: str, signature: Mapping[str, Any]) -> Callable[..., Any]:
        def call_action(*args: Any, **kwargs: Any) -> Any:
            if args:
                raise ActionError(f"{name}: arguments are given by keyword only")
            checked = _checked_arguments(name, signature, kwargs)
            if signature["prompt"]:
                checked["prompt"] = self._prompt()
            return self._ask(name, checked)

        return call_action

    def _new_id(self) -> uuid.UUID:
        return uuid.UUID(str(self._ask("uuid.uuid4", {})))

    def _ask(self, action: str, kwargs: Mapping[str, Any]) -> Any:
        top = self._running[-1]
        started = time.thread_time()
        # A call that has been written must be read back, or the pipes would be out of step.
        sys.setrecursionlimit(RECURSION_LIMIT + RECURSION_RESERVE)
        try:
            self._pipe.write({"call": action, "kwargs": kwargs, "flow": top.flow, "skill": top.skill.name})
            reply = self._pipe.read()
        finally:
            sys.setrecursionlimit(RECURSION_LIMIT)
            self._seconds_in_calls += time.thread_time() - started
        if reply is None:
            raise SystemExit(0)
        if "fail" in reply:
            raise ActionError(f"{action}: {reply['fail']}")
        return reply["answer"]

    def _prompt(self) -> str:
        """What the running skill has printed so far, open block sets included."""
        frame: FrameType | None = sys._getframe()
        while frame is not None and "__jinja_template__" not in frame.f_globals:
            frame = frame.f_back
        open_sets: list[str] = []
        if frame is not None:
            buffers = {name: value for name, value in frame.f_locals.items() if re.fullmatch(r"t_[0-9]+", name)}
            for name in sorted(buffers, key=lambda text: int(text[2:])):
                if isinstance(buffers[name], list):
                    open_sets.extend(buffers[name])
        return "".join([*self._running[-1].printed, *open_sets]).strip()


def _return(*args: Any, **kwargs: Any) -> None:
    value = kwargs.pop("val", "")
    if args or kwargs:
        raise SkillError("Return: the only argument is val, by keyword")
    if value is not None and not isinstance(value, str):
        raise SkillError(f"Return: val must be text, not {type(value).__name__}")
    raise SkillReturn(value)


def _checked_parameters(skill: Skill, kwargs: Mapping[str, Any]) -> Mapping[str, str]:
    for name, value in kwargs.items():
        if name not in skill.defaults:
            raise SkillError(f"{skill.name}: unknown parameter {name}")
        if not isinstance(value, str):
            raise SkillError(f"{skill.name}: parameter {name} must be text, not {type(value).__name__}")
    return kwargs


def _checked_arguments(action: str, signature: Mapping[str, Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments ready to be sent. Free arguments, where an action takes them, are text."""
    kinds: Mapping[str, str] = signature["arguments"]
    checked: dict[str, Any] = {}
    for name, value in kwargs.items():
        kind = kinds.get(name, "text" if signature["free"] else None)
        if kind is None:
            raise ActionError(f"{action}: unknown argument {name}")
        if isinstance(value, uuid.UUID) and kind in ("id", "any"):
            value = str(value)
        if not _fits(value, kind):
            raise ActionError(f"{action}: argument {name} must be {kind}, not {type(value).__name__}")
        checked[name] = value
    for name in signature["required"]:
        if name not in checked:
            raise ActionError(f"{action}: argument {name} is missing")
    try:
        ENCODER.encode(checked)
    except (TypeError, ValueError) as error:
        raise ActionError(f"{action}: {error}") from None
    return checked


def _fits(value: Any, kind: str) -> bool:
    if kind in ("text", "id"):
        return isinstance(value, str)
    if kind == "list":
        return isinstance(value, list)
    if kind == "object":
        return isinstance(value, dict)
    if kind == "schema":
        return isinstance(value, (dict, str))
    return isinstance(value, (dict, list, str, bool, int, float))


def _decode(value: dict[str, Any]) -> Any:
    return uuid.UUID(value["$uuid"]) if value.keys() == {"$uuid"} else value


def _encode(value: Any) -> str:
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError(f"a value of type {type(value).__name__} cannot be sent")


DECODER = json.JSONDecoder(object_hook=_decode)
ENCODER = json.JSONEncoder(default=_encode, allow_nan=False)


def _describe(error: Exception) -> dict[str, Any]:
    """The error with the innermost skill and template line it passed through."""
    skill: str | None = None
    line: int | None = None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            skill, line = template.name, template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return {"type": type(error).__name__, "message": _message(error), "skill": skill, "line": line}


def _message(error: Exception) -> str:
    return "it needs more memory than skills are given" if isinstance(error, MemoryError) else str(error)


def _limit_memory() -> None:
    """What a skill cannot have it is refused, instead of taking it from everything else that runs."""
    if resource is None:
        return
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = MOST_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MOST_MEMORY_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):
        # Some systems have the name and not the limit.
        return


def _outlive_interruptions() -> None:
    """Ctrl+C reaches every process of a terminal. Whoever started this one may need it to put things in order, and ends
    it; only when nobody is there to do so, it ends itself, whatever it runs."""
    if not hasattr(signal, "setitimer"):  # Windows
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return
    parent = os.getppid()

    def end_when_alone(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGALRM, end_when_alone)
    signal.signal(signal.SIGINT, lambda *_: signal.setitimer(signal.ITIMER_REAL, 1, 1))


def _answer(pipe: Pipe, reply: Mapping[str, Any]) -> None:
    """Sends a reply; one that is too large to be written down is an error of the skill."""
    try:
        pipe.write(reply)
    except MemoryError as error:
        pipe.write({"error": _describe(error), "calls": reply.get("calls", {})})


def main() -> None:
    _outlive_interruptions()
    _limit_memory()
    pipe = Pipe(sys.stdin.buffer, sys.stdout.buffer)
    sys.stdout = sys.stderr
    sys.setrecursionlimit(RECURSION_LIMIT)
    worker: Worker | None = None
    while (message := pipe.read()) is not None:
        if worker is None or message["op"] == "init":
            worker = Worker(pipe, message["sandbox"], message["extensions"], message["actions"])
            pipe.write({"ready": jinja2.__version__})
            continue
        loaded: dict[str, Any] = {}
        if "skills" in message:
            loaded = worker.load(message["flow"], message["skills"])
        if message["op"] == "run" and "errors" not in loaded:
            _answer(pipe, worker.run(message["flow"], message["skill"], message["kwargs"]))
        else:
            pipe.write(loaded)


if __name__ == "__main__":
    main()
