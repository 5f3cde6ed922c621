/** The default conversation content as callers' agents get it. */
import { describe, expect, it } from "vitest";
import { tools } from "../../scenarios/tools.ts";
import { phrases } from "../../scenarios/index.ts";
import { scenarioItems } from "../../skills/setup/scenario-items.ts";

const all = tools.map(({ idn }) => idn);
const byIdn = (idn: string, active: readonly string[] = all) =>
  scenarioItems(active).find((item) => item.idn === idn);
const text = (active: readonly string[]): string =>
  scenarioItems(active)
    .map(({ title, body }) => `${title}\n${body}`)
    .join("\n");

describe("scenarioItems", () => {
  it("gives intents, procedures and scenarios in the platform's formats", () => {
    expect(byIdn("altegio_intent_book")).toMatchObject({
      kind: "intent",
      title: "## **[L] New appointment**",
      body: expect.stringMatching(/\n\nConvoAgent starts the scenario: "Book an appointment"$/u),
    });
    expect(byIdn("altegio_procedure_service")?.title).toBe("## **Choosing the Service** procedure");
    expect(byIdn("altegio_scenario_book")?.title).toBe('## **Scenario 71:** "Book an appointment"');
    expect(scenarioItems(all).map(({ kind }) => kind)).toEqual([
      ...Array<string>(6).fill("intent"),
      ...Array<string>(6).fill("procedure"),
      ...Array<string>(6).fill("scenario"),
    ]);
  });

  it.each([[all], [["altegio_book_appointment_tool"]], [["altegio_cancel_appointment_tool"]]])(
    "numbers the steps without a gap (%#)",
    (active) => {
      for (const { kind, body, title } of scenarioItems(active).filter((item) => item.kind !== "intent")) {
        const lines = body.split("\n");
        const number = /Scenario (\d+)/u.exec(title)?.[1] ?? "";
        lines.forEach((line, index) => {
          const start = kind === "scenario" ? `### **Step ${number}.${index + 1}:** ` : `${index + 1}. `;
          expect(line.startsWith(start), line).toBe(true);
        });
      }
    },
  );

  it("refers to the services and the staff by attribute", () => {
    expect(byIdn("altegio_procedure_service")?.body).toContain("[[altegio_services_text]]");
    expect(byIdn("altegio_procedure_staff")?.body).toContain("[[altegio_staff_text]]");
    expect(text(all)).not.toMatch(/\[\[altegio_(?:partner|user)_token\]\]/u);
  });

  it("has no word of what is switched off", () => {
    for (const off of all) {
      const rest = text(all.filter((idn) => idn !== off));
      const phrase = phrases.find(({ tool }) => tool === off)?.phrase ?? "no phrase";
      expect(rest).not.toContain(phrase);
      expect(text(all)).toContain(phrase);
    }
    const words: readonly (readonly [string, RegExp])[] = [
      ["altegio_cancel_appointment_tool", /cancel/iu],
      ["altegio_reschedule_appointment_tool", /\bmove|resched|another time/iu],
      ["altegio_find_appointments_tool", /look(?:ing)? up|\bown appointments/iu],
      ["altegio_check_availability_tool", /checking|free times/iu],
    ];
    for (const [off, word] of words) {
      const others = scenarioItems(
        all.filter((idn) => idn !== off && idn !== "altegio_reschedule_appointment_tool"),
      );
      for (const { idn, title, body } of others) {
        expect(`${title}\n${body}`, idn).not.toMatch(word);
      }
    }
    expect(scenarioItems([])).toEqual([]);
  });

  it("has an honest answer to what is switched off, whatever that is", () => {
    for (const off of all) {
      const items = scenarioItems(all.filter((idn) => idn !== off));
      expect(items.map(({ idn }) => idn)).toEqual(
        expect.arrayContaining(["altegio_intent_other", "altegio_scenario_other"]),
      );
    }
    expect(byIdn("altegio_scenario_other")?.body).toMatch(/cannot be done here.*do not say that it is done/u);
  });

  it("has a way out of every conversation while only one thing is switched on", () => {
    for (const only of all) {
      const items = scenarioItems([only]);
      const titles = items.map(({ title }) => title);
      expect(titles).toContain("## **Leaving a Request for the Team** procedure");
      for (const [, title = ""] of items.flatMap(({ body }) => [
        ...body.matchAll(/\*\*([A-Z][^*]+)\*\* procedure/gu),
      ])) {
        expect(titles).toContain(`## **${title}** procedure`);
      }
    }
  });
});
