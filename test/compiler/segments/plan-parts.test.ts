/** What every plan has: the places its steps come from, and names for what is kept. */
import { beforeAll, describe, expect, it } from "vitest";
import { cutFunction } from "../../../scripts/compiler/segments/cut.ts";
import { inlineGotos } from "../../../scripts/compiler/segments/inline-gotos.ts";
import { localName } from "../../../scripts/compiler/segments/plan.ts";
import type { Plan } from "../../../scripts/compiler/segments/plan.ts";
import { originsOf } from "./plan-text.ts";
import { type TinyFunction, tinyFunctions } from "../tiny-program.ts";

const steps = `let last = "";
for (const entry of list) {
  const answer = await ask(ctx, entry);
  if (answer === text) {
    break;
  }
  last ||= (await ask(ctx, answer));
}
switch (n > 1 ? (await ask(ctx, text)) : last) {
  case "a":
    return await ctx.send(get(text));
  default:
    ctx.log(last);
}`;

const end = "export async function\nmain(ctx: SkillContext): Promise<void> {\n}";

const names = `const a = text.trim();
{
  const a = n;
  await ask(ctx, text);
  ctx.log(String(a));
}
return a;`;

describe("a plan", () => {
  let tiny: readonly TinyFunction[] = [];
  beforeAll(() => {
    tiny = tinyFunctions([steps, end, names]);
  });
  const planOf = (index: number): Plan | undefined => {
    const found = tiny[index];
    return found && cutFunction(found.declaration, found.context([]));
  };

  it("tells of every step the line it comes from", () => {
    const plan = planOf(0);
    expect(plan && originsOf(plan)).toEqual([
      "statement@1",
      "keep@2",
      "start@?",
      "goto@2",
      "branch@2",
      "take@?",
      "call@3",
      "goto@2",
      "branch@4",
      "goto@2",
      "branch@7",
      "goto@7",
      "call@7",
      "branch@9",
      "call@9",
      "keep@9",
      "goto@9",
      "keep@9",
      "goto@9",
      "keep@9",
      "branch@10",
      "suspend@11",
      "statement@13",
      "return@0",
      "goto@2",
      "statement@7",
      "goto@7",
    ]);
  });

  it("ends at the name of the function", () => {
    const plan = planOf(1);
    expect(plan && originsOf(plan)).toEqual(["return@1"]);
  });

  it("names what is kept, each name once", () => {
    const plan = planOf(2);
    expect(plan?.segments.map(({ needs }) => needs.map(localName))).toEqual([
      ["n", "text"],
      ["a", "a.2"],
    ]);
  });

  it("has no segments where there are none", () => {
    expect(inlineGotos([])).toEqual([]);
  });
});
