/** What to write instead of `new Date(...)`: the call of the SDK that does what the date is made for. */
import ts from "typescript";
import { authorsText } from "./authors-text.ts";

const GETTERS =
  "Read the dates of the file with `getTime()`, `toISOString()` and the getters of UTC, such as `getUTCHours()`, alone";

/** Instead of `new Date(moment)`. */
export function dateAdvice(node: ts.NewExpression, checker: ts.TypeChecker): string {
  const [moment, more] = node.arguments ?? [];
  if (moment === undefined) {
    return 'Write `ctx.getDateTime("UTC")`: ISO 8601, as `toISOString()` begins; `.slice(0, 10)` is its date.';
  }
  if (more !== undefined) {
    const given = node.arguments?.map((argument) => argument.getText()).join(", ") ?? "";
    return `Write \`new Date(Date.UTC(${given}))\`. ${GETTERS}.`;
  }
  const text = authorsText(moment);
  const type = checker.getTypeAtLocation(moment);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) {
    return `${GETTERS}, or write \`localTime(Math.floor(${text} / 1000), zone)\` of the SDK, which has \`.date\` and \`.time\`.`;
  }
  if ((type.flags & ts.TypeFlags.StringLike) === 0) {
    return `${GETTERS}.`;
  }
  const date = dateIn(moment);
  if (date !== null && asksWeekday(node)) {
    return `Write \`weekdayOf(${date}) % 7\` of the SDK: 0 is Sunday.`;
  }
  return date === null
    ? `${GETTERS}, or write \`parseDateTime(${text}).seconds\` of the SDK for a date with a time, or \`dayNumber(${text})\` for a date, which counts days.`
    : `${GETTERS}, or write \`dayNumber(${date})\` of the SDK, which counts days.`;
}

/** The date in `${date}T00:00:00Z`. */
function dateIn(moment: ts.Expression): string | null {
  if (!ts.isTemplateExpression(moment) || moment.head.text !== "") {
    return null;
  }
  const [span, more] = moment.templateSpans;
  return span !== undefined && more === undefined && /^T[0-9:.]+Z$/u.test(span.literal.text)
    ? span.expression.getText()
    : null;
}

function asksWeekday({ parent }: ts.NewExpression): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.name.text === "getUTCDay";
}
