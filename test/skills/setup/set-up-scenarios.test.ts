/** Step 6 of the publish hook, on the handlers as JavaScript: the canvas, the fallback, and the user's edits. */
import { describe, expect, it } from "vitest";
import { canvasAttribute, instructionAttribute, toolsAttribute } from "#sdk";
import { MemoryHost } from "../memory-host.ts";
import { publish, statusLine } from "../set-up-host.ts";
import { instructionMarkers } from "../../../skills/domain/instruction-lists.ts";

interface Item {
  readonly idn: string;
  readonly title: string;
  readonly body: string;
}
interface Canvas {
  readonly types: readonly { readonly idn: string; readonly items?: readonly Item[] }[];
}

/** A canvas as a user has it: own items, own layout, decimals, a type without items. */
const mine = `{
  "title": "Salon",
  "zoom": 1.50,
  "types": [
    { "idn": "introduction", "description": "Hello" },
    { "idn": "intent_types", "items": [ {"idn": "i1", "title": "## **[L] Price**", "body": "x", "x": 10.250} ] },
    { "idn": "scenarios", "items": [
      {"idn":"s1","title":"## **Scenario 1:** \\"Talk\\"","body":"### **Step 1.1:** \\u00e9, {[}]"}
    ] },
    { "idn": "procedures", "items": [] }
  ]
}
`;
const canvasOf = (host: MemoryHost): Canvas => JSON.parse(host.customer.get(canvasAttribute) ?? "") as Canvas;
const itemsOf = (host: MemoryHost): Item[] => canvasOf(host).types.flatMap(({ items = [] }) => items);
/** Everything but the status, which tells what was done. */
const stored = (host: MemoryHost): Map<string, string> =>
  new Map([...host.customer].filter(([idn]) => idn !== "altegio_setup_status"));
const ours = (host: MemoryHost): string[] =>
  itemsOf(host)
    .map(({ idn }) => idn)
    .filter((idn) => idn.startsWith("altegio_"));
const withCanvas = (canvas: string, more: Record<string, string> = {}): MemoryHost =>
  new MemoryHost({ customer: { [canvasAttribute]: canvas, ...more } });
const prepared = (host: MemoryHost): unknown[] => host.events().map(({ eventIdn }) => eventIdn);
/** Changes one item as the Builder would save it; null deletes it. */
function edit(host: MemoryHost, idn: string, change: Partial<Item> | null): void {
  const canvas = canvasOf(host);
  const types = canvas.types.map((type) => ({
    ...type,
    items: (type.items ?? []).flatMap((item) =>
      item.idn !== idn ? [item] : change === null ? [] : [{ ...item, ...change, saved_at: 1.5 }],
    ),
  }));
  host.customer.set(canvasAttribute, JSON.stringify({ ...canvas, types }));
}
/** Puts the state of an earlier release, in which an item had another text, on canvas and in the state. */
function age(host: MemoryHost, idn: string, body: string): void {
  edit(host, idn, { body });
  const state = JSON.parse(host.customer.get("altegio_scenarios_state") ?? "") as { items: Item[] };
  const items = state.items.map((item) => (item.idn === idn ? { ...item, body } : item));
  host.customer.set("altegio_scenarios_state", JSON.stringify({ ...state, items }));
}
/** The same with another title. */
function retitle(host: MemoryHost, idn: string, title: string): void {
  edit(host, idn, { title });
  const state = JSON.parse(host.customer.get("altegio_scenarios_state") ?? "") as { items: Item[] };
  const items = state.items.map((item) => (item.idn === idn ? { ...item, title } : item));
  host.customer.set("altegio_scenarios_state", JSON.stringify({ ...state, items }));
}
const bookBody = (host: MemoryHost): string =>
  itemsOf(host).find(({ idn }) => idn === "altegio_scenario_book")?.body ?? "";

