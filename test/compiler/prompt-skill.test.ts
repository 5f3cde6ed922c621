/** The skill that asks the language model gives its schema in the form that is wanted. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { promptSkill } from "../../scripts/compiler/flow/prompt-skill.ts";
import { conservativeDialect } from "../../scripts/compiler/nsl/dialect.ts";
import { printSkill } from "../../scripts/compiler/nsl/printer.ts";
import { startWorker, type Worker } from "../../scripts/sandbox/platform/worker.ts";

let worker: Worker;
beforeAll(async () => {
  worker = await startWorker();
});
afterAll(() => worker.close());

const schema = { type: "object" };

it.each([
  ["object", schema],
  ["text", JSON.stringify(schema)],
] as const)("as %s", async (form, expected) => {
  const { idn, parameters, ...skill } = promptSkill(form);
  const printed = printSkill(
    { idn, parameters, ...skill },
    () => ({ file: "", line: 1, column: 1 }),
    conservativeDialect,
  );
  const given: unknown[] = [];
  const result = await worker.loadAndRun(
    "F",
    { [idn]: { source: printed.text, parameters } },
    idn,
    { instruction: "Fill it.", schema: JSON.stringify(schema) },
    (_action, { jsonSchema, temperature }) => {
      given.push(jsonSchema, temperature);
      return { name: "Ann" };
    },
  );
  expect(given).toEqual([expected, "0"]);
  expect(result).toMatchObject({ ok: true, value: '{"name": "Ann"}' });
});
