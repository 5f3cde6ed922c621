/**
 * Names of an object
 *
 * `Object.keys`, `values`, `entries` and `fromEntries`; `Object.hasOwn` asks for a name.
 *
 * @run {"input": {"monday": "9-18", "sunday": ""}}
 * @run {"input": {"2": "b", "10": "c", "x": "d", "1": "a"}}
 */
export function main(hours: Record<string, string>): string {
  const open = Object.entries(hours).filter(([, time]) => time !== "");
  const days = open.map(([day, time]) => `${day} ${time}`);
  return Object.hasOwn(hours, "sunday") ? `${days.join(", ")}, sunday is listed` : days.join(", ");
}
