/** Sets the module up as a person would, and plays a written conversation on it. */
import {
  playConversation,
  setUpAsBuilder,
  type ConversationReport,
  type ConversationScript,
  type PlayedTurn,
  type SetUpReport,
  type Simulator,
  type Theatre,
} from "../sandbox/conversations/index.ts";

/** Hears of each step when it is done, so that a long run can be followed. */
export interface DemoListener {
  onSetUp(report: SetUpReport): void;
  onTurn(turn: PlayedTurn): void;
}

/** What came of it. */
export interface DemoResult extends Omit<ConversationReport, "actions" | "faults"> {
  readonly setup: SetUpReport;
  /** Whose calendar it is. */
  readonly business: string;
  /** True when every turn went as written and the calendar holds what it has to hold, and nothing else. */
  readonly passed: boolean;
}

/** Plays the demo. Where the set-up fails no turn is played; the calendar is read in any case. */
export async function runDemo(
  theatre: Theatre,
  { statusAttribute }: Simulator,
  script: ConversationScript,
  listener: DemoListener,
): Promise<DemoResult> {
  const stage = await theatre.prepare(script);
  try {
    const setup = await setUpAsBuilder(stage, statusAttribute);
    listener.onSetUp(setup);
    const turns = setup.faults.length === 0 ? script.turns : [];
    const report = await playConversation({ ...script, turns }, stage, listener.onTurn);
    const { name, calendar, made, differences, faults } = report;
    return {
      name,
      setup,
      business: stage.service.title,
      turns: report.turns,
      skipped: script.turns.length - report.turns.length,
      calendar,
      made,
      differences,
      passed: setup.faults.length === 0 && faults.length === 0,
    };
  } finally {
    await stage.close();
  }
}
