/** Days of the calendar in NSL: what Python's `datetime.date` knows, behind a test that it never raises on. */
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** What Python counts from 0001-01-01, which is 1, is counted from 1970-01-01 here. */
const FIRST = 719163;
const LAST = 3652059;

/** Texts in which only the day may be one that the month does not have. Python reads other forms too, more from version to version. */
const WRITTEN = "^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}\\Z";

const date = (method: string, argument: Expression): Expression =>
  nsl.method(nsl.attribute(nsl.name("datetime"), "date"), method, argument);

/** The days since 1970-01-01 of a date: the days of its month are counted from the first. `text` is written several times. */
export function dayNumber(text: Expression): Expression {
  const isWritten = nsl.isNotNone(nsl.method(nsl.name("re"), "search", nsl.text(WRITTEN), text));
  const first = nsl.binary("~", nsl.slice(text, null, nsl.number(8)), nsl.text("01"));
  const day = nsl.filter(nsl.slice(text, nsl.number(8), null), "int");
  const ordinal = nsl.method(date("fromisoformat", first), "toordinal");
  const number = nsl.binary("-", nsl.binary("+", ordinal, day), nsl.number(FIRST + 1));
  return nsl.conditional(isWritten, number, nsl.number(0));
}

/** The date of a day: of the day, the first and the last one, the one between the others is a date. */
export function dateOfDay(day: Expression): Expression {
  const days = nsl.list([nsl.number(1), nsl.binary("+", day, nsl.number(FIRST)), nsl.number(LAST)]);
  const between = nsl.item(nsl.filter(days, "sort"), nsl.number(1));
  return nsl.method(date("fromordinal", between), "isoformat");
}

/** The weekday of a date, 1 to 7. The remainder is never negative in Python. */
export function weekdayOf(text: Expression): Expression {
  const passed = nsl.binary("%", nsl.binary("+", dayNumber(text), nsl.number(3)), nsl.number(7));
  return nsl.binary("+", passed, nsl.number(1));
}
