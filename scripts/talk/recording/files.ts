/** What stands beside a talk: what a model has answered in it, or answers that were written by hand. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { parseDocuments, ScriptError } from "../../sandbox/conversations/index.ts";
import { roles, type Role, type Tokens } from "../model/model.ts";

/** One answer of a model, with what it was asked. */
export interface RecordedAnswer {
  readonly role: Role;
  /** Checksum of the prompt (`promptKey`). */
  readonly prompt: string;
  readonly text: string;
  readonly tokens: Tokens;
}

/** Everything a model answered in one talk, in order. */
export interface Recording {
  readonly model: string;
  readonly answers: readonly RecordedAnswer[];
}

/** One line of answers that were written by hand: one role speaks. */
export interface WrittenAnswer {
  readonly caller?: string;
  /** With `caller`: nothing is said after it. */
  readonly hangs_up?: true;
  readonly agent?: string;
  /** With `agent`: the tools it has promised; none when left out. */
  readonly tools?: readonly string[];
  /** The fields that are not empty. */
  readonly extraction?: Readonly<Record<string, unknown>>;
}

const writtenEnding = ".answers.yaml";

/** Whether a file holds answers and no talk. */
export function isWrittenAnswers(path: string): boolean {
  return path.endsWith(writtenEnding);
}

function beside(talk: string, ending: string): string {
  return `${talk.replace(/\.ya?ml$/u, "")}${ending}`;
}

/** The file of a talk's recording. */
function recordingFile(talk: string): string {
  return beside(talk, ".recording.json");
}

/** The recording of a talk; null when there is none. @throws ScriptError when it is none that was written here */
export function readRecording(talk: string, nameOf: (path: string) => string): Recording | null {
  const path = recordingFile(talk);
  if (!existsSync(path)) {
    return null;
  }
  const fault = (reason: string): ScriptError =>
    new ScriptError(`This is no recording:\n${nameOf(path)}: ${reason}. Record it again with --record.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw fault("it is no JSON");
  }
  if (!isRecording(value)) {
    throw fault(ajv.errorsText(isRecording.errors, { dataVar: "it" }));
  }
  return value;
}

/** Writes a talk's recording in one step, so that no half of one is left. */
export function writeRecording(talk: string, recording: Recording): void {
  const path = recordingFile(talk);
  writeFileSync(`${path}.new`, `${JSON.stringify(recording, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/** The answers that were written by hand for a talk; null when there are none. @throws ScriptError */
export function readWrittenAnswers(
  talk: string,
  nameOf: (path: string) => string,
): readonly WrittenAnswer[] | null {
  const path = beside(talk, writtenEnding);
  if (!existsSync(path)) {
    return null;
  }
  const [answers = null] = parseDocuments(readFileSync(path, "utf8"), {
    what: "list of answers",
    file: nameOf(path),
    prepare: (value) => value,
    isValid: isAnswers,
    isSingle: true,
  });
  return answers;
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
const text = { type: "string", minLength: 1 } as const;
const count = { type: "integer", minimum: 0 } as const;

const isRecording: ValidateFunction<Recording> = ajv.compile({
  type: "object",
  properties: {
    model: text,
    answers: {
      type: "array",
      items: {
        type: "object",
        properties: {
          role: { enum: roles },
          prompt: { type: "string", pattern: "^[0-9a-f]{16}$" },
          text,
          tokens: {
            type: "object",
            properties: { prompt: count, answer: count },
            required: ["prompt", "answer"],
            additionalProperties: false,
          },
        },
        required: ["role", "prompt", "text", "tokens"],
        additionalProperties: false,
      },
    },
  },
  required: ["model", "answers"],
  additionalProperties: false,
});

const isAnswers: ValidateFunction<readonly WrittenAnswer[]> = ajv.compile({
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    properties: {
      caller: text,
      hangs_up: { const: true },
      agent: text,
      tools: { type: "array", items: text },
      extraction: { type: "object" },
    },
    oneOf: [{ required: ["caller"] }, { required: ["agent"] }, { required: ["extraction"] }],
    dependencies: { hangs_up: ["caller"], tools: ["agent"] },
    additionalProperties: false,
  },
});
