import { describe, expect, test } from "vitest";
import { askFor } from "../../scripts/talk/model/ask-for.ts";
import type { Model, Question } from "../../scripts/talk/model/model.ts";

const schema = {
  type: "object",
  properties: { says: { type: "string" }, hangs_up: { type: "boolean" } },
  required: ["says", "hangs_up"],
  additionalProperties: false,
};
const right = '{"says": "Hi", "hangs_up": false}';

/** Asks a model that gives the texts one after another. Gives the value and what the model was asked. */
async function asked(...texts: readonly string[]): Promise<{ value: unknown; questions: Question[] }> {
  const questions: Question[] = [];
  const model: Model = {
    name: "m",
    ask: (question) => {
      questions.push(question);
      return Promise.resolve({ text: texts[questions.length - 1] ?? "", tokens: { prompt: 0, answer: 0 } });
    },
  };
  const question = { role: "caller", messages: [{ role: "user", content: "Speak." }], schema } as const;
  return { value: await askFor(model, question), questions };
}

describe("an answer of a form", () => {
  test.each([right, `\`\`\`json\n${right}\n\`\`\``, ` \`\`\`${right}\`\`\` `])(
    "is read: %s",
    async (text) => {
      const { value, questions } = await asked(text);
      expect(value).toEqual({ says: "Hi", hangs_up: false });
      expect(questions.map(({ messages }) => messages.length)).toEqual([2]);
      expect(questions[0]?.messages.at(-1)?.content).toContain(JSON.stringify(schema));
    },
  );

  test.each([
    ["Hello!", "no JSON"],
    ["[]", "must be object"],
    ['{"says": "Hi"}', "required property 'hangs_up'"],
    ['{"says": "Hi", "hangs_up": "no"}', "must be boolean"],
    ['{"says": "Hi", "hangs_up": false, "mood": "good"}', "additional properties"],
  ])("is asked for once more, with the fault, after %s", async (text, fault) => {
    const { value, questions } = await asked(text, right);
    expect(value).toEqual({ says: "Hi", hangs_up: false });
    expect(questions.map(({ messages }) => messages.length)).toEqual([2, 3]);
    expect(questions[1]?.messages.at(-1)?.content).toContain(fault);
    await expect(asked(text, text)).rejects.toThrow(fault);
  });
});
