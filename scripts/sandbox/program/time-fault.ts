/** Is a text a time both machines of a comparison read alike? */

const FORM = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** What is wrong with the time at a key; nothing when it is ISO 8601 with its zone, or only a date. */
export function findTimeFault(key: string, time: string): readonly string[] {
  const [, date, zone] = FORM.exec(time) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(time)) || !isRealDate(date)) {
    return [
      `\`${key}\` is ${JSON.stringify(time)}, which is no time. Write one such as "2026-01-15T10:30:00Z".`,
    ];
  }
  // Without a zone the clock of this machine would decide.
  return zone === undefined && time.includes("T")
    ? [
        `\`${key}\` is ${JSON.stringify(time)}, which names no time zone. Write ${JSON.stringify(`${time}Z`)}.`,
      ]
    : [];
}

/** JavaScript reads 30 February as a day of March. */
function isRealDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
