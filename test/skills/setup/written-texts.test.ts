/** What the publish hook writes: the block, the items, the tools, and its status. */
import { describe, expect, it } from "vitest";
import {
  applicationId,
  locationId,
  moduleVersion,
  partnerToken,
  toolsState,
  userToken,
} from "../../../attributes/index.ts";
import { toolsAttribute } from "#sdk";
import { intents, procedures, scenarios } from "../../../scenarios/index.ts";
import { tools } from "../../../scenarios/tools.ts";
import { instructionMarkers } from "../../../skills/domain/instruction-lists.ts";
import { planBlock } from "../../../skills/setup/instruction-block.ts";
import { mergeTools } from "../../../skills/setup/merge-tools.ts";
import { setUp } from "../../../skills/setup/set-up.ts";
import { scenarioItems } from "../../../skills/setup/scenario-items.ts";
import { readToolsState, writeToolsState } from "../../../skills/setup/tools-state.ts";
import type { KnownTool } from "../../../skills/setup/tools-state.ts";
import { definitionsVersion } from "../../../attributes/version.ts";
import { MemoryHost } from "../memory-host.ts";
import { scripted, silence } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import { publish, statusLine, statusOf } from "../set-up-host.ts";
import { inOrder } from "./settings-in-order.ts";

describe("the block in the instruction", () => {
  const { begin, end } = instructionMarkers;
  const block = (text: string): string => `${begin}${text}${end}`;

  it.each<[string, string, string, string, string, string, string]>([
    ["is added", "Mine", "new", "", `Mine\n\n${block("new")}`, "new", ""],
    ["is added to nothing", "", "new", "", block("new"), "new", ""],
    ["is added to blanks", " \n", "new", "", ` \n${block("new")}`, "new", ""],
    ["is not wanted", "Mine", "", "", "Mine", "", ""],
    ["was deleted", "Mine", "new", "old", "Mine", "old", "deleted"],
    ["was deleted, and is not wanted", "Mine", "", "old", "Mine", "old", "deleted"],
    [
      "is brought up to date",
      `Mine\n\n${block("old")} after`,
      "new",
      "old",
      `Mine\n\n${block("new")} after`,
      "new",
      "",
    ],
    ["is what it should be", `${block("new")}`, "new", "old", `${block("new")}`, "new", ""],
    ["is taken out", `Mine\n\n${block("old")} after`, "", "old", "Mine after", "", ""],
    ["is taken out, as it was put", `Mine\n${block("old")}`, "", "old", "Mine\n", "", ""],
    ["was edited", `${block("mine")}`, "new", "old", `${block("mine")}`, "old", "edited"],
    ["was edited, and is not known", `${block("mine")}`, "new", "", `${block("mine")}`, "new", "edited"],
    ["was emptied", `a ${block("")}`, "new", "", `a ${block("")}`, "new", "edited"],
    ["has lost its end", `${begin}old`, "new", "old", `${begin}old`, "old", "edited"],
    ["has lost its beginning", `old${end}`, "new", "old", `old${end}`, "old", "edited"],
    [
      "stands there twice",
      `${block("old")}${block("old")}`,
      "new",
      "old",
      `${block("old")}${block("old")}`,
      "old",
      "edited",
    ],
    ["ends before it begins", `${end}${begin}old`, "new", "old", `${end}${begin}old`, "old", "edited"],
  ])("%s", (_, stored, wanted, known, text, written, because) => {
    expect(planBlock(stored, wanted, known)).toEqual({ text, written, because });
  });
});

