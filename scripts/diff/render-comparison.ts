/** Shows a comparison to people. */
import picocolors from "picocolors";
import type { Comparison, FieldChange, ObjectChange } from "./compare.ts";

/** Longest value shown on one line. */
const longest = 70;

/** The report; one line when nothing differs. */
export function renderComparison({ from, to, changes, unknown }: Comparison, colour: boolean): string {
  const { green, red, yellow, cyan } = picocolors.createColors(colour);
  const paint = { created: green, removed: red, changed: yellow };
  const line = (text: string): string =>
    text.startsWith("+")
      ? green(text)
      : text.startsWith("-")
        ? red(text)
        : text.startsWith("@")
          ? cyan(text)
          : text;
  const blocks = changes.map((change) => {
    const head = `${paint[change.change](change.change.padEnd(7))}  ${titleOf(change)}`;
    return [
      head,
      ...change.fields.flatMap((field) => fieldLines(field).map((text) => `           ${line(text)}`)),
    ].join("\n");
  });
  const missing =
    unknown.length === 0 ? [] : [`Not compared, because one side does not tell them: ${unknown.join(", ")}.`];
  return `${[...blocks, ...missing, summaryOf(from, to, changes)].join("\n")}\n`;
}

function titleOf({ kind, within, idn }: ObjectChange): string {
  return `${kind} ${within === "" ? "" : `${within}/`}${idn}`;
}

function fieldLines({ field, before, after, lines }: FieldChange): string[] {
  return lines.length > 0
    ? [`${field}:`, ...lines]
    : [`${field}: ${shortened(before)} -> ${shortened(after)}`];
}

function shortened(value: string | null): string {
  const text = value === null ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

function summaryOf(from: string, to: string, changes: readonly ObjectChange[]): string {
  const count = (kind: ObjectChange["change"]): number =>
    changes.filter(({ change }) => change === kind).length;
  return changes.length === 0
    ? `Nothing differs between ${from} and ${to}.`
    : `From ${from} to ${to}: ${String(count("created"))} created, ${String(count("changed"))} changed, ${String(count("removed"))} removed.`;
}
