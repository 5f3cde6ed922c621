/** Step 5 of the publish hook, on the handlers as JavaScript. No test here is connected to Altegio. */
import { describe, expect, it } from "vitest";
import { coreBookingSettings, coreTools, toolsAttribute } from "#sdk";
import { tools } from "../../../scenarios/tools.ts";
import { MemoryHost } from "../memory-host.ts";
import { publish, statusLine } from "../set-up-host.ts";

type Tools = Record<string, Record<string, unknown>>;
const stored = (host: MemoryHost): string => host.customer.get(toolsAttribute) ?? "";
const toolsOf = (host: MemoryHost): Tools => (JSON.parse(stored(host)) as { tools: Tools }).tools;
const core = Object.values(coreTools);
/** The tools that are not core's. */
const names = (host: MemoryHost): string[] =>
  Object.keys(toolsOf(host)).filter((idn) => !core.some((key) => key === idn));
/** The entries under keys of core's. */
const coreNames = (host: MemoryHost): string[] => core.filter((key) => Object.hasOwn(toolsOf(host), key));
const bookTool = "altegio_book_appointment_tool";
const others =
  '{\n  "tools": {\n    "my_tool": {"conditions": {"a": {"type": "boolean"}}, "n": 1.50, "2": 1e3, "1": "\\u00e9"}\n  },\n  "version": "x"\n}\n';

/** As a person does who changes one tool in the Builder, which stores it in another layout. */
function edit(host: MemoryHost, idn: string, change: object): void {
  const all = toolsOf(host);
  host.customer.set(
    toolsAttribute,
    JSON.stringify({ tools: { ...all, [idn]: { ...all[idn], ...change } } }, null, 2),
  );
}

