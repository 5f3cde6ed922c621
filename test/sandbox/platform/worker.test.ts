import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findJinjaVersions } from "../../../scripts/sandbox/platform/python.ts";
import {
  FlowLoadError,
  type FlowSources,
  type RunResult,
  startWorker,
  type Worker,
  type WorkerHost,
} from "../../../scripts/sandbox/platform/worker.ts";

const pythons = findJinjaVersions();
const silent: WorkerHost = () => undefined;

/** Skills whose parameters all default to `-`. */
function flow(skills: Readonly<Record<string, readonly [string, ...string[]]>>): FlowSources {
  return Object.fromEntries(
    Object.entries(skills).map(([name, [source, ...parameters]]) => [
      name,
      { source, parameters: parameters.map((parameter) => ({ name: parameter, defaultValue: "-" })) },
    ]),
  );
}

test("there is a Python to test with", () => {
  expect(pythons).not.toEqual([]);
});

describe.each(pythons)("a worker on Jinja2 $jinjaVersion", ({ path, jinjaVersion }) => {
  let worker: Worker;
  beforeAll(async () => {
    worker = await startWorker({ python: path });
  });
  afterAll(() => worker.close());

  /** Runs skill `Main` of a flow. */
  const run = (skills: FlowSources, host = silent, kwargs: Record<string, string> = {}): Promise<RunResult> =>
    worker.loadAndRun("DemoFlow", skills, "Main", kwargs, host);
  const runText = (source: string, host = silent): Promise<RunResult> => run(flow({ Main: [source] }), host);
  const value = async (result: Promise<RunResult>): Promise<string | null> => {
    const ended = await result;
    return ended.ok ? ended.value : `${ended.error.type}: ${ended.error.message}`;
  };
  const errorOf = async (result: Promise<RunResult>): Promise<unknown> => {
    const ended = await result;
    return ended.ok ? ended : ended.error;
  };

  test("tells its version", () => {
    expect(worker.jinjaVersion).toBe(jinjaVersion);
  });

  test("gives the stripped output of a skill that does not return", async () => {
    expect(await runText("\n  {{ 1 + 1 }} b \n")).toEqual({
      ...{ ok: true, value: "2 b", output: "\n  2 b " },
      calls: { Main: 1 },
    });
  });

  test("returns out of nested loops and prints nothing after it", async () => {
    const source =
      "{% for i in range(5) %}{% for j in range(5) %}{% if i * j == 6 %}{{ Return(val=i ~ ':' ~ j) }}{% endif %}x{% endfor %}{% endfor %}never";
    expect(await value(runText(source))).toBe("2:3");
  });

  test("returns from the sub-skill only", async () => {
    const skills = flow({ Main: ["a{{ inner() }}c"], inner: ["{{ Return(val='b') }}never"] });
    expect(await value(run(skills))).toBe("abc");
  });

  test("gives an empty text for a bare Return", async () => {
    expect(await value(runText("x{{ Return() }}"))).toBe("");
  });

  test("passes None through", async () => {
    const skills = flow({ Main: ["{{ inner() is none }}"], inner: ["{{ Return(val=none) }}"] });
    expect(await value(run(skills))).toBe("True");
  });

  test.each(["[]", "{}", "1", "true", "nothing"])("refuses to return %s", async (expression) => {
    expect(await errorOf(runText(`{{ Return(val=${expression}) }}`))).toMatchObject({
      type: "SkillError",
      line: 1,
    });
  });

  test("fills a parameter that was not given with its default", async () => {
    const skills = flow({ Main: ["{{ inner(a='1') }}"], inner: ["{{ a }}{{ b }}", "a", "b"] });
    expect(await value(run(skills))).toBe("1-");
  });

  test.each([
    ["inner('1')", "inner: arguments are given by keyword only"],
    ["inner(c='1')", "inner: unknown parameter c"],
    ["inner(a=1)", "inner: parameter a must be text, not int"],
    ["inner(a=true)", "inner: parameter a must be text, not bool"],
    ["inner(a=none)", "inner: parameter a must be text, not NoneType"],
    ["inner(a=['1'])", "inner: parameter a must be text, not list"],
    ["inner(a=nothing)", "inner: parameter a must be text, not Undefined"],
    ["Return('1')", "Return: the only argument is val, by keyword"],
    ["GetCustomerAttribute('x')", "GetCustomerAttribute: arguments are given by keyword only"],
    ["GetCustomerAttribute(fields='x')", "GetCustomerAttribute: unknown argument fields"],
    ["GetCustomerAttribute()", "GetCustomerAttribute: argument field is missing"],
    ["GetCustomerAttribute(field=1)", "GetCustomerAttribute: argument field must be text, not int"],
    ["SendSystemEvent(eventIdn='e', n=1)", "SendSystemEvent: argument n must be text, not int"],
    [
      "CreateConnector(integrationIdn='h', connectorIdn='c', title='t', settings='{}')",
      "CreateConnector: argument settings must be object, not str",
    ],
    [
      "SetCustomerMetadataAttribute(idn='a', field='multiple_fields', value={'x': nothing})",
      "SetCustomerMetadataAttribute: a value of type Undefined cannot be sent",
    ],
    ["Gen(prompt='p')", "Gen: unknown argument prompt"],
  ])("refuses %s", async (call, message) => {
    const skills = flow({ Main: [`\n{{ ${call} }}`], inner: ["{{ a }}", "a"] });
    expect(await errorOf(run(skills))).toMatchObject({ message, skill: "Main", line: 2 });
  });

  test("knows the skills of the same flow only", async () => {
    await worker.loadFlow("OtherFlow", flow({ elsewhere: ["x"] }));
    expect(await errorOf(runText("{{ elsewhere() }}"))).toMatchObject({
      message: "'elsewhere' is undefined",
    });
  });

  test("offers the modules and no others", async () => {
    const source =
      "{{ json.loads('[1]')[0] }} {{ re.sub('a', 'b', 'aa') }} {{ datetime.timedelta(days=1).days }} " +
      "{{ zoneinfo.ZoneInfo('Europe/Riga').key }} {{ math is defined }} {{ os is defined }}";
    expect(await value(runText(source))).toBe("1 bb 1 Europe/Riga False False");
  });

  test("is a sandbox", async () => {
    expect(await errorOf(runText("{{ ''.__class__.__mro__ }}"))).toMatchObject({ type: "SecurityError" });
  });

  test("lets lists grow, as the platform does", async () => {
    expect(await value(runText("{% set l = [] %}{% set _ = l.append('a') %}{{ l[0] }}"))).toBe("a");
  });

  test("gets new ids from the host", async () => {
    const id = "0a0b0c0d-0000-4000-8000-000000000001";
    const calls: string[] = [];
    const result = runText("{{ uuid.uuid4().hex }} {{ uuid.uuid4() | string }}", (action) => {
      calls.push(action);
      return id;
    });
    expect(await value(result)).toBe(`${id.replaceAll("-", "")} ${id}`);
    expect(calls).toEqual(["uuid.uuid4", "uuid.uuid4"]);
  });

  test("gives ids as UUID objects and takes them where ids are asked", async () => {
    const id = "0a0b0c0d-0000-4000-8000-000000000001";
    const asked: unknown[] = [];
    const host: WorkerHost = (action, kwargs) => {
      asked.push(kwargs);
      return action === "GetUser" ? { id: { $uuid: id }, name: "Anna" } : "found";
    };
    const source =
      "{% set user = GetUser() %}{{ user.id is string }} {{ GetPersonaAttribute(id=user.id, field='f') }} {{ user.name }}";
    expect(await value(runText(source, host))).toBe("False found Anna");
    expect(asked).toEqual([{}, { id, field: "f" }]);
    expect(
      await errorOf(runText("{{ SetCustomerAttribute(field='f', value=GetUser().id) }}", host)),
    ).toMatchObject({
      message: "SetCustomerAttribute: argument value must be text, not UUID",
    });
  });

  test("prints nothing for a void action", async () => {
    expect(await value(runText("a{{ DUMMY(message='m') }}b"))).toBe("ab");
  });

  test("sends Gen what the skill has printed so far, without role tags", async () => {
    const prompts: unknown[] = [];
    const host: WorkerHost = (_action, kwargs) => {
      prompts.push(kwargs["prompt"]);
      return { a: "1" };
    };
    const source =
      "{{ system }}You {% if 1 %}book{% endif %}.{{ end }}{{ assistant }}{% set x = Gen(jsonSchema={'type': 'object'}) %}{{ end }}[{{ x.a }}]";
    expect(await value(runText(source, host))).toBe("You book.[1]");
    const inSet =
      "before {% set x %}a{% for i in 'bc' %}{{ i }}{% endfor %}{{ Gen() }}{% endset %}{{ Gen() }}{{ x }}";
    await runText(inSet, host);
    expect(prompts).toEqual(["You book.", "before abc", "before"]);
  });

  test("sends Gen only what its own skill has printed", async () => {
    const prompts: unknown[] = [];
    const skills = flow({ Main: ["outer {{ inner() }}"], inner: [" inner {% set x = Gen() %}"] });
    await run(skills, (_action, kwargs) => {
      prompts.push(kwargs["prompt"]);
      return "";
    });
    expect(prompts).toEqual(["inner"]);
  });

  test("keeps half surrogates and everything else a text can hold", async () => {
    const text = '\ud800 \udc00 \u{1f600} \u2028 \u0000 "\\ \u0105';
    const seen: unknown[] = [];
    const host: WorkerHost = (_action, kwargs) => {
      seen.push(kwargs["value"]);
      return undefined;
    };
    const skills = flow({ Main: ["{{ SetCustomerAttribute(field='f', value=a) }}{{ Return(val=a) }}", "a"] });
    expect(await value(run(skills, host, { a: text }))).toBe(text);
    expect(seen).toEqual([text]);
  });

  test("names skill and line of an error, the innermost", async () => {
    const skills = flow({
      Main: ["\n\n{{ inner(a='x') }}"],
      inner: ["{% if a %}\n{{ a.b.c }}{% endif %}", "a"],
    });
    expect(await errorOf(run(skills))).toEqual({
      type: "UndefinedError",
      message: "'str object' has no attribute 'b'",
      skill: "inner",
      line: 2,
    });
  });

  test("turns what the host refuses into an error of the line that asked", async () => {
    const host: WorkerHost = () => {
      throw new Error("no such thing");
    };
    expect(await errorOf(runText("\n{{ GetUser() }}", host))).toEqual({
      type: "ActionError",
      message: "GetUser: no such thing",
      skill: "Main",
      line: 2,
    });
  });

  test("survives endless recursion, also while it calls actions", async () => {
    expect(await errorOf(runText("{{ Main() }}"))).toMatchObject({ type: "RecursionError", skill: "Main" });
    expect(await errorOf(runText("{{ GetUser() }}{{ Main() }}"))).toMatchObject({ type: "RecursionError" });
    expect(await value(runText("alive"))).toBe("alive");
  });

  test("refuses numbers JSON does not have", async () => {
    const source =
      "{% set x = 'inf' %}{{ SetCustomerMetadataAttribute(idn='a', field='b', value=x | float) }}";
    expect(await errorOf(runText(source))).toMatchObject({ type: "ActionError", line: 1 });
  });

  test("reports every skill that does not parse, and keeps the flow it had", async () => {
    await worker.loadFlow("KeptFlow", flow({ Main: ["old"] }));
    const faulty = flow({ Main: ["new"], One: ["\n{% if %}"], Two: ["{{ 1 | nothing }}"] });
    const error = await worker.loadFlow("KeptFlow", faulty).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FlowLoadError);
    expect((error as FlowLoadError).errors.map(({ skill, line }) => [skill, line])).toEqual([
      ["One", 2],
      ["Two", 1],
    ]);
    expect(await value(worker.run("KeptFlow", "Main", {}, silent))).toBe("old");
    await expect(worker.loadAndRun("KeptFlow", faulty, "Main", {}, silent)).rejects.toThrow("KeptFlow/One:2");
  });

  test("forgets nothing of one flow when another is replaced", async () => {
    await worker.loadFlow("A", flow({ Main: ["{{ inner() }}"], inner: ["a"] }));
    await worker.loadFlow("B", flow({ Main: ["{{ inner() }}"], inner: ["b"] }));
    expect(await value(worker.run("A", "Main", {}, silent))).toBe("a");
    expect(await value(worker.run("B", "Main", {}, silent))).toBe("b");
  });

  test("says which skill is missing", async () => {
    expect(await errorOf(worker.run("Nowhere", "Main", {}, silent))).toMatchObject({
      message: "flow Nowhere has no skill Main",
    });
  });

  test("serves runs that are asked at once, one after another", async () => {
    await worker.loadFlow("Q", flow({ Main: ["{{ a }}{{ GetCustomerAttribute(field=a) }}", "a"] }));
    const host: WorkerHost = (_action, kwargs) => `=${String(kwargs["field"])}`;
    const results = await Promise.all(
      ["1", "2", "3"].map((a) => value(worker.run("Q", "Main", { a }, host))),
    );
    expect(results).toEqual(["1=1", "2=2", "3=3"]);
  });
});

test("the immutable sandbox refuses what the plain one allows", async () => {
  const worker = await startWorker({ sandbox: "immutable" });
  try {
    const source = "{% set l = [] %}{% set _ = l.append('a') %}{{ l[0] }}";
    const result = await worker.loadAndRun("F", flow({ Main: [source] }), "Main", {}, silent);
    expect(result).toMatchObject({ ok: false, error: { type: "SecurityError", line: 1 } });
  } finally {
    await worker.close();
  }
});
