/** Reads a conversation that is written down as YAML. */
import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import { parse } from "yaml";
import { scriptSchema } from "./script-schema.ts";

/**
 * What an instruction must look like; the words of `newo test` scenarios
 * (docs/platform.md, "Scripts of `newo test`").
 */
export interface Expectation {
  readonly contains?: string | readonly string[];
  readonly not_contains?: string | readonly string[];
  readonly regex?: string;
}

/** One exchange. Texts may hold the placeholders of `fill-placeholders.ts`. */
export interface ScriptTurn {
  /** What the caller says. */
  readonly message: string;
  /** What the agent says to it. */
  readonly agent?: string;
  /** The tool the agent promised. */
  readonly tool?: string;
  /** What a perfect model would extract from the conversation by now. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What the instruction to the agent must look like. */
  readonly expect?: Expectation;
  /** How the agent passes the instruction on. */
  readonly says?: string;
}

/** An appointment by the names of the salon. `phone` is digits. */
export interface ScriptAppointment {
  readonly service: string;
  readonly staff: string;
  /** `HH:MM` on the day of the script. */
  readonly time: string;
  readonly client: string;
  readonly phone: string;
}

/** A conversation with what is there before and what has to be there afterwards. */
export interface Script {
  readonly name: string;
  readonly integration: string;
  readonly connector: string;
  /** The number the caller calls from. */
  readonly caller: string;
  /** Appointments that are in the calendar already. */
  readonly booked?: readonly ScriptAppointment[];
  readonly turns: readonly ScriptTurn[];
  /** The appointment the conversation leads to. */
  readonly appointment: ScriptAppointment;
}

const ajv = new Ajv({ allErrors: true });
const isScript = ajv.compile<Script>(scriptSchema);

/** @throws Error that names what is wrong with the file */
export function readScript(file: string): Script {
  return parseScript(readFileSync(file, "utf8"));
}

/** @throws Error that names what is wrong with the text */
export function parseScript(text: string): Script {
  const value: unknown = parse(text);
  if (!isScript(value)) {
    throw new Error(`This is no conversation: ${(isScript.errors ?? []).map(describeFault).join("; ")}.`);
  }
  return value;
}

function describeFault({ instancePath, message = "", params }: ErrorObject): string {
  const place = instancePath === "" ? "it" : instancePath.slice(1);
  const name: unknown = params["additionalProperty"];
  return `${place} ${message}${typeof name === "string" ? `: ${name}` : ""}`;
}