describe("custom tools", () => {
  it("are written in the platform's schema", async () => {
    const host = await publish(new MemoryHost({ customer: { altegio_user_token: "u" } }));
    expect(names(host)).toEqual(tools.map(({ idn }) => idn));
    expect(toolsOf(host)[bookTool]).toEqual({
      description: expect.any(String) as string,
      conditions: {
        agentPromised: { type: "boolean", description: expect.any(String) as string },
        isNewAppointment: { type: "boolean", description: expect.any(String) as string },
      },
      useConversationHistory: false,
      conflictPolicy: { tag: "booking" },
      action: { type: "send_event" },
    });
  });

  it("need their switch, and two of them the user token", async () => {
    const host = await publish(new MemoryHost({ customer: { altegio_cancellation_enabled: "0" } }));
    expect(names(host)).toEqual(["altegio_check_availability_tool", bookTool]);
    host.customer.set("altegio_user_token", "u");
    host.customer.set("altegio_existing_appointments_enabled", "FALSE");
    host.customer.set("altegio_cancellation_enabled", " 1 ");
    await publish(host);
    expect(names(host).toSorted()).toEqual(
      tools
        .map(({ idn }) => idn)
        .filter((idn) => idn !== "altegio_find_appointments_tool")
        .toSorted(),
    );
  });

  it("leave every byte of other tools as it is, and give them back when all are switched off", async () => {
    const host = await publish(new MemoryHost({ customer: { [toolsAttribute]: others } }));
    const [untouched = ""] = others.split('"\\u00e9"}');
    expect(stored(host).startsWith(`${untouched}"\\u00e9"}`)).toBe(true);
    expect(stored(host).endsWith(',\n  "version": "x"\n}\n')).toBe(true);
    expect(names(host)).toContain(bookTool);
    const merged = stored(host);
    await publish(host);
    expect(stored(host)).toBe(merged);
    for (const name of ["availability", "booking", "cancellation", "existing_appointments"]) {
      host.customer.set(`altegio_${name}_enabled`, "False");
    }
    await publish(host);
    expect(stored(host)).toBe(others);
    expect(statusLine(host, "Tools")).toContain("every switch is off");
  });

  it("are left alone when the user has edited them", async () => {
    const host = await publish(new MemoryHost());
    edit(host, bookTool, { description: "My own words" });
    const edited = stored(host);
    await publish(host);
    expect(stored(host)).toBe(edited);
    expect(statusLine(host, "Tools")).toContain(`left as you edited them: ${bookTool}`);
  });

  it("are not taken for edited because of another layout", async () => {
    const host = await publish(new MemoryHost());
    edit(host, "my_tool", { n: 1 });
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    expect(names(host)).not.toContain(bookTool);
    expect(names(host)).toContain("my_tool");
  });

  it("come back as the user had edited them after being switched off", async () => {
    const host = await publish(new MemoryHost());
    edit(host, bookTool, { description: "My own words" });
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    await publish(host);
    expect(names(host)).not.toContain(bookTool);
    host.customer.set("altegio_booking_enabled", "True");
    await publish(host);
    expect(toolsOf(host)[bookTool]?.["description"]).toBe("My own words");
    const restored = stored(host);
    await publish(host);
    expect(stored(host)).toBe(restored);
  });

  it("are upgraded when the module has changed them, and retired when it has them no more", async () => {
    const host = await publish(new MemoryHost());
    const former = JSON.stringify({ description: "Of an earlier release" });
    const gone = JSON.stringify({ description: "Of no release any more" });
    const mine = { description: "Of no release any more, but edited" };
    host.customer.set(
      toolsAttribute,
      JSON.stringify({
        tools: {
          ...toolsOf(host),
          [bookTool]: JSON.parse(former),
          altegio_old_tool: JSON.parse(gone),
          other: mine,
        },
      }),
    );
    const state = JSON.parse(host.customer.get("altegio_tools_state") ?? "") as { tools: { idn: string }[] };
    host.customer.set(
      "altegio_tools_state",
      JSON.stringify({
        tools: [
          ...state.tools.filter(({ idn }) => idn !== bookTool),
          { idn: bookTool, written: former, kept: "" },
          { idn: "altegio_old_tool", written: gone, kept: "" },
        ],
      }),
    );
    await publish(host);
    expect(toolsOf(host)[bookTool]?.["conflictPolicy"]).toEqual({ tag: "booking" });
    expect(names(host)).not.toContain("altegio_old_tool");
    expect(toolsOf(host)["other"]).toEqual(mine);
  });

  it("come back when somebody has emptied the attribute", async () => {
    const host = await publish(new MemoryHost());
    const first = stored(host);
    host.customer.set(toolsAttribute, " ");
    await publish(host);
    expect(JSON.parse(stored(host))).toEqual(JSON.parse(first));
  });

  it("are those that stand last, where a key stands there twice", async () => {
    const host = await publish(new MemoryHost());
    const ours = JSON.stringify(toolsOf(host)[bookTool]);
    const edited = ours.replace("Books", "Always books");
    const other = '"my_tool":{"n":1.50}';
    host.customer.set(
      toolsAttribute,
      `{"tools":{},"tools":{"${bookTool}":${ours},${other},"${bookTool}":${edited}}}`,
    );
    await publish(host);
    expect(statusLine(host, "Tools")).toContain(`left as you edited them: ${bookTool}`);
    expect(JSON.stringify(toolsOf(host)[bookTool])).toBe(edited);
    expect(stored(host)).toContain(other);
    expect(stored(host).startsWith('{"tools":{},"tools":{')).toBe(true);
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    expect(names(host)).not.toContain(bookTool);
    expect(names(host)).toContain("my_tool");
  });

  it("are not written twice under a key that is spelled with escapes", async () => {
    const escaped = `{"tools":{"altegio_book_appointment\\u005ftool":{"description":"mine"}}}`;
    const host = await publish(new MemoryHost({ customer: { [toolsAttribute]: escaped } }));
    expect(toolsOf(host)[bookTool]).toEqual({ description: "mine" });
    expect(stored(host)).toContain("appointment\\u005ftool");
  });

  it.each(["not json", "[]", '{"tools":"x"}', '{"tools":[1]}', '"text"', "{", "null"])(
    "are not registered in %j, which stays as it is",
    async (text) => {
      const host = await publish(new MemoryHost({ customer: { [toolsAttribute]: text } }));
      expect(stored(host)).toBe(text);
      expect(statusLine(host, "Tools")).toContain(`not registered, because ${toolsAttribute} does not hold`);
      host.customer.set(toolsAttribute, '{"tools":[]}');
      await publish(host);
      expect(names(host)).toContain(bookTool);
    },
  );
});

