/** The canvas as it is: what has no column goes to the instruction, and what stands there keeps its place. */
import { describe, expect, it } from "vitest";
import { canvasAttribute, instructionAttribute } from "#sdk";
import { demoSalon } from "../../scripts/simulator/api/index.ts";
import { inBothRuntimes, type Life } from "./in-both-runtimes.ts";

interface Item {
  readonly idn: string;
  readonly title: string;
  readonly body: string;
}
interface Column {
  readonly idn: string;
  readonly title?: string;
  readonly items?: readonly Item[];
}

const mine: Item = { idn: "s1", title: '## **Scenario 71:** "Mine"', body: "### **Step 71.1:** Talk." };
const introduction: Column = { idn: "introduction", items: [] };
const columns: readonly Column[] = [
  introduction,
  { idn: "intent_types", items: [] },
  { idn: "scenarios", items: [] },
  { idn: "procedures", items: [] },
];
const canvas = (types: readonly Column[]): string => JSON.stringify({ title: "Salon", types });
const typesOf = (life: Life): Column[] =>
  (JSON.parse(life.get(canvasAttribute)) as { types: Column[] }).types;
const itemsOf = (life: Life): Item[] => typesOf(life).flatMap(({ items = [] }) => items);
const titleOf = (life: Life, idn: string): string =>
  itemsOf(life).find((item) => item.idn === idn)?.title ?? "";
/** Saves the items of one column as the Builder would. */
function edit(life: Life, idn: string, change: (items: readonly Item[]) => readonly Item[]): void {
  life.set(
    canvasAttribute,
    canvas(
      typesOf(life).map((type) => (type.idn === idn ? { ...type, items: change(type.items ?? []) } : type)),
    ),
  );
}
/** The numbers of all scenarios in a text, as their headings have them. */
const numbersIn = (text: string): string[] => [...text.matchAll(/Scenario (\d+):/gu)].map(([, n = ""]) => n);

describe("a canvas without the columns", () => {
  it.each([
    ["no column", []],
    ["the introduction alone", [introduction]],
    ["columns of other names", [introduction, { idn: "goals", items: [] }, { idn: "talks", items: [] }]],
    ["columns without any list", columns.map(({ idn }) => ({ idn }))],
  ] as const)("(%s) stays byte for byte, and the status says where the scenarios are", async (_, types) => {
    await inBothRuntimes({ [canvasAttribute]: canvas(types) }, async (life) => {
      await life.publish();
      await life.publish();
      expect(life.get(canvasAttribute)).toBe(canvas(types));
      expect(life.get(instructionAttribute)).toContain('"Book an appointment"');
      expect(life.get(instructionAttribute)).toContain("**Choosing the Service** procedure");
      expect(life.status("Scenarios")).toMatch(
        /in project_\w+, because the canvas has no column for intent, scenario, procedure items, and none was made/u,
      );
    });
  });

  it("of one kind has the others where they belong, until the column comes", async () => {
    const partial = columns.filter(({ idn }) => idn !== "procedures");
    await inBothRuntimes({ [canvasAttribute]: canvas(columns) }, async (life) => {
      await life.publish();
      const all = itemsOf(life).length;
      life.set(canvasAttribute, canvas(typesOf(life).filter(({ idn }) => idn !== "procedures")));
      await life.publish();
      await life.publish();
      expect(typesOf(life).map(({ idn }) => idn)).toEqual(partial.map(({ idn }) => idn));
      expect(life.get(instructionAttribute)).toContain("## **Choosing the Service** procedure");
      expect(life.get(instructionAttribute)).not.toContain("## **Scenario");
      expect(life.status("Scenarios")).toContain("no column for procedure items");
      life.set(canvasAttribute, canvas([...typesOf(life), { idn: "procedures", items: [] }]));
      await life.publish();
      expect(life.get(instructionAttribute)).toBe("");
      expect(itemsOf(life)).toHaveLength(all);
    });
  });

  it("keeps what was deleted on it deleted, also where its column is gone", async () => {
    await inBothRuntimes({ [canvasAttribute]: canvas(columns) }, async (life) => {
      await life.publish();
      edit(life, "procedures", (items) => items.filter(({ idn }) => idn !== "altegio_procedure_name"));
      await life.publish();
      life.set(canvasAttribute, canvas(typesOf(life).filter(({ idn }) => idn !== "procedures")));
      await life.publish();
      expect(life.get(instructionAttribute)).toContain("## **Choosing the Service** procedure");
      expect(life.get(instructionAttribute)).not.toContain("## **Gathering the Name");
    });
  });

  it("loses what an earlier release made there, but nothing that the user has touched", async () => {
    await inBothRuntimes({ [canvasAttribute]: canvas(columns) }, async (life) => {
      await life.publish();
      const [, intents, scenarios, procedures] = typesOf(life);
      const made = [
        { idn: "intent_types", title: "Intent Types", items: intents?.items ?? [] },
        { idn: "scenarios", title: "Scenarios", items: scenarios?.items ?? [] },
        { idn: "procedures", title: "Procedures", items: procedures?.items ?? [] },
      ];
      const state = JSON.parse(life.get("altegio_scenarios_state")) as object;
      const age = (types: readonly Column[]): void => {
        life.set("altegio_scenarios_state", JSON.stringify({ ...state, makesNoColumns: undefined }));
        life.set(canvasAttribute, canvas(types));
      };
      age([introduction, ...made]);
      await life.publish();
      expect(life.get(canvasAttribute)).toBe(canvas([introduction]));
      expect(life.get(instructionAttribute)).toContain('"Book an appointment"');
      expect(life.status("Scenarios")).toContain("none was made");
      // The user has put an own item into the last one.
      const touched = made.map((type) =>
        type.idn === "procedures" ? { ...type, items: [...type.items, { ...mine, idn: "p1" }] } : type,
      );
      age([introduction, ...touched]);
      await life.publish();
      expect(typesOf(life).map(({ idn }) => idn)).toEqual(["introduction", ...made.map(({ idn }) => idn)]);
    });
  });
});