describe("scenarios of tools that could not be registered", () => {
  it("are not there, wherever they would stand, and come back once the tools can be read", async () => {
    for (const canvas of [mine, ""]) {
      const host = await publish(withCanvas(canvas, { [toolsAttribute]: "{'tools': {}}" }));
      const spoken = (): string =>
        `${host.customer.get(canvasAttribute) ?? ""}${host.customer.get(instructionAttribute) ?? ""}`;
      expect(spoken()).not.toContain("I'm booking your appointment now");
      expect(statusLine(host, "Tools")).toContain("not registered");
      expect(statusLine(host, "Scenarios")).toBe(
        canvas === ""
          ? "Scenarios: none, because no tool is registered"
          : "Scenarios: 0 defaults on the canvas; what needs a tool is left out, because the agent has none of the module's",
      );
      host.customer.set(toolsAttribute, "");
      await publish(host);
      expect(spoken()).toContain("I'm booking your appointment now");
      expect(statusLine(host, "Scenarios")).not.toContain("left out");
      host.customer.set(toolsAttribute, "{");
      await publish(host);
      expect(spoken()).not.toContain("I'm booking your appointment now");
    }
  });
});

/** Where the module's own scenario for bookings stands, by its number. */
function bookNumber(host: MemoryHost): string {
  const texts = [host.customer.get(instructionAttribute), ...ownTitles(host)].join("\n");
  return /Scenario ([0-9]+):[*]{2} "Book an appointment"/u.exec(texts)?.[1] ?? "";
}

function ownTitles(host: MemoryHost): string[] {
  const canvas = host.customer.get(canvasAttribute) ?? "";
  return canvas === "" ? [] : itemsOf(host).map(({ title }) => title);
}

describe("the number of a scenario", () => {
  const withScenario = (title: string, body = "Talk."): MemoryHost =>
    withCanvas(
      JSON.stringify({
        types: [
          { idn: "intent_types", items: [] },
          { idn: "scenarios", items: [{ idn: "s1", title, body }] },
          { idn: "procedures", items: [] },
        ],
      }),
    );
  const withInstruction = (text: string): MemoryHost =>
    new MemoryHost({ customer: { [instructionAttribute]: text } });

  it.each([
    '## **Scenario 71:** "Mine"',
    "## Scenario #71: Mine",
    "## **Scenario \u211671** Mine",
    "## **Scenario No. 71:** Mine",
    "## **SCENARIO  nr 71** Mine",
    "## **Scenario-71:** Mine",
    "## **Scenario\u00a071:** Mine",
    "## **Scenario71:** Mine",
    "## **Scenario: 71** Mine",
    "## **Scenario 071:** Mine",
    "## __Scenario 71__",
    "## `Scenario` (71)",
    "## **Scenario _71_**",
    "## **71. Scenario** Mine",
    "## **My Scenario 71**",
    "## \u{1f5d3} **[T] Scenario 71:**",
    "## **Szenario 71:** Meines",
    "## **Sc\u00e9nario 71 :** Mon",
    "## **Escenario 71:** Mi",
    "## **\u0421\u0446\u0435\u043d\u0430\u0440\u0438\u0439 71:**",
    "## **Scenario 71:** like Scenario 4",
  ])("is not that of %s, on the canvas or in the instruction", async (title) => {
    expect(bookNumber(await publish(withScenario(title)))).toBe("77");
    expect(bookNumber(await publish(withInstruction(`Be kind.\n${title}\nTalk.`)))).toBe("77");
    expect(bookNumber(await publish(withInstruction(`Be kind.\n${title.replace("## ", "")}`)))).toBe("77");
  });

  it.each([
    ["### Step 71.1: Talk."],
    ["**Step 71.1:** Talk."],
    ["- Step 71.2"],
    ["Then go on with scenario 71."],
  ])("is not one that a text of somebody else's speaks of: %s", async (text) => {
    expect(bookNumber(await publish(withScenario("## **Mine**", text)))).toBe("77");
    expect(bookNumber(await publish(withInstruction(text)))).toBe("77");
  });

  it.each([["I see 71 people."], ["Scenario 171: Mine"], ["Scenarios 7, 1"], ["## 5. Mine\n71 hours"]])(
    "is its own beside %s",
    async (text) => {
      expect(bookNumber(await publish(withScenario("## **Mine**", text)))).toBe("71");
      expect(bookNumber(await publish(withInstruction(text)))).toBe("71");
    },
  );

  it("stays when the user's text refers to it by its number, and goes when a heading takes it", async () => {
    const host = await publish(withScenario("## **Mine**"));
    edit(host, "s1", { body: "Then go on with Scenario 71." });
    expect(bookNumber(await publish(host))).toBe("71");
    edit(host, "s1", { title: "**Scenario No. 71** Mine" });
    expect(bookNumber(await publish(host))).toBe("77");
    expect(bookNumber(await publish(host))).toBe("77");
  });
});

