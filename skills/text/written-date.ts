/** Reads dates in the forms in which programs and people write them. */
import { asInteger, isDate } from "#sdk";
import { months } from "./speak-date.ts";

/**
 * The date as `YYYY-MM-DD`, whether or not a calendar has it; "" for anything that is no date. A time may follow.
 *
 * `2026-3-6`, `2026/03/06`, `06.03.2026`, `March 6, 2026` and `Friday, 6th of March 2026` are dates. `03/06/2026` is
 * June 3 to some and March 6 to others, so it is one only where a part is above 12, or both are the same.
 */
export function writtenDate(text: string): string {
  // Nearly all are written so already, or not given: those cost no call.
  return text === "" || isDate(text) ? text : otherwiseWritten(text);
}

function otherwiseWritten(text: string): string {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?[.,]* /u, "");
  const yearFirst = said.match(/^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:$|[t ,])/u);
  if (yearFirst !== null) {
    return joined(yearFirst[1] ?? "", yearFirst[2] ?? "", yearFirst[3] ?? "");
  }
  const yearLast = said.match(/^([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})(?:$|[ ,])/u);
  if (yearLast !== null) {
    const [first, mark, second, year] = [
      yearLast[1] ?? "",
      yearLast[2] ?? "",
      yearLast[3] ?? "",
      yearLast[4] ?? "",
    ];
    const isMonthFirst = mark !== "." && asInteger(second) > 12;
    const isClear = mark === "." || isMonthFirst || asInteger(first) > 12 || first === second;
    return !isClear ? "" : isMonthFirst ? joined(year, first, second) : joined(year, second, first);
  }
  const named = said.match(/^([a-z]{3,9})[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?:$|[ ,])/u);
  if (named !== null) {
    return joined(named[3] ?? "", monthNumber(named[1] ?? ""), named[2] ?? "");
  }
  const dayFirst = said.match(
    /^([0-9]{1,2})(?:st|nd|rd|th|[.])? (?:of )?([a-z]{3,9})[.]?,? ([0-9]{4})(?:$|[ ,])/u,
  );
  return dayFirst === null
    ? ""
    : joined(dayFirst[3] ?? "", monthNumber(dayFirst[2] ?? ""), dayFirst[1] ?? "");
}

/** The number of a month by its name or the beginning of it, "" when there is none. */
function monthNumber(name: string): string {
  const index = months.findIndex((month) => month.toLowerCase().startsWith(name));
  return index < 0 ? "" : `${index + 1}`;
}

function joined(year: string, month: string, day: string): string {
  return month === "" ? "" : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
