/**
 * Order of evaluation
 *
 * What is written first happens first, also where a loop has to come before the rest of an expression.
 *
 * @run {"input": ["b", "a"]}
 * @run {"input": []}
 */
import type { SkillContext } from "#sdk";

function noted(ctx: SkillContext, text: string): string {
  ctx.log(text);
  return text.toUpperCase();
}

export function main(ctx: SkillContext, words: string[]): string[] {
  let last = "none";
  const all = [
    `${words.length} words`,
    last,
    noted(ctx, "first"),
    words
      .map((word) => {
        last = noted(ctx, word);
        return last;
      })
      .join(" "),
    last,
    noted(ctx, "end"),
  ];
  return all;
}
