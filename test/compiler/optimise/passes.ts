/** Programs that show what the passes do, and what they must not. */
import { fixture, type Fixture, on, program } from "../fixtures/fixture.ts";

/** In the order in which the test looks into them. */
export const passes: readonly Fixture[] = [
  fixture(
    "a helper with several ways out, in a loop, whose value is a record",
    program`
function nameOf(word: string): { name: string; isLong: boolean } {
  if (word === "") {
    return { name: "nobody", isLong: false };
  }
  for (const letter of word.split("")) {
    if (letter === "!") {
      return { name: "loud", isLong: false };
    }
  }
  return { name: word, isLong: word.length > 3 };
}
export function main(words: string[]): JsonValue[] {
  const out: JsonValue[] = [];
  for (const word of words) {
    const found = nameOf(word);
    out.push(found.name, found.isLong);
  }
  return out;
}`,
    on([]),
    on(
      ["", "Ann", "Anna", "a!b", "!"],
      ["nobody", false, "Ann", false, "Anna", true, "loud", false, "loud", false],
    ),
  ),
  fixture(
    "a helper that acts stays behind the test before it, and behind what acts before it",
    program`
function tell(ctx: SkillContext, text: string): boolean {
  ctx.log("told " + text);
  return text !== "no";
}
export function main(ctx: SkillContext, words: string[]): JsonValue[] {
  const out: JsonValue[] = [];
  for (const word of words) {
    if (word !== "" && tell(ctx, word)) {
      out.push(word);
    }
    const text = word === "a" ? String(tell(ctx, "chosen")) : "not";
    out.push(text, [tell(ctx, "first"), tell(ctx, "second " + word)]);
  }
  return out;
}`,
    on([]),
    on(["", "a", "no", "b"]),
  ),
  fixture(
    "parts that hand on, in loops and to each other",
    program`
async function ask(ctx: SkillContext, url: string, tries: number): Promise<string> {
  if (url === "") {
    return "none";
  }
  for (let count = 0; count < tries; count += 1) {
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    if (answer.status === 200) {
      return answer.body;
    }
  }
  return "failed";
}
export async function main(ctx: SkillContext, urls: string[]): Promise<string[]> {
  const out: string[] = [];
  for (const url of urls) {
    const first = await ask(ctx, url, 2);
    out.push(first);
    if (first === "failed") {
      ctx.log(await ask(ctx, "", 1));
    }
  }
  return out;
}`,
    on([]),
    on([""], ["none"]),
    on(["https://a.example/x", "", "https://a.example/y"]),
  ),
  fixture(
    "a helper that asks the language model",
    program`
function heard(ctx: SkillContext, words: string): JsonValue {
  const schema = { type: "object", properties: { name: { type: "string" } }, required: ["name"], additionalProperties: false };
  return ctx.generate("Who? " + words, schema);
}
export function main(ctx: SkillContext, words: string[]): JsonValue[] {
  ctx.log("before");
  return [heard(ctx, words.join(" ")), "after"];
}`,
    on(["a"]),
  ),
  fixture(
    "a helper called from many places, of which one is a loop",
    program`
function graded(word: string): string {
  const plain = word.trim().replace(/[^a-z]/gu, "");
  if (plain === "") {
    return "nothing at all";
  }
  if (plain.startsWith("a") && plain.endsWith("z")) {
    return "from the first letter to the last: " + plain;
  }
  const parts = plain.split("e");
  const last = parts[parts.length - 1] ?? "";
  return plain.includes("x") ? "crossed: " + parts.join("-") : "plain: " + last + " of " + plain;
}
export function main(words: string[]): JsonValue[] {
  const out: JsonValue[] = [];
  for (const word of words) {
    out.push(graded(word));
  }
  const [a = "", b = "", c = ""] = words;
  out.push(graded(a), graded(b), graded(c), graded(a + b), graded(b + c), graded(a + c));
  out.push(graded(a + a), graded(b + b), graded(c + c), graded(a + b + c));
  return out;
}`,
    on([]),
    on(["", "abz", "exe", "Tee pot", "!"]),
  ),
];
