import { describe, expect, it } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { tools } from "../../scenarios/tools.ts";
import { scenarioDefinitions } from "../../scenarios/index.ts";
import type { ScenarioDefinition, ScenarioDefinitions, ScenarioStep } from "../../scenarios/index.ts";
import type { ToolDefinition } from "../../scripts/sdk/definition.ts";
import { lintScenarios, scenarioCatalogue } from "../../scripts/lint/index.ts";

const surroundings = { tools, attributes, attributePrefix: "altegio_" };
const [book, ...others] = scenarioDefinitions.scenarios;
if (book === undefined) {
  throw new Error("there is no scenario");
}
const withBook = (change: Partial<ScenarioDefinition>): ScenarioDefinitions => ({
  ...scenarioDefinitions,
  scenarios: [{ ...book, ...change }, ...others],
});
/** The booking scenario with one more step before its last. */
const withStep = (text: string, needs: readonly string[] = []): ScenarioDefinitions =>
  withBook({ steps: [...book.steps.slice(0, -1), { text, needs }, ...book.steps.slice(-1)] });
const withStepAt = (index: number, change: Partial<ScenarioStep>): ScenarioDefinitions =>
  withBook({ steps: book.steps.map((step, at) => (at === index ? { ...step, ...change } : step)) });
const withService = (change: { readonly start: string }): ScenarioDefinitions => ({
  ...scenarioDefinitions,
  procedures: scenarioDefinitions.procedures.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
});
const at = (start: string): number => book.steps.findIndex(({ text }) => text.includes(start));
const names = (definitions: ScenarioDefinitions): string[] =>
  lintScenarios(definitions, surroundings).map(({ name }) => name.replace("scenarios/", ""));

