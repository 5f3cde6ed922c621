/** Plays a written conversation on an installed artifact and looks for its result in the salon's calendar. */
import type { ArtifactTree } from "../model/types.ts";
import { bookElsewhere, isSameAppointment, readCalendar, type CalendarEntry } from "./calendar.ts";
import { fillText, placeholdersOf } from "./placeholders.ts";
import { playTurn, type PlayedTurn } from "./play-turn.ts";
import type { Script } from "./read-script.ts";
import { openSalonAccount, setUpAsBuilder, type SetupReport } from "./salon-account.ts";

/** What to play. */
export interface DemoInput {
  /** The artifact as it was read back from disk. */
  readonly tree: ArtifactTree;
  readonly script: Script;
  /** The day the caller asks for, `YYYY-MM-DD`; the call takes place the day before. */
  readonly date: string;
}

/** Hears of each step when it is done, so that a long run can be followed. */
export interface DemoListener {
  onSetup(report: SetupReport): void;
  onTurn(turn: PlayedTurn): void;
}

/** What came of it. */
export interface DemoResult {
  readonly setup: SetupReport;
  readonly turns: readonly PlayedTurn[];
  /** Turns that were not played because one before them failed. */
  readonly skipped: number;
  /** The calendar of the day afterwards. */
  readonly calendar: readonly CalendarEntry[];
  /** The entry the conversation led to; null when it is not in the calendar. */
  readonly booked: CalendarEntry | null;
  /** True when every turn went as written and the appointment stands in the calendar. */
  readonly passed: boolean;
}

/**
 * Runs the demo. A failed turn ends the conversation; the calendar is read in any case.
 *
 * @throws InstallError when the artifact cannot be installed, WorkerError when there is no usable Python
 */
export async function runDemo(input: DemoInput, listener: DemoListener): Promise<DemoResult> {
  const { tree, script, date } = input;
  const account = await openSalonAccount(tree, callTime(date));
  try {
    for (const appointment of script.booked ?? []) {
      await bookElsewhere(account.altegio, date, appointment);
    }
    const setup = await setUpAsBuilder(account);
    listener.onSetup(setup);
    const conversation = account.sandbox.conversation({
      channel: `${script.integration}/${script.connector}`,
      externalId: script.caller,
    });
    const turns: PlayedTurn[] = [];
    let values = placeholdersOf(date);
    for (const turn of setup.faults.length > 0 ? [] : script.turns) {
      const after = await playTurn(conversation, turn, values);
      values = after.values;
      turns.push(after.played);
      listener.onTurn(after.played);
      if (after.played.faults.length > 0) {
        break;
      }
    }
    const calendar = readCalendar(account.altegio, date);
    const wanted = { ...script.appointment, time: fillText(script.appointment.time, values) };
    const booked = calendar.find((entry) => isSameAppointment(entry, wanted)) ?? null;
    const skipped = script.turns.length - turns.length;
    const wentWell = skipped === 0 && turns.every(({ faults }) => faults.length === 0);
    return { setup, turns, skipped, calendar, booked, passed: wentWell && booked !== null };
  } finally {
    await account.close();
  }
}

/** Eight o'clock UTC on the day before: within the salon's horizon and long before its first slot. */
function callTime(date: string): number {
  return Date.parse(`${date}T08:00:00Z`) - 24 * 60 * 60 * 1000;
}
