import { describe, expect, test } from "vitest";
import { emptySourceIndex, indexSources, readSourceIndex } from "../../scripts/model/source-index.ts";

const sources = indexSources(
  new Map([
    [
      "attributes/a.ts",
      [
        "export const times = {",
        '  idn: "sample_times",',
        '  title: "Times",',
        "} as const satisfies AttributeDefinition;",
        'export const again = { "idn": "sample_times", valueType: "bool" };',
      ].join("\n"),
    ],
    [
      "module/tools.ts",
      [
        "import { times } from '../attributes/a.ts';",
        'const eventName = "sample_tool";',
        "export const tool: ToolDefinition = { idn: eventName, conditions: [] };",
        'export const flows = [{ idn: "TimesFlow", events: [',
        "  { idn: tool.idn, handler: findTimes },",
        '  { idn: "other", handler: findTimes },',
        "] },",
        '{ idn: "SetupFlow", events: [{ idn: "other", handler: setUp }] }];',
        'export default { agent: { title: "A" } };',
      ].join("\n"),
    ],
    [
      "attributes/define.ts",
      [
        "export function defineSwitch<const Idn extends string>(own: Named<Idn>) {",
        '  return { ...own, valueType: "bool" } as const satisfies AttributeDefinition;',
        "}",
        "export function defineText(own: Named): AttributeDefinition {",
        '  return { ...own, valueType: "string" };',
        "}",
        "export function plainly(own: Named) {",
        "  return { ...own };",
        "}",
      ].join("\n"),
    ],
    [
      "attributes/defined.ts",
      [
        "export const greeting = defineSwitch({",
        '  idn: "sample_greeting",',
        '  title: "Greeting",',
        "});",
        'export const text = defineText({ idn: "sample_text" });',
        'export const other = plainly({ idn: "sample_other" });',
        "export const tool = { idn: greeting.idn, conditions: [] };",
      ].join("\n"),
    ],
    ["scenarios/broken.ts", 'export const x = { idn: "broken", title: "unfinished'],
  ]),
);

const find = (kind: "attribute" | "tool" | "flow" | "event", idn: string, occurrence = 0) =>
  sources.find({ kind, idn, occurrence, within: null });

describe("the source index", () => {
  test("finds a definition and its properties", () => {
    const entry = find("attribute", "sample_times");
    expect(entry?.span.position).toEqual({ file: "attributes/a.ts", line: 1, column: 22 });
    expect(entry?.values.get("title")).toEqual({
      position: { file: "attributes/a.ts", line: 3, column: 10 },
      length: 7,
    });
    expect(entry?.names.get("title")?.position.column).toBe(3);
  });

  test("finds the second definition of an idn", () => {
    expect(find("attribute", "sample_times", 1)?.span.position.line).toBe(5);
    expect(find("attribute", "sample_times", 9)?.span.position.line).toBe(5);
  });

  test("follows constants and tells a tool from the event named after it", () => {
    expect(find("tool", "sample_tool")?.span.position.line).toBe(3);
    expect(find("event", "sample_tool")?.span.position.line).toBe(5);
  });

  test("finds what a function defines, by what the function returns", () => {
    const entry = find("attribute", "sample_greeting");
    expect(entry).toMatchObject({ kind: "attribute", label: "greeting" });
    expect(entry?.span.position).toEqual({ file: "attributes/defined.ts", line: 1, column: 38 });
    expect(entry?.values.get("title")?.position).toMatchObject({ line: 3, column: 10 });
    expect(find("attribute", "sample_text")).toMatchObject({ kind: "attribute", label: "text" });
    expect(sources.findLabelled("other")).toBeNull();
  });

  test("follows the idn of what a function defines", () => {
    expect(find("tool", "sample_greeting")?.span.position).toMatchObject({ line: 7 });
  });

  test("prefers what lies within the given definition", () => {
    const within = find("flow", "SetupFlow");
    const entry = sources.find({ kind: "event", idn: "other", occurrence: 0, within });
    expect(entry?.span.position.line).toBe(8);
    expect(find("event", "other")?.span.position.line).toBe(6);
  });

  test("finds by label, survives broken sources and gives null for what is not there", () => {
    expect(sources.findLabelled("agent")?.span.position.line).toBe(9);
    expect(find("attribute", "broken")?.span.position.file).toBe("scenarios/broken.ts");
    expect(find("attribute", "absent")).toBeNull();
    expect(find("tool", "sample_times")).toBeNull();
    expect(sources.findLabelled("absent")).toBeNull();
    expect(emptySourceIndex.findLabelled("agent")).toBeNull();
  });

  test("reads the folders of the project and passes over missing ones", () => {
    const own = readSourceIndex(".", ["attributes", "no-such-folder"]);
    const query = { kind: "attribute", idn: "altegio_partner_token", occurrence: 0, within: null } as const;
    expect(own.find(query)?.span.position.file).toBe("attributes/credentials.ts");
    expect(readSourceIndex("no-such-folder", ["attributes"]).find(query)).toBeNull();
  });
});