describe("core's own tools", () => {
  const mine =
    '{"conditions":{"asked":{"type":"boolean","description":"Mine"}},"useConversationHistory":true}';

  it("are replaced by entries in the platform's schema that never fire", async () => {
    const host = await publish(new MemoryHost({ customer: { altegio_user_token: "u" } }));
    expect(coreNames(host)).toEqual(core);
    for (const key of core) {
      expect(toolsOf(host)[key]).toMatchObject({
        description: expect.any(String) as string,
        conditions: {
          never: { type: "boolean", description: expect.stringMatching(/^Always false/u) as string },
        },
        useConversationHistory: false,
      });
    }
    expect(statusLine(host, "Core")).toContain(`${core.join(", ")} replaced by entries that never fire`);
    const first = stored(host);
    await publish(host);
    expect(stored(host)).toBe(first);
  });

  it.each([
    ["altegio_availability_enabled", coreTools.check],
    ["altegio_booking_enabled", coreTools.book],
    ["altegio_cancellation_enabled", coreTools.cancel],
    ["altegio_existing_appointments_enabled", coreTools.find],
  ])("come back while %s is off, and only then", async (idn, key) => {
    const host = await publish(
      new MemoryHost({ customer: { [toolsAttribute]: others, altegio_user_token: "u" } }),
    );
    const before = stored(host);
    host.customer.set(idn, "False");
    await publish(host);
    expect(coreNames(host)).toEqual(core.filter((one) => one !== key));
    host.customer.set(idn, "True");
    await publish(host);
    expect(coreNames(host)).toEqual(core);
    host.customer.set("altegio_replace_core_tools", "False");
    await publish(host);
    expect(coreNames(host)).toEqual([]);
    expect(statusLine(host, "Core")).toContain("altegio_replace_core_tools is off");
    host.customer.set("altegio_replace_core_tools", "");
    await publish(host);
    expect(Object.keys(toolsOf(host)).toSorted()).toEqual(
      Object.keys((JSON.parse(before) as { tools: Tools }).tools).toSorted(),
    );
  });

  it("come back where the user token is missing without which nothing of the module's looks appointments up", async () => {
    const host = await publish(new MemoryHost());
    expect(names(host)).not.toContain("altegio_find_appointments_tool");
    expect(coreNames(host)).toEqual(core.filter((one) => one !== coreTools.find));
    host.customer.set("altegio_user_token", "u");
    await publish(host);
    expect(names(host)).toContain("altegio_find_appointments_tool");
    expect(coreNames(host)).toEqual(core);
    host.customer.set("altegio_user_token", "");
    await publish(host);
    expect(coreNames(host)).toEqual(core.filter((one) => one !== coreTools.find));
  });

  it("stay with the user who has an entry there: before, after, and while everything is off", async () => {
    const own = `{ "tools": { "${coreTools.book}" :  ${mine} } }`;
    const host = await publish(new MemoryHost({ customer: { [toolsAttribute]: own } }));
    expect(stored(host)).toContain(`"${coreTools.book}" :  ${mine}`);
    expect(statusLine(host, "Core")).toContain(`${coreTools.book} left as you wrote it`);
    host.customer.set("altegio_replace_core_tools", "False");
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    expect(coreNames(host)).toEqual([coreTools.book]);
    expect(stored(host)).toContain(`"${coreTools.book}" :  ${mine}`);
  });

  it("are replaced once the user has taken their entry out, and left once they write one over ours", async () => {
    const host = await publish(
      new MemoryHost({ customer: { [toolsAttribute]: `{"tools":{"${coreTools.cancel}":${mine}}}` } }),
    );
    const all = toolsOf(host);
    host.customer.set(
      toolsAttribute,
      JSON.stringify({
        tools: Object.fromEntries(Object.entries(all).filter(([key]) => key !== coreTools.cancel)),
      }),
    );
    await publish(host);
    expect(toolsOf(host)[coreTools.cancel]?.["conditions"]).toHaveProperty("never");
    edit(host, coreTools.cancel, JSON.parse(mine) as object);
    const edited = stored(host);
    await publish(host);
    expect(stored(host)).toBe(edited);
    host.customer.set("altegio_cancellation_enabled", "False");
    await publish(host);
    expect(coreNames(host)).toContain(coreTools.cancel);
  });

  it("are not taken for the user's because the state was lost or an earlier release wrote them otherwise", async () => {
    const host = await publish(new MemoryHost({ customer: { altegio_user_token: "u" } }));
    host.customer.set("altegio_tools_state", "");
    host.customer.set("altegio_replace_core_tools", "False");
    await publish(host);
    expect(coreNames(host)).toEqual([]);
    host.customer.set("altegio_replace_core_tools", "True");
    await publish(host);
    const state = JSON.parse(host.customer.get("altegio_tools_state") ?? "") as { tools: { idn: string }[] };
    host.customer.set(
      "altegio_tools_state",
      JSON.stringify({
        tools: state.tools.map((one) => (one.idn === coreTools.find ? { ...one, written: mine } : one)),
      }),
    );
    host.customer.set(
      toolsAttribute,
      JSON.stringify({ tools: { ...toolsOf(host), [coreTools.find]: JSON.parse(mine) as object } }),
    );
    await publish(host);
    expect(toolsOf(host)[coreTools.find]?.["conditions"]).toHaveProperty("never");
  });

  it("are named beside another module's tool for moving, whose event is served as well", async () => {
    const host = await publish(
      new MemoryHost({ customer: { [toolsAttribute]: `{"tools":{"reschedule_booking_tool":${mine}}}` } }),
    );
    expect(statusLine(host, "Core")).toContain("reschedule_booking_tool left as you wrote it");
    expect(stored(host)).toContain(`"reschedule_booking_tool":${mine}`);
  });

  it("are named with core's switches and paths, and as not replaced where the tools cannot be read", async () => {
    const host = await publish(
      new MemoryHost({
        customer: {
          [toolsAttribute]: "{",
          [coreBookingSettings.book.enabled]: "True",
          [coreBookingSettings.book.type]: " custom ",
          [coreBookingSettings.check.enabled]: "true",
          [coreBookingSettings.cancel.type]: "default",
        },
      }),
    );
    expect(statusLine(host, "Core")).toBe(
      "Core: availability checks on, booking on (custom), cancellation off; its tools could not be replaced, so the caller may be answered twice",
    );
  });
});