describe("the items of the canvas", () => {
  const every = [...new Set([...intents, ...procedures, ...scenarios].flatMap(({ needs }) => needs))];
  const one = every[0] ?? "";

  it("are those whose tools are registered", () => {
    for (const active of [[], [one], every]) {
      const serves = ({ needs }: { readonly needs: readonly string[] }): boolean =>
        needs.length === 0 || needs.some((idn) => active.includes(idn));
      const wanted = [...intents, ...procedures, ...scenarios].filter(serves).map(({ idn }) => idn);
      expect(scenarioItems(active, []).map(({ idn }) => idn)).toEqual(wanted);
      for (const item of scenarioItems(active, [])) {
        const steps = [...procedures, ...scenarios].find(({ idn }) => idn === item.idn)?.steps.filter(serves);
        const texts = steps?.map(({ text }) => text) ?? [];
        expect(texts.every((text) => item.body.includes(text))).toBe(true);
        expect(item.kind === "intent" || item.body.split("\n").length >= texts.length).toBe(true);
      }
    }
  });

  it("have their titles and numbered steps", () => {
    const items = scenarioItems(every, []);
    const of = (idn: string) => items.find((item) => item.idn === idn);
    for (const { idn, prefix, title } of intents) {
      expect(of(idn)?.title).toBe(`## **[${prefix}] ${title}**`);
    }
    for (const { idn, title, start, steps } of procedures) {
      expect(of(idn)).toMatchObject({ kind: "procedure", title: `## **${title}** procedure` });
      expect(of(idn)?.body.split("\n")).toEqual([
        start,
        ...steps.map(({ text }, index) => `${String(index + 1)}. ${text}`),
      ]);
    }
    for (const { idn, number, start, steps } of scenarios) {
      expect(of(idn)?.body.split("\n")).toEqual([
        start,
        ...steps.map(({ text }, index) => `### **Step ${String(number)}.${String(index + 1)}:** ${text}`),
      ]);
    }
  });

  it("mark for the team what only the team can do, and nothing that the agent does with a tool", () => {
    const forTeam = intents.filter(({ prefix }) => prefix === "T");
    expect(forTeam.map(({ idn }) => idn)).toEqual(["altegio_intent_other"]);
    // Cancelling, moving and looking up among them.
    const byAgent = intents
      .filter(({ prefix }) => prefix === "L")
      .flatMap(({ needs }): readonly string[] => needs);
    expect(tools.map(({ idn }) => idn).filter((idn) => !byAgent.includes(idn))).toEqual([]);
  });

  it("say before their first step when they start, and procedures when they are invoked", () => {
    for (const { kind, body } of scenarioItems(every, [])) {
      const [first = "", ...steps] = body.split("\n");
      if (kind !== "intent") {
        expect(first).toMatch(kind === "scenario" ? /^Starts when / : /^Invoked when /);
        expect(steps.join("\n")).not.toMatch(/starts when|invoked when/iu);
      }
    }
  });

  it("leave steps out whose tools are off", () => {
    const idns = [...procedures, ...scenarios].flatMap(({ steps }) => steps.flatMap(({ needs }) => needs));
    for (const idn of new Set(idns)) {
      const items = scenarioItems(
        every.filter((other) => other !== idn),
        [],
      );
      for (const { idn: item, steps } of [...procedures, ...scenarios]) {
        const body = items.find((entry) => entry.idn === item)?.body;
        const gone = steps.filter(({ needs }) => needs.length === 1 && needs[0] === idn);
        expect(gone.some(({ text }) => body?.includes(text) === true && body.split(text).length > 1)).toBe(
          false,
        );
      }
    }
  });
});

describe("what is remembered of the tools", () => {
  const tool = { idn: "a", written: "{}", kept: "" };

  it("is read back, and written where it is another", () => {
    const host = new MemoryHost();
    const ctx = host.context();
    const write = (known: readonly KnownTool[]): void => {
      writeToolsState(ctx, known, readToolsState(ctx).stored);
    };
    write([]);
    write([{ idn: "b", written: "", kept: "" }]);
    expect(host.calls("SetCustomerAttribute")).toEqual([]);
    write([tool, { idn: "b", written: "", kept: "" }, { idn: "c", written: "", kept: "{1}" }]);
    expect(readToolsState(ctx).tools).toEqual([tool, { idn: "c", written: "", kept: "{1}" }]);
    write([tool, { idn: "c", written: "", kept: "{1}" }]);
    expect(host.calls("SetCustomerAttribute")).toHaveLength(1);
    write([]);
    expect(host.customer.get(toolsState.idn)).toBe('{"tools":[]}');
    const blank = new MemoryHost({ customer: { [toolsState.idn]: " \n" } });
    writeToolsState(blank.context(), [], readToolsState(blank.context()).stored);
    expect(blank.calls("SetCustomerAttribute")).toEqual([]);
  });
});

