/** What to write instead of `new Date(...)`: the call of the SDK that does what the date is made for. */
import type ts from "typescript";

/** Instead of `new Date(...)` where it depends on the clock, or is of no text, number or date. */
export function dateAdvice(node: ts.NewExpression): string {
  const [moment, more] = node.arguments ?? [];
  if (moment === undefined) {
    return 'Write `ctx.getDateTime("UTC")`: ISO 8601, as `toISOString()` begins; `.slice(0, 10)` is its date.';
  }
  if (more !== undefined) {
    const given = node.arguments?.map((argument) => argument.getText()).join(", ") ?? "";
    return `Write \`new Date(Date.UTC(${given}))\`.`;
  }
  return "Give it a text, a number or a date, and use `Date` in the file as a type, with `new`, `Date.UTC` and `Date.parse` alone.";
}

/** What to write where a date stands that no number can stand for, by the reason. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["absent", "Ask whether it is there: `date === undefined ? other : date`."],
  [
    "changed",
    "Change a date that only this function has, by a statement: `const day = new Date(date); day.setUTCDate(1);`, in which nothing else is given `day` before.",
  ],
  ["claimed", "Read it out of its text: `new Date(text)`."],
  [
    "mixed",
    "Let it be a date or nothing: `Date | undefined`; make one of anything else with `new Date(value)`.",
  ],
  ["order", "Compare the milliseconds: `a.getTime() - b.getTime()`."],
  [
    "outside",
    "What comes from outside is JSON, which has no dates: type it as `string`, and read it with `new Date(text)`.",
  ],
  [
    "part",
    "Give it on as a text, `date.toISOString()`, or as a number, `date.getTime()`: what takes it there knows of no date.",
  ],
  ["result", "Return a text: `date.toISOString()`."],
  ["same", "Compare the milliseconds, `a.getTime() === b.getTime()`: two dates are never the same object."],
  ["text", "Write it as a text: `date.toISOString()`."],
  [
    "unread",
    "Ask where it is read, of a `const`: `const date = new Date(text); if (Number.isNaN(date.getTime())) { ... }`.",
  ],
  ["value", "Make it a statement of its own, or name what is done: `(date) => date.getTime()`."],
]);

const LOCAL = /^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds)$/u;

/** Instead of a use of a date that no number has. */
export function dateUseAdvice(reason: string): string {
  return REASONS.get(reason) ?? "";
}

/** Instead of a method of a date: the one of UTC, or what the SDK has. */
export function dateMethodAdvice(method: string, date: string): string {
  const [, what, part] = method.match(LOCAL) ?? [];
  const zone = `\`localTime(Math.floor(${date}.getTime() / 1000), zone)\` of the SDK, which has \`.date\` and \`.time\``;
  if (what !== undefined && part !== undefined) {
    return what === "get"
      ? `Write \`${date}.getUTC${part}()\`, or for the clock of a zone ${zone}.`
      : `Write \`${date}.setUTC${part}(...)\`: whose clock another would be is not known.`;
  }
  return /Locale/u.test(method)
    ? `Write \`${date}.toISOString().slice(0, 10)\`, or for the clock of a zone ${zone}.`
    : `Write \`${date}.toISOString()\`, or put it together of \`${date}.getUTCFullYear()\` and its like.`;
}
