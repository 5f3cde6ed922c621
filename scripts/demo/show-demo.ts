/** The demo as text for people. */
import picocolors from "picocolors";
import { speakDate } from "../../skills/text/speak-date.ts";
import { salonTitle, type CalendarEntry } from "./calendar.ts";
import type { PlayedTurn, ShownRequest } from "./play-turn.ts";
import type { DemoResult } from "./run-demo.ts";
import type { SetupReport } from "./salon-account.ts";
import { wrapText } from "./wrap-text.ts";

/** Makes the parts of the text; each ends in a line break. */
export interface DemoText {
  setup(report: SetupReport): string;
  turn(turn: PlayedTurn): string;
  /** The calendar and whether the demo passed. */
  result(result: DemoResult, date: string): string;
}

const indent = 14;

/** @param colour whether to write terminal colours */
export function demoText(colour: boolean): DemoText {
  const colours = picocolors.createColors(colour);
  const row = (label: string, text: string, paint: (text: string) => string): string =>
    `${paint(label.padEnd(indent))}${wrapText(text, indent)}\n`;
  const faultRows = (faults: readonly string[]): string =>
    faults.map((fault) => row("  failed", fault, colours.red)).join("");
  return {
    setup: ({ location, status, faults }) =>
      [
        `${colours.bold("Set up as a Builder user would")}\n`,
        row("  attributes", "tokens and application entered, Publish All", colours.gray),
        location === ""
          ? ""
          : row("  location", `${location} chosen from the list, Publish All`, colours.gray),
        ...status.map((line, index) => row(index === 0 ? "  status" : "", line, colours.gray)),
        faultRows(faults),
        `\n${colours.bold("A caller on the phone")}\n`,
      ].join(""),
    turn: ({ message, agent, tool, requests, instruction, says, faults }) =>
      [
        row("Caller", message, colours.cyan),
        agent === "" ? "" : row("Agent", agent, colours.green),
        tool === "" ? "" : row("  tool", tool, colours.gray),
        ...requests.map((request) => row("  request", requestText(request), colours.gray)),
        instruction === "" ? "" : row("  told", instruction, colours.yellow),
        says === "" ? "" : row("Agent", says, colours.green),
        faultRows(faults),
        "\n",
      ].join(""),
    result: ({ calendar, booked, skipped, passed }, date) =>
      [
        `${colours.bold(`Calendar of ${salonTitle()}, ${speakDate(date)}`)}\n`,
        ...calendar.map((entry) => `${calendarLine(entry)}${entry === booked ? "  <- this call" : ""}\n`),
        calendar.length === 0 ? "  empty\n" : "",
        skipped === 0 ? "" : `\n${colours.red(`${String(skipped)} turns were not played.`)}\n`,
        passed
          ? `\n${colours.green("Passed: the appointment stands in Altegio's calendar.")}\n`
          : `\n${colours.red(booked === null ? "Failed: the appointment is not in Altegio's calendar." : "Failed: see above.")}\n`,
      ].join(""),
  };
}

function requestText({ method, path, status }: ShownRequest): string {
  return `${method} ${path} -> ${status === 0 ? "no answer" : String(status)}`;
}

function calendarLine({ time, until, staff, service, client }: CalendarEntry): string {
  return `  ${time}-${until}  ${staff.padEnd(16)}${service.padEnd(20)}${client.padEnd(14)}`.trimEnd();
}
