import { describe, expect, test } from "vitest";
import { parseIdentity, readIdentity } from "../../scripts/model/read-identity.ts";

const good = [
  "project: sample_integration",
  "title: sample_integration",
  "description: For tests.",
  "version: 1.4.0",
  "registry: production",
  "registry_item: SampleIntegration",
  "agent: SampleAgent",
  "connector:",
  "  integration: http",
  "  idn: sample_connector",
  "attribute_prefix: sample_",
  "",
].join("\n");

const problemsOf = (text: string) =>
  parseIdentity(text).problems.map(({ code, position, length, message }) => ({
    code,
    place: `${String(position?.line)}:${String(position?.column)}+${String(length)}`,
    message,
  }));

describe("module.yaml", () => {
  test("of this project is read as the set-up page of the module demands", () => {
    const { identity, problems } = readIdentity(".");
    expect(problems).toEqual([]);
    expect(identity).toMatchObject({
      projectIdn: "altegio_integration",
      title: "altegio_integration",
      registry: "production",
      registryItemIdn: "AltegioIntegration",
      agentIdn: "AltegioAgent",
      connectorIdn: "altegio_connector",
    });
  });

  test("tells what the module is tried out with", () => {
    expect(parseIdentity(`${good}sandbox:\n  demo: demo.yaml\n`).sandbox).toEqual({
      simulator: "",
      conversations: "",
      demo: "demo.yaml",
    });
  });

  test("gives every property a place in the identity", () => {
    expect(parseIdentity(good)).toEqual({
      sandbox: { simulator: "", conversations: "", demo: "" },
      problems: [],
      identity: {
        projectIdn: "sample_integration",
        title: "sample_integration",
        description: "For tests.",
        version: "1.4.0",
        registry: "production",
        registryItemIdn: "SampleIntegration",
        agentIdn: "SampleAgent",
        connectorIdn: "sample_connector",
        attributePrefix: "sample_",
      },
    });
  });

  test("reports all mistakes at their places", () => {
    const text = good
      .replace("1.4.0", "1.4")
      .replace("integration: http", "integration: htpp")
      .replace("registry_item", "registryitem");
    expect(problemsOf(text)).toEqual([
      {
        code: "MOD2011",
        place: "1:1+1",
        message: 'The module file has no "registry_item".',
      },
      {
        code: "MOD2012",
        place: "6:1+12",
        message: 'The module file has a property "registryitem" that means nothing.',
      },
      { code: "MOD2024", place: "4:10+3", message: expect.stringContaining("1.4, which is not a version") },
      { code: "MOD2015", place: "9:16+4", message: expect.stringContaining('"htpp"') },
    ]);
    expect(parseIdentity(text).identity).toBeNull();
  });

  test.each([
    ["", "MOD2014"],
    ["- a list\n", "MOD2014"],
    ["project: [\n", "MOD2051"],
    ["project: a\nproject: b\n", "MOD2051"],
    ["project: *nowhere\n", "MOD2051"],
    ["project: !custom x\n", "MOD2051"],
  ])("%j is refused with a position", (text, code) => {
    const { identity, problems } = parseIdentity(text);
    expect(identity).toBeNull();
    expect(problems[0]).toMatchObject({ code, position: { file: "module.yaml" } });
    expect(problems[0]?.position?.line).toBeGreaterThan(0);
  });

  test("that is not there is a problem, not an exception", () => {
    expect(readIdentity("no-such-folder").problems[0]?.message).toBe(
      "The file module.yaml cannot be read: ENOENT.",
    );
  });
});
