/** A talk as text for people. */
import picocolors from "picocolors";
import type { Tokens } from "./model/model.ts";
import type { TalkReport, TranscriptLine } from "./report.ts";

const labels: Readonly<Record<TranscriptLine["from"], string>> = {
  caller: "Caller ",
  agent: "Agent  ",
  tool: "  tool ",
  request: "  sent ",
  told: "  told ",
};

/**
 * Whether the goal was reached, what was wrong, what it took, and the transcript.
 *
 * @param file where the talk stands
 * @param colour whether to write terminal colours
 */
export function talkText(report: TalkReport, file: string, colour: boolean): string {
  const { red, green, gray } = picocolors.createColors(colour);
  const { name, passed, faults, transcript } = report;
  return [
    `${passed ? green("ok    ") : red("failed")}  ${name} (${file})`,
    ...faults.map((fault) => `        ${red(fault)}`),
    `        ${gray(useText(report))}`,
    ...transcript.map(({ from, text }) => {
      const line = `        ${labels[from]} ${text.replaceAll("\n", `\n${" ".repeat(16)}`)}`;
      return from === "caller" || from === "agent" ? line : gray(line);
    }),
    "",
    "",
  ].join("\n");
}

function useText({ use, requests, ending, model }: TalkReport): string {
  const calls = Object.entries(use).map(([role, { calls: count }]) => `${role} ${String(count)}`);
  const sum = (of: keyof Tokens): number =>
    Object.values(use).reduce((all, { tokens }) => all + tokens[of], 0);
  const [prompt, answer] = [sum("prompt"), sum("answer")];
  const tokens =
    prompt === 0 && answer === 0 ? "tokens not told" : `${String(prompt)} + ${String(answer)} tokens`;
  return `${ending}; ${model}; calls: ${calls.join(", ")}; ${tokens}; ${String(requests)} requests`;
}
