/** What a probe has told, as it is kept in a file. */
import { answerPrefix } from "./nsl-text.ts";

/** One answer, as a skill wrote it. */
export type Answer = Readonly<Record<string, unknown>>;

/** A report. It holds names and forms of values, and no value of a caller's. */
export interface ProbeReport {
  /** The form of reports. */
  readonly probe: 1;
  /** Version of the toolkit whose probe it was; "" where that is not known. */
  readonly version: string;
  /** Where it ran, without a path. */
  readonly builder: string;
  /** When it was read, ISO 8601, UTC. */
  readonly read: string;
  /** By question. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Actions with the names of their arguments, as the Builder lists them; null where it does not. */
  readonly actions: Readonly<Record<string, readonly string[]>> | null;
}

/** Thrown for a text that is no report. The message says what is wrong. */
export class ReportError extends Error {}

/** The answers among the attributes of an account. What is none, or cut off, is left out. */
export function answersOf(
  attributes: readonly { readonly idn: string; readonly value: string }[],
): Record<string, Answer> {
  const found = attributes
    .filter(({ idn }) => idn.startsWith(answerPrefix))
    .map(({ idn, value }) => [idn.slice(answerPrefix.length), parsed(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(found.flatMap(([key, value]) => (isAnswer(value) ? [[key, value]] : [])));
}

/** A report from its file's text. @throws ReportError */
export function readReport(text: string): ProbeReport {
  const value = parsed(text) as Partial<ProbeReport> | null;
  if (value?.probe !== 1 || typeof value.answers !== "object" || value.answers === null) {
    throw new ReportError("It is no report of a probe: the verb probe writes one with --read.");
  }
  const { version, builder, read, actions, answers } = value;
  const wrong = Object.entries(answers).find(([, answer]) => !isAnswer(answer))?.[0];
  if (wrong !== undefined) {
    throw new ReportError(`The answer "${wrong}" is not a record.`);
  }
  return {
    probe: 1,
    version: String(version ?? ""),
    builder: String(builder ?? ""),
    read: String(read ?? ""),
    answers,
    actions: actions ?? null,
  };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