describe("lintScenarios", () => {
  it("finds nothing wrong with the module's own content", () => {
    expect(lintScenarios(scenarioDefinitions, surroundings)).toEqual([]);
  });

  const cases: readonly (readonly [string, ScenarioDefinitions])[] = [
    ["duplicate-idn", withBook({ idn: "altegio_scenario_check" })],
    ["foreign-idn", withBook({ idn: "scenario_book" })],
    ["bad-title", withBook({ title: "" })],
    ["bad-title", withBook({ title: "**Book**" })],
    ["bad-title", withBook({ title: "x".repeat(70) })],
    ["duplicate-title", withBook({ title: "Check free times" })],
    ["bad-number", withBook({ number: 72 })],
    ["bad-number", withBook({ number: 0 })],
    ["no-steps", withBook({ steps: book.steps.map((step) => ({ ...step, needs: book.needs })) })],
    ["own-numbering", withStep("Go back to Step 71.3.")],
    ["own-numbering", withStep("### **Step:** ask for the day.")],
    ["own-numbering", withStep("2. Ask for the day.")],
    ["too-long", withStep(`Say ${"very ".repeat(90)}much.`)],
    ["too-long", withBook({ steps: [...book.steps, ...book.steps, ...book.steps, ...book.steps] })],
    ["several-actions", withStep('Ask: "Which day?" Then ask: "Which time?"')],
    [
      "several-actions",
      withStep(
        "Follow the **Choosing the Service** procedure and follow the **Choosing the Staff Member** procedure.",
      ),
    ],
    ["no-start", withBook({ start: "Starts when the caller wants an appointment." })],
    ["no-start", withBook({ start: "[Starts when the caller wants an appointment. Collects a day.]" })],
    ["no-invocation", withService({ start: "Finds out the service." })],
    ["no-way-out", withStepAt(book.steps.length - 1, { text: "Say goodbye and end the scenario." })],
    ["unknown-attribute", withStep("Use [[altegio_prices_text]].")],
    ["secret-attribute", withStep("Say [[altegio_partner_token]].")],
    ["unknown-reference", withStep("Follow the **Choosing the Room** procedure.")],
    ["unknown-reference", withStep('Start the scenario "Pay in advance".')],
    ["absent-reference", withStep('If so, start the scenario "Move an appointment".')],
    ["unknown-tool", withStep("Say hello.", ["altegio_pay_tool"])],
    ["no-phrase", { ...scenarioDefinitions, phrases: scenarioDefinitions.phrases.slice(1) }],
    ["no-phrase", { ...scenarioDefinitions, scenarios: [] }],
    ["phrase-without-tool", withStep(`Say: "I'm checking the available times now."`)],
    ["no-consent", withStepAt(at("Shall I book it?"), { text: "Say what was chosen." })],
    [
      "no-consent",
      withStepAt(at("booking your appointment now"), {
        text: `Say exactly: "I'm booking your appointment now."`,
      }),
    ],
  ];
  it.each(cases)("reports %s (%#)", (name, definitions) => {
    expect(names(definitions)).toContain(name);
  });

  const changing = tools.filter(({ conflictTag }) => conflictTag === "booking");
  const namesWith = (change: Partial<ToolDefinition>, definitions = scenarioDefinitions): string[] =>
    lintScenarios(definitions, {
      ...surroundings,
      tools: tools.map((tool) => (tool === changing[1] ? { ...tool, ...change } : tool)),
    }).map(({ name }) => name.replace("scenarios/", ""));

  it("lets only one of the tools that change something fire", () => {
    expect(changing.map(({ idn }) => idn)).toEqual([
      "altegio_book_appointment_tool",
      "altegio_cancel_appointment_tool",
      "altegio_reschedule_appointment_tool",
    ]);
    expect(namesWith({ conflictTag: "cancellation" })).toEqual(["no-shared-tag"]);
    const [condition] = changing[1]?.conditions ?? [];
    const lenient = condition?.description.replace(/; also false if .*$/u, ".") ?? "";
    expect(namesWith({ conditions: [{ idn: "agentPromised", description: lenient }] })).toEqual([
      "rivals-allowed",
    ]);
  });

  it("wants a check after a correction, wherever times are checked before something is changed", () => {
    const corrected = at("If the caller corrects the day");
    expect(names(withStepAt(corrected, { text: "If the caller corrects the day, read it back." }))).toEqual([
      "no-check-after-correction",
    ]);
  });

  it("wants a procedure of what stands twice", () => {
    const repeated = scenarioDefinitions.procedures
      .find(({ idn }) => idn === "altegio_procedure_check")
      ?.steps.slice(1, 3);
    const twice = withBook({
      steps: [...book.steps.slice(0, 4), ...(repeated ?? []), ...book.steps.slice(4)],
    });
    expect(names(twice)).toEqual(["repeated-steps"]);
  });

  it("takes what stands in for a tool to be there only without it, and with all that it uses", () => {
    const step = "CRITICAL STEP: Only after a clear yes to what you have read back, say:";
    const withMove = (phrase: string): string[] =>
      names({
        ...scenarioDefinitions,
        scenarios: scenarioDefinitions.scenarios.map((scenario) =>
          scenario.idn === "altegio_scenario_move"
            ? {
                ...scenario,
                steps: scenario.steps.map((other) =>
                  other.text.includes("\"I'm booking your appointment now")
                    ? { ...other, text: `${step} "${phrase}."` }
                    : other,
                ),
              }
            : scenario,
        ),
      });
    expect(withMove("I'm booking your appointment now")).toEqual([]);
    expect(withMove("I'm moving your appointment now")).toEqual(["phrase-without-tool"]);
  });

  it("reports a tool that does not know its phrase", () => {
    const deaf = tools.map((tool) => ({
      ...tool,
      conditions: tool.conditions.map((condition) => ({ ...condition, description: "True if promised." })),
    }));
    const found = lintScenarios(scenarioDefinitions, { ...surroundings, tools: deaf });
    expect(found.map(({ code }) => code)).toEqual([
      ...tools.map(() => "SCN3034"),
      ...changing.map(() => "SCN3037"),
    ]);
    expect(found[0]?.message).toContain("altegio_book_appointment_tool");
  });

  it("names the place, has one code a kind and sorts what it finds", () => {
    const [problem] = lintScenarios(withStep("Use [[altegio_prices_text]]."), surroundings);
    expect(problem).toMatchObject({
      code: "SCN3021",
      message:
        'scenario "altegio_scenario_book", step 13 refers to the unknown attribute [[altegio_prices_text]].',
      severity: "error",
    });
    const codes = Object.values(scenarioCatalogue).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const found = names(withBook({ idn: "book", number: -1 }));
    expect(found).toEqual(["foreign-idn", "bad-number"]);
  });
});
