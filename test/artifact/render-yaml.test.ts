import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EnumValue, parseYaml } from "../../scripts/artifact/index.ts";
import { renderYaml, type YamlValue } from "../../scripts/artifact/yaml/render-yaml.ts";

const folded = { foldedKeys: new Set(["description"]) };

/** One text at every kind of place: folded and not, in a list, deep inside. */
function everywhere(text: string): YamlValue {
  return {
    description: text,
    title: text,
    list: [text, { description: text }],
    deep: { deep: { description: text } },
  };
}

const hostile = [
  ...["", " ", "x ", " x", "a\n", "\n", "\n\n", "a\n\n", "a\n b", " a\nb", "a \nb", "a\n\nb", "\ta", "a\tb"],
  ...['"', "'", "it's", '{"a": "it\'s"}', '["x"]', '"[', "}}", "{{ x }}", "{% if %}", "\\", "\\n", "a\\"],
  ...[
    "@x",
    "`x",
    "%x",
    "&x",
    "*x",
    "!x",
    "!enum",
    "|",
    ">",
    "|-",
    "- x",
    "-",
    "-x",
    "--- x",
    "...",
    "? x",
    "?x",
  ],
  ...[
    ": ",
    ":",
    "a: b",
    "a:b",
    "a:",
    "#",
    "# x",
    "a #b",
    "a#b",
    ",x",
    "a, b",
    "[",
    "]",
    "{",
    "}",
    "[]",
    "{}",
  ],
  ...[
    "<<",
    "=",
    "~",
    "null",
    "Null",
    "y",
    "n",
    "Y",
    "yes",
    "No",
    "on",
    "OFF",
    "True",
    "false",
    ".inf",
    "-.INF",
    ".NaN",
  ],
  ...[
    "1",
    "-1",
    "+1",
    "1_000",
    "0x1F",
    "0o7",
    "017",
    "0b1",
    "1.5",
    "1.",
    ".5",
    "1e3",
    "1E+3",
    "1_0.5",
    "4.1.0",
  ],
  ...[
    "10:30",
    "09:30",
    "1:2:3.5",
    "2026-01-02",
    "2026-1-2",
    "2026-01-02T10:30:00Z",
    "2026-01-02 10:30",
    "12:",
  ],
  ...[
    "Привет, мир",
    "🙂",
    "дата: 🙂",
    "\u00a0x\u00a0",
    "\u200bx",
    "e\u0301",
    "\u0085",
    "\u2028",
    "\ufeffx",
    "\u0000",
    "\u007f",
  ],
  ...["word ".repeat(60).trim(), `${"word ".repeat(60)}: end`, "word  ".repeat(60).trim(), "x".repeat(300)],
  ...[
    `${"w".repeat(90)} - x # y`,
    `${"w".repeat(78)} "q" - x`,
    `${"слово ".repeat(40)}🙂`,
    `${"\\ ".repeat(80)}"`,
  ],
];

describe("rendered YAML", () => {
  test.each(hostile)("gives %j back in YAML 1.1 and 1.2", (text) => {
    const value = everywhere(text);
    const yaml = renderYaml(value, folded);
    expect(parseYaml(yaml, "1.1")).toEqual(value);
    expect(parseYaml(yaml, "1.2")).toEqual(value);
  });

  test("gives any text back", () => {
    const word = fc.constantFrom(
      "word",
      "longer",
      " ",
      "  ",
      ": ",
      " #",
      "- ",
      '"',
      "'",
      "{",
      "\\",
      "\n",
      "слово",
      "🙂",
    );
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(word, { maxLength: 80 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const value = everywhere(text);
        const yaml = renderYaml(value, folded);
        expect(parseYaml(yaml, "1.1")).toEqual(value);
        expect(parseYaml(yaml, "1.2")).toEqual(value);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  const hasPyYaml = spawnSync("python3", ["-c", "import yaml"]).status === 0;
  test.skipIf(!hasPyYaml)("is read alike by PyYAML, which is what the platform uses", () => {
    const value = hostile.map(everywhere);
    const program =
      "import sys, json, yaml; json.dump(yaml.safe_load(sys.stdin.buffer.read().decode()), sys.stdout)";
    const result = spawnSync("python3", ["-c", program], {
      input: renderYaml(value, folded),
      encoding: "utf8",
    });
    expect(result.stderr).toBe("");
    expect(JSON.parse(result.stdout)).toEqual(value);
  });

  test.each([
    ["plain words", "plain words"],
    ["4.1.0", "4.1.0"],
    ["True", '"True"'],
    ["on", '"on"'],
    ["10:30", '"10:30"'],
    ["1_000", '"1_000"'],
    ["2026-01-02", '"2026-01-02"'],
    ["<<", '"<<"'],
    ["=", '"="'],
    ["", '""'],
    ['{"a": 1}', `'{"a": 1}'`],
    ["a\nb", "|-\n  a\n  b"],
    ["a \nb", '"a \\nb"'],
  ])("writes %j as the platform does", (text, yaml) => {
    expect(renderYaml({ key: text }, folded)).toBe(`key: ${yaml}\n`);
  });

  test("folds long plain and double-quoted text of chosen keys only", () => {
    const text = "word ".repeat(20).trim();
    const lines = (value: YamlValue) => renderYaml(value, folded).trimEnd().split("\n");
    expect(lines({ title: text })).toHaveLength(1);
    expect(lines({ description: text })).toEqual([
      `description: ${"word ".repeat(14).trim()}`,
      `  ${"word ".repeat(6).trim()}`,
    ]);
    expect(lines({ description: `a: ${text}` })[1]).toMatch(/^ {2}\\ word/u);
  });

  test("writes and reads the enum tag", () => {
    const yaml = renderYaml({ type: new EnumValue("ValueType.STRING") }, folded);
    expect(yaml).toBe('type: !enum "ValueType.STRING"\n');
    expect(parseYaml(yaml)).toEqual({ type: new EnumValue("ValueType.STRING") });
  });

  test("refuses text that is not Unicode, and YAML that is not valid", () => {
    expect(() => renderYaml({ key: "a\ud800" }, folded)).toThrow("surrogate");
    expect(() => parseYaml("a: [")).toThrow();
    expect(() => parseYaml("a: !unknown x")).toThrow("!unknown");
  });
});