describe("the tools", () => {
  const merged = (stored: string, active: readonly string[] = [], state = "") => {
    const host = new MemoryHost({ customer: { [toolsAttribute]: stored, [toolsState.idn]: state } });
    const { line } = mergeTools(host.context(), active, []);
    return { line, text: host.customer.get(toolsAttribute) ?? "", host };
  };
  const tool = "altegio_book_appointment_tool";

  it("are put beside what is there, which keeps every byte", () => {
    const added = merged('{ "x": 1.50, "tools": { "mine": {"a": 1.0} } }', [tool]);
    expect(added.text).toContain('"x": 1.50');
    expect(added.text).toContain('"mine": {"a": 1.0}');
    expect(Object.keys((JSON.parse(added.text) as { tools: object }).tools)).toEqual(["mine", tool]);
    expect(added.line).toMatch(new RegExp(`^Tools: ${tool} registered$`, "u"));
    for (const empty of ["", "{}", '{"tools":null}', '{"tools":[]}', '{"tools":{}}']) {
      expect(Object.keys((JSON.parse(merged(empty, [tool]).text) as { tools: object }).tools)).toEqual([
        tool,
      ]);
    }
    const again = merged(added.text, [tool], added.host.customer.get(toolsState.idn));
    expect(again.text).toBe(added.text);
    expect(again.host.calls("SetCustomerAttribute")).toEqual([]);
  });

  it("are taken out, and left as they were edited", () => {
    const added = merged("", [tool]);
    const state = added.host.customer.get(toolsState.idn) ?? "";
    const off = merged(added.text, [], state);
    expect(JSON.parse(off.text)).toEqual({ tools: {} });
    expect(off.line).toBe("Tools: none registered, every switch is off");
    const edited = merged(JSON.stringify({ tools: { [tool]: { mine: true } } }), [tool], state);
    expect(edited.line).toMatch(new RegExp(`; left as you edited them: ${tool}$`, "u"));
    expect(JSON.parse(edited.text)).toEqual({ tools: { [tool]: { mine: true } } });
    expect(added.line).not.toMatch(/edited/u);
  });

  it.each(["[]", "{", "3", '{"tools":[1]}', '{"tools":"x"}', '{"tools":3}'])(
    "leave %j as it is",
    (stored) => {
      const { line, text } = merged(stored, [tool]);
      expect(line).toMatch(/^Tools: not registered/u);
      expect(text).toBe(stored);
    },
  );
});

describe("the status", () => {
  it("refuses an account that a newer version has set up", async () => {
    const host = await publish(new MemoryHost({ customer: { [moduleVersion.idn]: "99.0.0" } }));
    expect(statusOf(host)).toMatch(/set up by 99\.0\.0, which is newer/u);
    expect(host.customer.get(moduleVersion.idn)).toBe("99.0.0");
    expect([host.calls("CreateConnector"), host.metadata.size]).toEqual([[], 0]);
    expect(host.searchable()).toMatch(/refused, because/u);
  });

  it("has a line for each step, and the version it was", async () => {
    const host = await publish(new MemoryHost({ now: "2026-09-18T15:04:05-05:00" }));
    expect(statusOf(host).split("\n")[0]).toBe(
      `AltegioIntegration ${definitionsVersion}, last publish 2026-09-18 15:04`,
    );
    for (const word of [
      "Attributes",
      "Connector",
      "Locations",
      "Catalogue",
      "User token",
      "Tools",
      "Scenarios",
      "Version",
    ]) {
      expect(statusLine(host, word)).not.toBe("");
    }
    expect(statusLine(host, "User token")).toMatch(/not checked, because/u);
    expect(statusLine(host, "Version")).toMatch(/for the first time$/u);
    await publish(host);
    expect(statusLine(host, "Version")).toBe(`Version: ${definitionsVersion}`);
    const odd = await publish(new MemoryHost({ customer: { [moduleVersion.idn]: "latest" } }));
    expect(statusLine(odd, "Version")).toMatch(/held no version/u);
    const old = await publish(new MemoryHost({ customer: { [moduleVersion.idn]: "0.0.1" } }));
    expect(statusLine(old, "Version")).toMatch(/updated from 0\.0\.1/u);
    expect(host.searchable()).toMatch(/Altegio set-up after project_publish_finish: done/u);
  });

  it("stands before the answers have come", async () => {
    const seen: string[] = [];
    const look: Step = (host) => {
      seen.push(statusOf(host));
      return silence;
    };
    const played = scripted(
      { "GET /company/4564": look },
      { customer: { ...inOrder, [applicationId.idn]: "", [userToken.idn]: "" } },
    );
    await setUp(played.ctx, {
      idn: "project_publish_finish",
      integrationIdn: "system",
      connectorIdn: "project",
      arguments: {},
    });
    expect(seen[0]).toMatch(/waiting for Altegio's answers/u);
    expect(seen[0]).toMatch(/\nAttributes: .*\nConnector: .*\nTools: /u);
    expect(statusLine(played.host, "Locations")).toMatch(/Application ID is missing/u);
  });

  it("says of a location without a token, and of a token without a location, that nothing was checked", async () => {
    for (const customer of [
      { [locationId.idn]: "4564" },
      { [partnerToken.idn]: "p", [userToken.idn]: "u" },
    ]) {
      const host = await publish(new MemoryHost({ customer }));
      expect(statusLine(host, "User token")).toMatch(/not checked, because/u);
      expect(host.calls("SendCommand")).toEqual([]);
    }
  });
});