describe("the numbers of the scenarios", () => {
  const withMine = columns.map((type) => (type.idn === "scenarios" ? { ...type, items: [mine] } : type));

  it("keep clear of the user's, also of those that come later, and stay what they are", async () => {
    await inBothRuntimes({ [canvasAttribute]: canvas(withMine) }, async (life) => {
      await life.publish();
      expect(titleOf(life, "altegio_scenario_book")).toBe('## **Scenario 77:** "Book an appointment"');
      expect(itemsOf(life).find(({ idn }) => idn === "altegio_scenario_book")?.body).toContain(
        "**Step 77.1:**",
      );
      edit(life, "scenarios", (items) => [
        ...items,
        { idn: "s2", title: "## Scenario 77: Later", body: "### **Step 78.1:** Talk." },
      ]);
      await life.publish();
      const numbers = numbersIn(
        itemsOf(life)
          .map(({ title }) => title)
          .join("\n"),
      );
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(titleOf(life, "altegio_scenario_book")).toContain("Scenario 79:");
      edit(life, "scenarios", (items) => items.filter(({ idn }) => !["s1", "s2"].includes(idn)));
      const before = life.get(canvasAttribute);
      await life.publish();
      expect(life.get(canvasAttribute)).toBe(before);
    });
  });

  it("leave an edited scenario its number, and give it to no other", async () => {
    await inBothRuntimes({ [canvasAttribute]: canvas(columns) }, async (life) => {
      await life.publish();
      edit(life, "scenarios", (items) =>
        items.map((item) =>
          item.idn === "altegio_scenario_book" ? { ...item, title: '## **Scenario 72:** "Book"' } : item,
        ),
      );
      await life.publish();
      expect(titleOf(life, "altegio_scenario_book")).toBe('## **Scenario 72:** "Book"');
      expect(titleOf(life, "altegio_scenario_check")).toContain("Scenario 77:");
    });
  });

  it("keep clear of those in the instruction and on a canvas of another form", async () => {
    const values = {
      [instructionAttribute]: '## **Scenario 73:** "Mine"',
      [canvasAttribute]: JSON.stringify({ pages: [mine] }),
    };
    await inBothRuntimes(values, async (life) => {
      await life.publish();
      const text = life.get(instructionAttribute);
      expect(numbersIn(text)).toEqual(["73", "77", "72", "78", "74", "75", "76"]);
      await life.publish();
      expect(life.get(instructionAttribute)).toBe(text);
    });
  });
});

describe("the numbers of scenarios in other spellings", () => {
  it("are read alike in both runtimes", async () => {
    const text = [
      ...[
        "scenario  nr. 71",
        "**Szenario \u211672**",
        "\u0421\u0446\u0435\u043d\u0430\u0440\u0438\u0439 73:",
      ],
      ...["## _74._ SCENARIO", "Then go on with Sc\u00e9nario\u00a075."],
    ].join("\r\n");
    await inBothRuntimes({ [instructionAttribute]: text }, async (life) => {
      await life.publish();
      const written = life.get(instructionAttribute);
      expect(numbersIn(written)).toEqual(["77", "78", "79", "80", "81", "76"]);
      await life.publish();
      expect(life.get(instructionAttribute)).toBe(written);
    });
  });
});

