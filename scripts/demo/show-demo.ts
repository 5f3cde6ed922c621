/** The demo as text for people. */
import picocolors from "picocolors";
import type { CalendarEntry, PlayedTurn, SetUpReport, ShownRequest } from "../sandbox/conversations/index.ts";
import type { DemoResult } from "./run-demo.ts";
import { wrapText } from "./wrap-text.ts";

/** Makes the parts of the text; each ends in a line break. */
export interface DemoText {
  /** @param name what the conversation is called */
  setUp(report: SetUpReport, name: string): string;
  turn(turn: PlayedTurn): string;
  /** The calendar and whether the demo passed. */
  result(result: DemoResult): string;
}

const indent = 14;

/**
 * @param service what people call the service
 * @param colour whether to write terminal colours
 */
export function demoText(service: string, colour: boolean): DemoText {
  const colours = picocolors.createColors(colour);
  const row = (label: string, text: string, paint: (text: string) => string): string =>
    `${paint(label.padEnd(indent))}${wrapText(text, indent)}\n`;
  const faultRows = (faults: readonly string[]): string =>
    faults.map((fault) => row("  failed", fault, colours.red)).join("");
  return {
    setUp: ({ entered, chosen, status, faults }, name) =>
      [
        `${colours.bold("Set up as a Builder user would")}\n`,
        row("  entered", `${entered.join(", ")}; Publish All`, colours.gray),
        ...chosen.map(({ title, value }) =>
          row("  chosen", `${title}: ${value}, from the list; Publish All`, colours.gray),
        ),
        ...status.map((line, index) => row(index === 0 ? "  status" : "", line, colours.gray)),
        faultRows(faults),
        `\n${colours.bold(name)}\n`,
      ].join(""),
    turn: ({ message, agent, fired, requests, answers, says, faults }) =>
      [
        row("Caller", message, colours.cyan),
        agent === "" ? "" : row("Agent", agent, colours.green),
        fired === "" ? "" : row("  tool", fired, colours.gray),
        ...requests.map((request) => row("  request", requestText(request), colours.gray)),
        ...answers.map((instruction) => row("  told", instruction, colours.yellow)),
        says === "" ? "" : row("Agent", says, colours.green),
        faultRows(faults),
        "\n",
      ].join(""),
    result: ({ business, calendar, made, differences, skipped, passed }) =>
      [
        `${colours.bold(`Calendar of ${business}`)}\n`,
        ...calendarRows(calendar).map(
          (text, index) =>
            `  ${text}${made.includes(calendar[index] as CalendarEntry) ? "  <- this call" : ""}\n`,
        ),
        calendar.length === 0 ? "  empty\n" : "",
        skipped === 0 ? "" : `\n${colours.red(`${String(skipped)} turns were not played.`)}\n`,
        passed
          ? `\n${colours.green(`Passed: the appointment stands in ${service}'s calendar.`)}\n`
          : `\n${colours.red(verdict(service, differences))}\n`,
      ].join(""),
  };
}

function verdict(service: string, differences: readonly string[]): string {
  const lacking = differences.some((text) => text.startsWith("The calendar lacks"));
  return lacking
    ? `Failed: the appointment is not in ${service}'s calendar.`
    : ["Failed: see above.", ...differences].join("\n");
}

function requestText({ method, path, status }: ShownRequest): string {
  return `${method} ${path} -> ${status === 0 ? "no answer" : String(status)}`;
}

/** The columns of all entries, each as wide as its widest text. */
function calendarRows(calendar: readonly CalendarEntry[]): string[] {
  const widths = (calendar[0]?.columns ?? []).map((_, column) =>
    Math.max(...calendar.map(({ columns }) => columns[column]?.length ?? 0)),
  );
  return calendar.map(({ columns }) =>
    columns
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
