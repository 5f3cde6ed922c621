/** The default conversation content as callers' agents get it. */
import { describe, expect, it } from "vitest";
import { tools } from "../../scenarios/tools.ts";
import { phrases } from "../../scenarios/index.ts";
import { moveByBooking, toolIdns } from "../../scenarios/tool-idns.ts";
import { scenarioItems } from "../../skills/setup/scenario-items.ts";

/** With the numbers the definitions have. */
const itemsOf = (active: readonly string[]) => scenarioItems(active, []);
const all = tools.map(({ idn }) => idn);
const byIdn = (idn: string, active: readonly string[] = all) =>
  itemsOf(active).find((item) => item.idn === idn);
const text = (active: readonly string[]): string =>
  itemsOf(active)
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
    expect(itemsOf(all).map(({ kind }) => kind)).toEqual([
      ...Array<string>(6).fill("intent"),
      ...Array<string>(7).fill("procedure"),
      ...Array<string>(6).fill("scenario"),
    ]);
  });

  it.each([[all], [["altegio_book_appointment_tool"]], [["altegio_cancel_appointment_tool"]]])(
    "numbers the steps without a gap (%#)",
    (active) => {
      for (const { kind, body, title } of itemsOf(active).filter((item) => item.kind !== "intent")) {
        const [start = "", ...lines] = body.split("\n");
        expect(start).toMatch(
          kind === "scenario" ? /^Starts when .*Collects [^[\]]*\.$/u : /^Invoked when [^[\]]*\.$/u,
        );
        const number = /Scenario (\d+)/u.exec(title)?.[1] ?? "";
        lines.forEach((line, index) => {
          const start = kind === "scenario" ? `### **Step ${number}.${index + 1}:** ` : `${index + 1}. `;
          expect(line.startsWith(start), line).toBe(true);
        });
      }
    },
  );

  it("leaves to the team what only the team can do, and nothing that the agent does itself", () => {
    const marked = itemsOf(all).filter(({ title }) => title.startsWith("## **[T]"));
    expect(marked.map(({ idn }) => idn)).toEqual(["altegio_intent_other"]);
  });

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
      const others = itemsOf(
        all.filter((idn) => idn !== off && idn !== "altegio_reschedule_appointment_tool"),
      );
      for (const { idn, title, body } of others) {
        expect(`${title}\n${body}`, idn).not.toMatch(word);
      }
    }
    expect(itemsOf([])).toEqual([]);
  });

  it("has an honest answer to what is switched off, whatever that is", () => {
    for (const off of all) {
      const items = itemsOf(all.filter((idn) => idn !== off));
      expect(items.map(({ idn }) => idn)).toEqual(
        expect.arrayContaining(["altegio_intent_other", "altegio_scenario_other"]),
      );
    }
    const body = byIdn("altegio_scenario_other")?.body ?? "";
    expect(body).toMatch(/pass it on.*do not say that it is done/u);
    expect(body).not.toContain("cannot be done");
  });

  it("has a way out of every conversation while only one thing is switched on", () => {
    for (const only of all) {
      const items = itemsOf([only]);
      const titles = items.map(({ title }) => title);
      expect(titles).toContain("## **Leaving a Request for the Team** procedure");
      for (const [, title = ""] of items.flatMap(({ body }) => [
        ...body.matchAll(/\*\*([A-Z][^*]+)\*\* procedure/gu),
      ])) {
        expect(titles).toContain(`## **${title}** procedure`);
      }
    }
  });

  it("books the new time before the old appointment is cancelled, where nothing can be moved", () => {
    const without = all.filter((idn) => idn !== toolIdns.move && idn !== toolIdns.find);
    const body = byIdn("altegio_scenario_move", [...without, moveByBooking.idn])?.body ?? "";
    const booked = body.indexOf("I'm booking your appointment now");
    const cancelled = body.indexOf("I'm cancelling your appointment now");
    expect(booked).toBeGreaterThan(0);
    expect(cancelled).toBeGreaterThan(booked);
    expect(body).toContain("cancel nothing before the result says that the new time is booked");
    expect(body).not.toContain("I'm moving");
    expect(byIdn("altegio_intent_move", [...without, moveByBooking.idn])).toBeDefined();
    expect(byIdn("altegio_intent_move", without)).toBeUndefined();
    expect(byIdn("altegio_scenario_move")?.body).not.toContain("I'm booking");
  });

  it("says every promise on its own, in the language of the caller", () => {
    for (const { phrase } of phrases) {
      const said = itemsOf([...all, moveByBooking.idn])
        .flatMap(({ body }) => body.split("\n"))
        .filter((line) => line.includes(phrase));
      expect(said.length).toBeGreaterThan(0);
      for (const line of said) {
        expect(line).toContain(`as a sentence of its own, in the caller's language: "${phrase}."`);
      }
    }
  });

  it("has every word that is given said in the language of the caller", () => {
    const given = itemsOf([...all, moveByBooking.idn])
      .filter(({ kind }) => kind !== "intent")
      .flatMap(({ body }) => body.split("\n"))
      .filter((line) => /(?:[Ss]ay|ask)[^"]*: "/u.test(line));
    expect(given.length).toBeGreaterThan(phrases.length + 2);
    for (const line of given) {
      expect(line).toContain("in the caller's language");
    }
  });

  it("cancels an appointment that is replaced only once the new one is booked", () => {
    const lines = (byIdn("altegio_scenario_cancel")?.body ?? "").split("\n");
    const replaced = lines.findIndex((line) => line.includes("cancel only once the new one is booked"));
    const promised = lines.findIndex((line) => line.includes("I'm cancelling"));
    expect(replaced).toBeGreaterThan(0);
    expect(promised).toBeGreaterThan(replaced);
  });

  it("asks only what changes something", () => {
    const body = (idn: string): string => byIdn(idn)?.body ?? "";
    expect(body("altegio_procedure_staff")).toContain("If only one person does the service");
    expect(body("altegio_procedure_time")).not.toMatch(/morning|part of the day/u);
    expect(body("altegio_procedure_phone")).toMatch(/<UserInformation> lists.*ask nothing/u);
    expect(body("altegio_scenario_cancel")).toMatch(/Unless the caller is ill or upset/u);
    expect(body("altegio_procedure_request").split("\n")[1]).toMatch(/speak to a person/u);
  });
});