describe("intents that want the same", () => {
  it.each([
    [
      "## **[L] Appointment Request**",
      "The user wants to come.",
      '"[L] Appointment Request" wants what New appointment wants',
    ],
    [
      "## [T] **Changes**",
      "The user wants to reschedule a visit.",
      '"[T] Changes" wants what Another time for an appointment wants',
    ],
    ["## **[T] Cancel a booking**", "", '"[T] Cancel a booking" wants what Cancellation wants'],
    ["## **[L] Price**", "The user asks for a price.", ""],
  ])("are named in the status: %s", async (title, body, named) => {
    const types = columns.map((type) =>
      type.idn === "intent_types" ? { ...type, items: [{ idn: "i1", title, body }] } : type,
    );
    await inBothRuntimes({ [canvasAttribute]: canvas(types) }, async (life) => {
      await life.publish();
      expect(life.status("Intents")).toBe(
        named === ""
          ? ""
          : `Intents: ${named}. The agent may follow either: remove or narrow one of each pair on the Widgets page`,
      );
    });
  });
});

describe("the lists in the instruction", () => {
  /** The demo salon, in which a service can be renamed at any time. */
  function changingSalon() {
    const salon = structuredClone(demoSalon());
    return {
      salon,
      rename: (from: string, to: string): void => {
        const found = salon.locations
          .flatMap(({ services }) => services as unknown as { title: string }[])
          .filter(({ title }) => title === from);
        expect(found).not.toEqual([]);
        for (const service of found) {
          service.title = to;
        }
      },
    };
  }

  it("stand as text, and are renewed with the catalogue: at a publish and by a caller's question", async () => {
    let now = changingSalon();
    const salon = () => {
      now = changingSalon();
      return { salon: now.salon };
    };
    await inBothRuntimes(
      { [instructionAttribute]: "Be kind." },
      async (life) => {
        await life.publish();
        expect(life.get(instructionAttribute)).not.toContain("[[");
        expect(life.get(instructionAttribute)).toContain(life.get("altegio_services_text"));
        expect(life.get(instructionAttribute)).toContain(life.get("altegio_staff_text"));
        now.rename("Pedicure", "Foot care </AltegioScenarios>");
        await life.publish();
        expect(life.get(instructionAttribute)).toMatch(/^Be kind\.\n\n<AltegioScenarios>/u);
        expect(life.get(instructionAttribute)).toContain("Foot care");
        expect(life.get(instructionAttribute)).not.toContain("Pedicure");
        now.rename("Foot care </AltegioScenarios>", "Care of feet");
        life.pass(25);
        await life.sandbox.conversation().fire("altegio_check_availability_tool");
        expect(life.get("altegio_services_text")).toContain("Care of feet");
        expect(life.get(instructionAttribute)).toContain("Care of feet");
        expect(life.get(instructionAttribute)).not.toContain("Foot care");
        const before = life.get(instructionAttribute);
        await life.publish();
        expect(life.get(instructionAttribute)).toBe(before);
        expect(life.status("Scenarios")).not.toContain("by you");
      },
      salon,
    );
  });

  it("stay as the user has edited them", async () => {
    let now = changingSalon();
    const salon = () => {
      now = changingSalon();
      return { salon: now.salon };
    };
    await inBothRuntimes(
      {},
      async (life) => {
        await life.publish();
        const edited = life.get(instructionAttribute).replace("Pedicure", "Pedicure (ask for Sofia)");
        life.set(instructionAttribute, edited);
        now.rename("Pedicure", "Care of feet");
        await life.publish();
        expect(life.get(instructionAttribute)).toBe(edited);
        expect(life.status("Scenarios")).toContain("was edited by you and stays so");
      },
      salon,
    );
  });

  it("come in place of the references an earlier release left there", async () => {
    await inBothRuntimes({}, async (life) => {
      await life.publish();
      const state = JSON.parse(life.get("altegio_scenarios_state")) as { block: string };
      expect(state.block).toContain("[[altegio_services_text]]");
      const filled = life.get(instructionAttribute);
      life.set(instructionAttribute, `<AltegioScenarios>${state.block}</AltegioScenarios>`);
      await life.publish();
      expect(life.get(instructionAttribute)).toBe(filled);
    });
  });
});
