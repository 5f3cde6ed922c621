/**
 * `module/calls.yaml`: how often each place of the skills was reached when the module was tried out, which tells the
 * optimiser what is worth its bytes. Measured and written by a command of the project (`npm run profile`); a build
 * without it decides by the text alone, and a name it does not find is passed over.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument, stringify } from "yaml";
import type { CallProfile } from "../compiler/index.ts";
import { compareText, makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { buildCatalogue } from "./problem-catalogue.ts";

const head = `# How often each call of a skill was made, and each part of a function handed on to, when the module was tried out: flow,
# caller, callee (and which of the caller's calls of it, where it is not the first). Written by \`npm run profile\`.
`;

/** The file's name relative to the project. */
export function callProfileName({ folders }: Pick<Project, "folders">): string {
  return `${folders.module}/calls.yaml`;
}

/** The profile of a project, null when it has none or one that cannot be read, which is a problem. */
export function readCallProfile(project: Pick<Project, "root" | "folders">): {
  readonly profile: CallProfile | null;
  readonly problems: readonly Problem[];
} {
  const file = callProfileName(project);
  const path = join(project.root, file);
  if (!existsSync(path)) {
    return { profile: null, problems: [] };
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const flows: unknown = error === undefined ? document.toJS() : null;
  const profile = new Map<string, ReadonlyMap<string, number>>();
  for (const [flow, callers] of entriesOf(flows)) {
    const counts = entriesOf(callers).flatMap(([caller, callees]) =>
      entriesOf(callees).map(([callee, count]) => [`${caller} > ${callee}`, Number(count)] as const),
    );
    profile.set(flow, new Map(counts));
  }
  const isRead = profile.size > 0 && [...profile.values()].every((counts) => isCounted(counts));
  if (isRead) {
    return { profile, problems: [] };
  }
  const line = error === undefined ? 1 : lines.linePos(error.pos[0]).line;
  const span = { position: { file, line, column: 1 }, length: 1 };
  return { profile: null, problems: [makeProblem(buildCatalogue.profileNotRead, {}, span)] };
}

/** The text of the file. Same profile, same bytes. */
export function callProfileText(profile: CallProfile): string {
  const flows: Record<string, Record<string, Record<string, number>>> = {};
  for (const [flow, counts] of sorted(profile)) {
    const callers: Record<string, Record<string, number>> = {};
    for (const [site, count] of sorted(counts)) {
      const [caller = "", callee = ""] = site.split(" > ");
      if (count > 0) {
        callers[caller] = { ...callers[caller], [callee]: count };
      }
    }
    flows[flow] = callers;
  }
  return `${head}${stringify(flows)}`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isCounted(counts: ReadonlyMap<string, number>): boolean {
  return counts.size > 0 && [...counts.values()].every((count) => Number.isFinite(count) && count >= 0);
}