describe("a canvas whose JSON has a key twice", () => {
  const column = (idn: string): string => `{"idn":"${idn}","items":[{"idn":"mine_${idn}"}],"items":[]}`;
  it("is read and written where it counts, and again by the next publish", async () => {
    const types = ["intent_types", "scenarios", "procedures"].map(column).join();
    const host = await publish(withCanvas(`{"types":[],"types":[${types}]}`));
    const added = ours(host);
    expect(added).toContain("altegio_scenario_book");
    expect(statusLine(host, "Scenarios")).toContain(`${String(added.length)} added`);
    const before = host.customer.get(canvasAttribute);
    expect((await publish(host)).customer.get(canvasAttribute)).toBe(before);
    expect(statusLine(host, "Scenarios")).not.toContain("deleted");
  });
});

describe("scenarios on the canvas", () => {
  it("are added to their types, and the rest keeps every byte", async () => {
    const host = await publish(withCanvas(mine));
    const text = host.customer.get(canvasAttribute) ?? "";
    const types = canvasOf(host).types.map(({ idn, items = [] }) => [idn, items.map((item) => item.idn)]);
    expect(types).toEqual([
      ["introduction", []],
      [
        "intent_types",
        [
          "i1",
          "altegio_intent_book",
          "altegio_intent_check",
          "altegio_intent_cancel",
          "altegio_intent_move",
          "altegio_intent_other",
        ],
      ],
      [
        "scenarios",
        [
          "s1",
          "altegio_scenario_book",
          "altegio_scenario_check",
          "altegio_scenario_cancel",
          "altegio_scenario_move",
          "altegio_scenario_other",
        ],
      ],
      ["procedures", expect.arrayContaining(["altegio_procedure_service", "altegio_procedure_request"])],
    ]);
    for (const line of mine
      .split("\n")
      .filter((part) => part.includes('"x": 10.250') || part.includes("u00e9"))) {
      expect(text).toContain(line.replace(/ \] \},$/u, "").trimEnd());
    }
    expect(text.startsWith('{\n  "title": "Salon",\n  "zoom": 1.50,\n  "types": [\n')).toBe(true);
    expect(prepared(host)).toEqual(["gm_prepare_instructions", "gm_prepare_itm"]);
    expect(statusLine(host, "Scenarios")).toMatch(/^Scenarios: 17 defaults \(17 added\) on the canvas$/u);
  });

  it("are not written again when nothing has changed", async () => {
    const host = await publish(withCanvas(mine));
    const [before, length] = [stored(host), host.log.length];
    await publish(host);
    expect(stored(host)).toEqual(before);
    const writes = host.log.slice(length).filter(({ kwargs }) => kwargs["field"] === canvasAttribute);
    expect(writes.map(({ action }) => action)).toEqual(["GetCustomerAttribute"]);
    expect(prepared(host)).toHaveLength(2);
  });

  it("leave an edited one as it is and a deleted one deleted", async () => {
    const host = await publish(withCanvas(mine));
    edit(host, "altegio_scenario_book", { body: "My own steps" });
    edit(host, "altegio_procedure_name", null);
    const edited = host.customer.get(canvasAttribute);
    await publish(host);
    await publish(host);
    expect(host.customer.get(canvasAttribute)).toBe(edited);
    expect(statusLine(host, "Scenarios")).toContain("1 left as you edited them, 1 left deleted");
    edit(host, "altegio_scenario_book", null);
    await publish(host);
    expect(ours(host)).not.toContain("altegio_scenario_book");
  });

  it("are upgraded while they are as an earlier release wrote them, and keep what was added to them", async () => {
    const host = await publish(withCanvas(mine));
    const now = bookBody(host);
    age(host, "altegio_scenario_book", "Steps of an earlier release");
    age(host, "altegio_scenario_check", "Steps of an earlier release");
    edit(host, "altegio_scenario_check", { body: "Steps of an earlier release, edited" });
    await publish(host);
    expect(bookBody(host)).toBe(now);
    expect(host.customer.get(canvasAttribute)).toContain('"saved_at":1.5');
    expect(JSON.stringify(itemsOf(host))).toContain("Steps of an earlier release, edited");
    expect(statusLine(host, "Scenarios")).toContain("1 brought up to date, 1 left as you edited them");
    expect(prepared(host)).toHaveLength(4);
  });

  it("stay, under the title they are referred to by, while a text of the user's refers to them", async () => {
    const host = await publish(withCanvas(mine, { altegio_user_token: "u" }));
    retitle(host, "altegio_scenario_existing", '## **Scenario 75:** "Tell existing appointments"');
    age(host, "altegio_intent_existing", 'ConvoAgent starts the scenario: "Tell existing appointments"');
    edit(host, "altegio_intent_existing", {
      body: 'As we like it.\n\nConvoAgent starts the scenario: "Tell existing appointments"',
    });
    const titleNow = (): string | undefined =>
      itemsOf(host).find(({ idn }) => idn === "altegio_scenario_existing")?.title;
    await publish(host);
    await publish(host);
    expect(titleNow()).toBe('## **Scenario 75:** "Tell existing appointments"');
    host.customer.set("altegio_existing_appointments_enabled", "False");
    await publish(host);
    expect(ours(host)).toContain("altegio_scenario_existing");
    host.customer.set("altegio_existing_appointments_enabled", "True");
    edit(host, "altegio_intent_existing", { body: "As we like it." });
    await publish(host);
    expect(titleNow()).toBe('## **Scenario 75:** "Look up appointments"');
  });

  it.each([
    [{}, true],
    [{ altegio_user_token: "u" }, true],
    [{ altegio_reschedule_enabled: "False" }, false],
    [{ altegio_booking_enabled: "False" }, false],
    [{ altegio_cancellation_enabled: "False" }, false],
  ])("serve a move where it can be done in some way (%j)", async (settings, served) => {
    const host = await publish(withCanvas(mine, settings));
    expect(ours(host).includes("altegio_intent_move")).toBe(served);
    expect(ours(host).includes("altegio_scenario_move")).toBe(served);
  });

  it("are left alone when there are two of a name", async () => {
    const host = await publish(withCanvas(mine));
    age(host, "altegio_scenario_book", "Steps of an earlier release");
    const canvas = canvasOf(host);
    const copy = itemsOf(host).filter(({ idn }) => idn === "altegio_scenario_book");
    const doubled = { ...canvas, types: [...canvas.types, { idn: "library", items: copy }] };
    host.customer.set(canvasAttribute, JSON.stringify(doubled));
    await publish(host);
    expect(canvasOf(host)).toEqual(doubled);
  });

  it("go with their switch unless they were edited, and come back with it", async () => {
    const host = await publish(withCanvas(mine));
    edit(host, "altegio_intent_cancel", { body: "Mine" });
    edit(host, "altegio_procedure_name", null);
    host.customer.set("altegio_cancellation_enabled", "False");
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    expect(ours(host)).toContain("altegio_intent_cancel");
    expect(ours(host)).not.toContain("altegio_scenario_cancel");
    expect(ours(host)).not.toContain("altegio_scenario_book");
    expect(JSON.stringify(itemsOf(host).filter(({ idn }) => idn === "altegio_scenario_check"))).not.toContain(
      "book it",
    );
    host.customer.set("altegio_cancellation_enabled", "True");
    host.customer.set("altegio_booking_enabled", "True");
    await publish(host);
    expect(ours(host)).toContain("altegio_scenario_cancel");
    expect(ours(host)).toContain("altegio_scenario_book");
    expect(ours(host)).not.toContain("altegio_procedure_name");
    expect(itemsOf(host).find(({ idn }) => idn === "altegio_intent_cancel")?.body).toBe("Mine");
  });

  it("are neither added nor removed while altegio_setup_scenarios is off", async () => {
    const off = await publish(withCanvas(mine, { altegio_setup_scenarios: "False" }));
    expect(off.customer.get(canvasAttribute)).toBe(mine);
    expect(off.customer.has(instructionAttribute)).toBe(false);
    expect(prepared(off)).toEqual([]);
    const host = await publish(withCanvas(mine));
    const before = host.customer.get(canvasAttribute);
    host.customer.set("altegio_setup_scenarios", "False");
    host.customer.set("altegio_booking_enabled", "False");
    await publish(host);
    expect(host.customer.get(canvasAttribute)).toBe(before);
  });

  it("find their columns under other names, and a list that is not there yet under the name the others have", async () => {
    const host = await publish(
      withCanvas('{"types":[{"idn":"intents","elements":[]},{"idn":"procedure"},{"idn":"scenario"}]}'),
    );
    expect(canvasOf(host).types.map(({ idn }) => idn)).toEqual(["intents", "procedure", "scenario"]);
    expect(canvasOf(host).types.map((type) => Object.keys(type))).toEqual([
      ["idn", "elements"],
      ["idn", "elements"],
      ["idn", "elements"],
    ]);
    const first = host.customer.get(canvasAttribute);
    await publish(host);
    expect(host.customer.get(canvasAttribute)).toBe(first);
  });
});

