/** How much language models are given to read, and what does not grow with the catalogue. */
import { expect, test } from "vitest";
import { measureTexts, textLines } from "../../../scripts/simulator/bench/text-sizes.ts";
import { builtArtifact } from "../../assemble/built-module.ts";

test("measures the scenarios, the tools and each prompt with its schema", async () => {
  const sizes = await measureTexts(builtArtifact());
  expect(sizes.map(({ text }) => text)).toEqual([
    "scenarios",
    "tools",
    "prompt of altegio_check_availability_tool",
    "prompt of altegio_book_appointment_tool",
    "prompt of altegio_cancel_appointment_tool",
    "prompt of altegio_reschedule_appointment_tool",
    "prompt of altegio_find_appointments_tool",
  ]);
  for (const { text, characters, schema } of sizes) {
    expect(characters, text).toBeGreaterThan(500);
    expect(schema === null, text).toBe(!text.startsWith("prompt"));
  }
  expect(textLines(sizes)).toHaveLength(sizes.length);
});
