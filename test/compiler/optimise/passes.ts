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
  fixture(
    "parts that hand on to a part of their own function, which hands on to others in turn",
    program`
async function gather(ctx: SkillContext, urls: string[], most: number): Promise<string[]> {
  const found: string[] = [];
  let misses = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    const url = urls[turn];
    if (url === undefined) {
      break;
    }
    const parts = url.replace(/[?#].*$/u, "").split("/");
    const host = (parts[2] ?? "").trim().toLowerCase();
    if (host === "" || host.startsWith("localhost") || host.endsWith(".invalid")) {
      ctx.log("no host that can be asked in " + url + ", the " + turn + " of " + urls.length);
      misses += 1;
      continue;
    }
    ctx.log("asks " + host + " for " + parts.slice(3).join(" and ") + " after " + found.join(", ") + " with " + misses + " misses");
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    if (answer.status === 200) {
      found.push(turn + ":" + answer.body);
    } else if (misses >= most) {
      return [...found, "too many"];
    } else {
      misses += 1;
    }
  }
  if (misses > 0) {
    const last = await ctx.send({ method: "GET", url: "https://a.example/end", body: "", authorization: "none" });
    found.push("end " + last.status);
  }
  return [...found, "misses " + misses];
}
export async function main(ctx: SkillContext, urls: string[]): Promise<string[]> {
  const [first = "", ...others] = urls;
  const some = await gather(ctx, others, 1);
  const more = await gather(ctx, [first, ...others], 9);
  return [...some, "then", ...more];
}`,
    on([]),
    on(["https://a.example/x"]),
    on(["ftp:", "https://a.example/x", "", "https://a.example/y/z?q", "https://LOCALHOST/"]),
    on(["https://a.example/1", "https://b.example/2", "https://c.example/3"]),
  ),
  fixture(
    "names that templates keep for themselves, of helpers and of what is handed on",
    program`
interface Kept { readonly none: string | null; readonly range: readonly string[]; readonly loop: boolean }
function none(words: readonly string[]): string | null {
  const [first] = words;
  if (first === undefined || first === "") {
    return null;
  }
  return first + "?";
}
function range(words: readonly string[]): string[] {
  const long: string[] = [];
  for (const word of words) {
    if (word.length > 1) {
      long.push(word);
    }
  }
  return long;
}
async function ask(ctx: SkillContext, kept: Kept): Promise<string> {
  const answer = await ctx.send({ method: "GET", url: "https://a.example/" + (kept.none ?? ""), body: "", authorization: "none" });
  return kept.range.join(",") + (kept.loop ? "+" : "-") + (kept.none ?? "nobody") + String(answer.status);
}
export async function main(ctx: SkillContext, words: string[]): Promise<string[]> {
  const found: string[] = [];
  let text = none(words);
  for (const word of words) {
    if (text === null || word === "stop") {
      text = word;
    }
    const kept: Kept = { none: text, range: range(words), loop: word === text };
    found.push(await ask(ctx, kept));
  }
  return found;
}`,
    on([]),
    on(["", "Ann"]),
    on(["a", "stop", "go"]),
  ),
  fixture(
    "several parts that only hand a value on, before one that does more",
    program`
async function ask(ctx: SkillContext, name: string): Promise<string> {
  const answer = await ctx.send({ method: "GET", url: "https://a.example/" + name, body: "", authorization: "none" });
  return name + ":" + answer.body;
}
async function choose(ctx: SkillContext, name: string): Promise<string> {
  if (name === "a") {
    return await ask(ctx, "first");
  }
  if (name === "b") {
    return await ask(ctx, "second");
  }
  const third = await ask(ctx, "third");
  const fourth = await ask(ctx, "fourth");
  return third + fourth;
}
export async function main(ctx: SkillContext, names: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    found.push(await choose(ctx, name));
  }
  return found;
}`,
    on([]),
    on(["a", "b", "c", "a"]),
  ),
  fixture(
    "what is known of a value in one turn, one branch or before a change is not known behind it",
    program`
function first(text: string): JsonValue[] {
  return [text.slice(0, 1), text.length, text < "\u00e9"];
}
export function main(words: string[]): JsonValue[] {
  const out: JsonValue[] = [];
  let text = "12";
  for (const word of words) {
    out.push(first(text));
    if (word !== "") {
      text = word;
    }
    out.push(first(text));
    const isPlain = /^[a-z]+$/u.test(word) || word === "7";
    out.push(isPlain ? first(word) : first(word), !isPlain && first(word).length > 0);
    let parts = word.match(/^([a-z])?([0-9]+)?/u);
    out.push(parts === null ? "none" : (parts[1] ?? "no letter"), parts?.[2] ?? "no digit");
    parts = word.match(/[0-9]([a-z])/u);
    out.push(parts === null ? "none" : (parts[1] ?? ""), parts?.[0] ?? "nothing");
  }
  out.push(first(text));
  return out;
}`,
    on([]),
    on(["", "a1", "b", "\ud83d\ude00x", "7", "\ud83d", "\u0661", "1c", "abc\n"]),
  ),
  fixture(
    "values of records that are texts, numbers, lists or not there",
    program`
function label(value: JsonValue): string {
  return asText(value) + "|" + String(asNumber(value, -1)) + "|" + String(asList(value).length);
}
export function main(values: JsonValue[]): JsonValue[] {
  const out: JsonValue[] = [];
  for (const value of values) {
    const inner = property(value, "inner");
    const text = asText(inner);
    out.push(label(inner), label(text), label(text.length), label(text === "" ? null : text), label([text]), label({ text }));
    out.push(label(asObject(inner)), label(asNumber(inner, -1)), label(text + "1"), label(text !== ""));
  }
  return out;
}`,
    on([
      null,
      1,
      "a",
      {},
      { inner: "" },
      { inner: "12" },
      { inner: 0 },
      { inner: true },
      { inner: [1] },
      { inner: { inner: 1 } },
    ]),
  ),
];