describe("scenarios without a known canvas", () => {
  const instruction = (host: MemoryHost): string => host.customer.get(instructionAttribute) ?? "";

  it.each(["", "{", "<html>", "[]", '{"types":{}}', '{"types":[{}]}', '{"types":[{"idn":"a","items":{}}]}'])(
    "go to the instruction, and the canvas %j stays as it is",
    async (canvas) => {
      const host = await publish(withCanvas(canvas, { [instructionAttribute]: "Be kind.\n" }));
      expect(host.customer.get(canvasAttribute)).toBe(canvas);
      expect(instruction(host).startsWith(`Be kind.\n\n\n${instructionMarkers.begin}\n`)).toBe(true);
      expect(instruction(host).endsWith(`\n${instructionMarkers.end}`)).toBe(true);
      expect(instruction(host)).toContain('## **Scenario 71:** "Book an appointment"');
      expect(prepared(host)).toEqual(["gm_prepare_instructions", "gm_prepare_itm"]);
      expect(statusLine(host, "Scenarios")).toContain(
        canvas === "" ? "there is no canvas" : `${canvasAttribute} does not hold a canvas of the known form`,
      );
      const first = stored(host);
      await publish(host);
      expect(stored(host)).toEqual(first);
      expect(prepared(host)).toHaveLength(2);
    },
  );

  it("are upgraded, and what the user has written around the markers stays", async () => {
    const host = await publish(new MemoryHost());
    const wanted = instruction(host);
    host.customer.set(instructionAttribute, `Before.${wanted.replace("Book an", "Book one")}After.`);
    const state = JSON.parse(host.customer.get("altegio_scenarios_state") ?? "") as { block: string };
    host.customer.set(
      "altegio_scenarios_state",
      JSON.stringify({ ...state, block: state.block.replace("Book an", "Book one") }),
    );
    await publish(host);
    expect(instruction(host)).toBe(`Before.${wanted}After.`);
  });

  it.each([
    ["edited", (text: string) => text.replace("Book an appointment", "Book it")],
    ["edited", (text: string) => text.replace(instructionMarkers.end, "")],
    ["edited", (text: string) => text + text],
    ["deleted", () => "Only mine."],
  ])("stay %s by the user (%#)", async (word, change) => {
    const host = await publish(new MemoryHost());
    const text = change(instruction(host));
    host.customer.set(instructionAttribute, text);
    await publish(host);
    await publish(host);
    expect(instruction(host)).toBe(text);
    expect(statusLine(host, "Scenarios")).toContain(`was ${word} by you and stays so`);
  });

  it("move to the canvas once there is one", async () => {
    const host = await publish(withCanvas("{", { [instructionAttribute]: "Be kind." }));
    host.customer.set(canvasAttribute, mine);
    await publish(host);
    expect(instruction(host)).toBe("Be kind.");
    expect(ours(host)).toHaveLength(17);
    const edited = await publish(withCanvas("{"));
    const own = instruction(edited).replace("Book an appointment", "Book it");
    edited.customer.set(instructionAttribute, own);
    edited.customer.set(canvasAttribute, mine);
    await publish(edited);
    expect(instruction(edited)).toBe(own);
    expect(statusLine(edited, "Scenarios")).toContain("the edited block");
  });

  it("leave out what was deleted on the canvas before it broke", async () => {
    const host = await publish(withCanvas(mine));
    edit(host, "altegio_scenario_cancel", null);
    await publish(host);
    const good = host.customer.get(canvasAttribute) ?? "";
    host.customer.set(canvasAttribute, good.slice(0, -5));
    await publish(host);
    expect(instruction(host)).not.toContain("## **Scenario 73:**");
    host.customer.set(canvasAttribute, good);
    await publish(host);
    expect(host.customer.get(canvasAttribute)).toBe(good);
    expect(instruction(host)).toBe("");
  });
});
