/** Whatever the artifact sends to the platform, or listens to there, has its evidence in docs/platform.md. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { moduleDefinition } from "../../module/index.ts";
import { setsFollowUp } from "../../scripts/sdk/contract.ts";
import { builtArtifact } from "./built-module.ts";

const scripts = [...builtArtifact()].filter(([path]) => path.endsWith(".nsl")).map(([, text]) => text);
const sections = readFileSync("docs/platform.md", "utf8").split(/^#{2,3} /mu);
const prefix = "altegio_";

/** The values a keyword has in the skills; what is computed there stands as it is written. */
function valuesOf(keyword: string): string[] {
  const found = scripts.flatMap((text) => [
    ...text.matchAll(new RegExp(`\\b${keyword}=("[^"]*"|[^,)\\n]+)`, "gu")),
  ]);
  return [...new Set(found.map(([, value = ""]) => value))].sort();
}

/** Named in a section that says how sure it is. */
const hasEvidence = (name: string): boolean =>
  sections.some(
    (section) =>
      new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``, "u").test(section) &&
      /documented|production|client|inferred/iu.test(section),
  );

test("every event and every command that is sent has its evidence, and its name is a constant", () => {
  const events = valuesOf("eventIdn").filter((value) => value.startsWith('"'));
  const names = [...events, ...valuesOf("commandIdn")].map((value) => value.slice(1, -1));
  expect(names).toEqual(
    expect.arrayContaining(["convoagent_activate_waiting_mode", "extend_session", "urgent_message"]),
  );
  expect(names).toEqual(expect.arrayContaining(["send_request", "set_timer", "gm_prepare_instructions"]));
  // The module's own events need none.
  const foreign = names.filter((name) => !name.startsWith(prefix));
  expect(foreign.filter((name) => !hasEvidence(name))).toEqual([]);
  // Only the timer's event is computed: it carries the name of its flow.
  const computed = valuesOf("eventIdn").filter((value) => !value.startsWith('"'));
  expect(computed.filter((value) => !/^event(?:_\d+)?$/u.test(value))).toEqual([]);
});

test("every event that is listened to has its evidence", () => {
  const heard = moduleDefinition.flows
    .flatMap(({ events }) => events.map(({ idn }) => idn))
    .filter((idn) => !idn.startsWith(prefix));
  expect(heard.filter((idn) => !hasEvidence(idn))).toEqual([]);
});

test("what has none stays off: the follow-up timer, whose arguments nobody names", () => {
  expect(setsFollowUp).toBe(false);
  expect(scripts.join("\n")).not.toContain("convoagent_update_followup");
});
