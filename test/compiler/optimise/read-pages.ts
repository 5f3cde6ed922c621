/** The pages of the passes: small programs with the skills they become without a pass and with it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFlows } from "../../../scripts/compiler/index.ts";
import { type PassName } from "../../../scripts/compiler/optimise/index.ts";
import { sdkFile } from "../../../scripts/compiler/program.ts";
import { everyPlaceOften } from "../../../scripts/fuzz/generator/ways.ts";
import type { CompiledFlow } from "../../../scripts/model/types.ts";
import {
  compilePrograms,
  type ProgramInput,
  type ProgramOptions,
  type ProgramSource,
  textProgram,
} from "../../../scripts/sandbox/program/index.ts";
import { sdkEntry, toolkitRoot } from "../../../scripts/toolkit.ts";

/** One example of a page. */
export interface PageExample {
  /** The pass the page is about: what stands behind `#`. */
  readonly pass: PassName;
  /** What stands behind `##`. */
  readonly title: string;
  /** Unique among all pages. */
  readonly name: string;
  /** The block `ts`: a handler `main`. */
  readonly source: string;
  /** The lines of the block `runs`, each the input of a run. */
  readonly runs: readonly ProgramInput[];
}

/** A page by its file, with its examples. */
export interface Page {
  readonly file: string;
  readonly text: string;
  readonly examples: readonly PageExample[];
}

const folder = join(import.meta.dirname, "pages");
/** The two blocks with skills, which are written by the compiler. */
const SKILLS = /```jinja\n[^]*?```/gu;

/** Every page, by the name of its file. */
export function readPages(): readonly Page[] {
  return readdirSync(folder)
    .sort()
    .map((name, number) => {
      const file = join(folder, name);
      const text = readFileSync(file, "utf8");
      const [head = "", ...parts] = text.split(/^## /mu);
      const pass = (/^# (\w+)$/mu.exec(head)?.[1] ?? "") as PassName;
      const examples = parts.map((part, index) => ({
        pass,
        title: part.slice(0, part.indexOf("\n")),
        name: `Page${String(number + 1)}Example${String(index + 1)}`,
        source: block(part, "ts"),
        runs: block(part, "runs")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as ProgramInput),
      }));
      return { file, text, examples };
    });
}

function block(part: string, language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "u").exec(part)?.[1];
  if (found === undefined) {
    throw new Error(`A page of the passes has an example without a block of ${language}:\n${part}`);
  }
  return found;
}

/** How the examples of a page are compiled: parts of functions stand in the driver only where they are known to run often. */
export function pageOptions(pass: PassName, programs: readonly ProgramSource[]): ProgramOptions {
  return pass === "driverState" ? everyPlaceOften.optionsFor(compilePrograms(programs)) : {};
}

/** The example as a program, for running it. */
export function pageProgram({ name, source }: PageExample): ProgramSource {
  return textProgram(name, source);
}

/** The skills of examples as handlers, those of their own functions, as text. @param off passes that are left out */
export function pageSkills(
  examples: readonly PageExample[],
  off: ReadonlySet<PassName>,
): ReadonlyMap<string, string> {
  const sources = examples.map(pageProgram);
  const { profile } = pageOptions(examples[0]?.pass ?? "copies", sources);
  const { flows, problems } = compileFlows({
    sources: { root: toolkitRoot, sdkEntry },
    runtimeFile: sdkFile("bare-runtime.ts"),
    flows: sources.map(({ name, file }) => ({ idn: name, handlers: [{ name: "main", file }] })),
    overlay: new Map(sources.flatMap(({ files = {} }) => Object.entries(files))),
    withoutPasses: off,
    ...(profile === undefined ? {} : { profile }),
  });
  const [problem] = problems;
  if (problem !== undefined) {
    throw new Error(`${problem.position?.file ?? ""}: ${problem.message}`);
  }
  return new Map(flows.map((flow) => [flow.idn, ownSkills(flow)]));
}

function ownSkills({ idn, skills }: CompiledFlow): string {
  return skills
    .filter(({ lines }) => lines.some(({ file }) => file === `programs/${idn}/main.ts`))
    .map(
      ({ idn: skill, parameters, text }) =>
        `{# ${skill}(${parameters.map(({ name }) => name).join(", ")}) #}\n${text}`,
    )
    .join("\n");
}

/** The page with the skills that its examples become. @param skills gives the two texts of an example */
export function renderPage(
  { text, examples }: Page,
  skills: (example: PageExample) => readonly [without: string, with_: string],
): string {
  const texts = examples.flatMap(skills);
  let next = 0;
  return text.replaceAll(SKILLS, () => `\`\`\`jinja\n${texts[next++] ?? ""}\`\`\``);
}
