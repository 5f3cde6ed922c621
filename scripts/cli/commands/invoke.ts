/** `invoke`: runs one skill of the artifact in the sandbox. */
import { readFileSync } from "node:fs";
import {
  findSkills,
  invokeSkill,
  type FoundSkill,
  type InvokeInput,
  type Invocation,
} from "../../sandbox/conversations/index.ts";
import { commandCall } from "../../toolkit.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { loadTriedModule, onTheatre } from "../tried-module.ts";

/** Exit code 1 when the skill stops on an error, 2 for a skill or an input that is none. */
export const run: Implementation<Commands["invoke"]> = async ({ input: file, runtime, json }, context) => {
  const input = file === "" ? {} : readInput(file);
  const project = context.project();
  const tried = await loadTriedModule(project);
  const build = await buildOrReport(project, context, json ? "json" : "pretty");
  if (build === null) {
    return exitCodes.failed;
  }
  const name = context.words[0] ?? "";
  const found = oneSkill(findSkills(build.tree, name), name);
  if (found.event === "" && runtime === "node") {
    throw new UserError(
      `${found.skill} is a helper: only --runtime nsl calls one by itself.`,
      exitCodes.usage,
    );
  }
  const unknown = Object.keys(input.parameters ?? {}).filter((one) => !found.parameters.includes(one));
  if (unknown.length > 0) {
    const known = found.parameters.join(", ");
    throw new UserError(
      `${found.skill} has no parameter ${unknown.join(", ")}. It has: ${known === "" ? "none" : known}.`,
      exitCodes.usage,
    );
  }
  const prefix = tried.module.runtime.frameNames.prefix;
  const result = await onTheatre(tried, build.tree, runtime === "node" ? "node" : "nsl", (theatre) =>
    invokeSkill(theatre, build.tree, found, input, prefix),
  );
  context.terminal.out(json ? `${JSON.stringify({ ...found, ...result }, null, 2)}\n` : page(found, result));
  return result.errors.length === 0 ? exitCodes.ok : exitCodes.failed;
};

/** @throws UserError when there is none, or there are several */
function oneSkill(found: readonly FoundSkill[], name: string): FoundSkill {
  const [first, ...others] = found;
  if (first === undefined) {
    throw new UserError(
      `The artifact has no skill or event ${name}. Skills are listed by ${commandCall} build --json.`,
      exitCodes.usage,
    );
  }
  if (others.length > 0) {
    const names = found.map(({ flow, skill }) => `${flow}/${skill}`).join(", ");
    throw new UserError(`${name} is in several flows: name one of ${names}.`, exitCodes.usage);
  }
  return first;
}

const kinds: Readonly<Record<keyof InvokeInput, (value: unknown) => boolean>> = {
  now: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  caller: (value) => typeof value === "string",
  attributes: (value) => isRecord(value) && Object.values(value).every((one) => typeof one === "string"),
  memory: (value) =>
    Array.isArray(value) &&
    value.every(
      (one) =>
        isRecord(one) && ["user", "agent"].includes(String(one["from"])) && typeof one["text"] === "string",
    ),
  facts: isRecord,
  arguments: isRecord,
  parameters: isRecord,
};

/** @throws UserError for a file that is no input */
function readInput(file: string): InvokeInput {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (thrown) {
    const isMissing = (thrown as NodeJS.ErrnoException).code === "ENOENT";
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UserError(
      isMissing ? `There is no file ${file}.` : `${file}: It is not JSON: ${detail}.`,
      exitCodes.usage,
    );
  }
  const entries = isRecord(value) ? Object.entries(value) : [["", null] as const];
  const wrong = entries.find(([name, one]) => !(name in kinds) || !kinds[name as keyof InvokeInput](one));
  if (wrong !== undefined) {
    throw new UserError(
      `${file}: ${wrong[0] === "" ? "a record was expected" : `"${wrong[0]}" is unknown or not of its form`}. It may have ${Object.keys(kinds).join(", ")}.`,
      exitCodes.usage,
    );
  }
  return value as InvokeInput;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function page(
  { flow, skill }: FoundSkill,
  { value, answers, actions, requests, errors }: Invocation,
): string {
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  return `${[
    `${flow}/${skill}`,
    ...part("value", value === null ? [] : [value]),
    ...part("answer", answers),
    ...part(
      "requests",
      requests.map(({ method, path, status }) => `${method} ${path}: ${String(status)}`),
    ),
    ...part("actions", actions),
    ...part("stopped", errors),
  ].join("\n")}\n`;
}
