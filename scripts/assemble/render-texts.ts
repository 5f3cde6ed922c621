/**
 * Renders the Handlebars templates that stand beside the definitions of scenarios: with the values of
 * `scenarios/values.ts`, into `scenarios/texts.ts`, so that everything after it reads plain TypeScript.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Project, SourceRoot } from "../project/index.ts";
import { buildCatalogue } from "./problem-catalogue.ts";
import { runSources } from "./run-sources.ts";

/** The parts of a project that templates need. */
type TextSources = Pick<Project, keyof SourceRoot | "folders">;

/** What became of the templates. */
export interface RenderedTexts {
  /** The generated file, relative to the project. */
  readonly file: string;
  /** What it is to hold; null when there are no templates, or something is wrong with one. */
  readonly content: string | null;
  readonly problems: readonly Problem[];
}

/** One step of a template: `{{#step tools.book}}...{{/step}}`. */
interface RenderedStep {
  readonly text: string;
  readonly needs: readonly string[];
}

/** What a template consists of: steps, which belong together, and texts with names. */
interface RenderedTemplate {
  readonly steps: readonly RenderedStep[];
  readonly named: ReadonlyMap<string, string>;
}

type Render = (template: string, values: object) => RenderedTemplate;

const extension = ".hbs";

/** True when the generated file is not what the templates give now. */
export function isStale({ root }: SourceRoot, { file, content }: RenderedTexts): boolean {
  const path = join(root, file);
  return content !== null && (!existsSync(path) || readFileSync(path, "utf8") !== content);
}

/**
 * Renders all templates of a project. A value that is missing is a problem at its place in the template. A template whose
 * name begins with `_` is a part that others take in: `_promise.hbs` is `{{> promise}}`.
 *
 * @throws SourcesError when `values.ts` does not run
 */
export async function renderTexts(project: TextSources): Promise<RenderedTexts> {
  const { root, folders } = project;
  const file = `${folders.scenarios}/texts.ts`;
  const templates = templatesOf(root, folders.scenarios);
  if (templates.length === 0) {
    return { file, content: null, problems: [] };
  }
  const { values } = await runSources(project, [`${folders.scenarios}/values.ts`]);
  const isPart = (name: string): boolean => basename(name).startsWith("_");
  const parts = templates.filter(({ name }) => isPart(name));
  const render = await renderer(new Map(parts.map(({ name, text }) => [stem(name).slice(1), text])));
  const problems: Problem[] = [];
  const exports: string[] = [];
  for (const { name, text } of templates.filter((template) => !isPart(template.name))) {
    try {
      exports.push(...exportsOf(constantOf(name), render(text, strictly(values as object))));
    } catch (thrown) {
      problems.push(templateProblem(name, text, thrown));
    }
  }
  const head = `/** What is said, rendered from the templates beside the definitions. Edit those, not this. */\n`;
  return { file, content: problems.length > 0 ? null : `${head}${exports.join("")}`, problems };
}

/** The templates below a folder, in the order of their names, which are relative to the project. */
function templatesOf(root: string, folder: string): { readonly name: string; readonly text: string }[] {
  const path = join(root, folder);
  return (existsSync(path) ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [])
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));
}

function stem(name: string): string {
  return basename(name, extension);
}

/** `confirm-visit.hbs` is `confirmVisit` in the names of constants. */
function constantOf(name: string): string {
  return stem(name).replace(/-(\w)/gu, (_match, letter: string) => letter.toUpperCase());
}

/**
 * Handlebars, strict: what is not defined is an error. Loaded here, because most commands have no use for it.
 *
 * @param parts texts of the partial templates by name
 */
async function renderer(parts: ReadonlyMap<string, string>): Promise<Render> {
  const { default: handlebars } = await import("handlebars");
  return (template, values) => {
    const steps: RenderedStep[] = [];
    const named = new Map<string, string>();
    const engine = handlebars.create();
    const options = { strict: true, noEscape: true, preventIndent: true };
    for (const [name, text] of parts) {
      engine.registerPartial(name, engine.compile(text, options));
    }
    engine.registerHelper("step", function step(this: unknown, ...args: unknown[]): string {
      const { fn } = args.pop() as Handlebars.HelperOptions;
      steps.push({ text: oneLine(fn(this)), needs: args.map(String) });
      return "";
    });
    engine.registerHelper("text", function text(this: unknown, ...args: unknown[]): string {
      const { fn } = args.pop() as Handlebars.HelperOptions;
      named.set(String(args[0]), oneLine(fn(this)));
      return "";
    });
    const outside = engine.compile(template, options)(values).trim();
    if (outside !== "") {
      throw new Error(`"${outside.slice(0, 40)}" stands outside {{#step}} and {{#text}}`);
    }
    return { steps, named };
  };
}

/** A template may be wrapped as it reads best; what it says is one line. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}

/** One exported constant for the steps, named after the template, and one for each text. */
function exportsOf(name: string, { steps, named }: RenderedTemplate): string[] {
  const lines = steps.map(
    ({ text, needs }) =>
      `  {\n    text: ${JSON.stringify(text)},\n    needs: ${JSON.stringify(needs)},\n  },\n`,
  );
  return [
    ...(steps.length === 0
      ? []
      : [
          `\n/** The steps of \`${name}${extension}\`. */\nexport const ${name}Steps = [\n${lines.join("")}] as const;\n`,
        ]),
    ...[...named].map(
      ([key, text]) =>
        `\n/** \`${key}\` of \`${name}${extension}\`. */\nexport const ${key}Text = ${JSON.stringify(text)};\n`,
    ),
  ];
}

/**
 * Handlebars is strict about what it writes out, but not about arguments of helpers and parts: these values are, wherever
 * they are read.
 *
 * @throws Error when a property is read that is not there
 */
function strictly<T>(value: T): T {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === "string" && !(key in target)) {
        throw new Error(`"${key}" not defined`);
      }
      return strictly(Reflect.get(target, key) as unknown);
    },
  });
}

/** Points to the name that is not defined; else to the line that Handlebars' parser names. */
function templateProblem(file: string, template: string, thrown: unknown): Problem {
  const [first = ""] = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n");
  const name = /^"([^"]+)" not defined/u.exec(first)?.[1] ?? "";
  const before = template.slice(0, Math.max(0, name === "" ? 0 : template.indexOf(name))).split("\n");
  const position =
    name === ""
      ? { file, line: Number(/on line (\d+)/u.exec(first)?.[1] ?? 1), column: 1 }
      : { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const detail = first.replace(/:$/u, "").replace(/ in (?:\[object Object\]|#<Object>).*$/u, "");
  return makeProblem(buildCatalogue.templateNotRendered, { detail }, { position, length: name.length || 1 });
}
