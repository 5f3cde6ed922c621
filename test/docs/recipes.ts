/** Plays the recipes of a page: files are written, edits made, commands run, one after the other. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One fenced block of a recipe that is followed; others only show something. */
type Step =
  | { readonly kind: "file"; readonly path: string; readonly text: string }
  | { readonly kind: "edit"; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: "commands"; readonly lines: readonly string[] };

/** A part of the page, by its heading. */
export interface Recipe {
  readonly title: string;
  readonly steps: readonly Step[];
}

/**
 * The recipes of a page: each `##` heading with steps. A block ```` ```ts path ```` is a file, ```` ```diff path ```` edits one,
 * and `sh` holds commands.
 */
export function readRecipes(page: string): readonly Recipe[] {
  return page
    .split(/^## /mu)
    .slice(1)
    .map((section) => ({ title: section.split("\n")[0] ?? "", steps: stepsOf(section) }))
    .filter(({ steps }) => steps.length > 0);
}

/**
 * Follows a recipe in a copy of the project.
 *
 * @throws Error when a place that is to be edited is not there exactly once, or a command fails
 */
export function playRecipe(root: string, { steps }: Recipe): void {
  for (const step of steps) {
    if (step.kind === "file") {
      mkdirSync(dirname(join(root, step.path)), { recursive: true });
      writeFileSync(join(root, step.path), step.text);
    } else if (step.kind === "edit") {
      const text = readFileSync(join(root, step.path), "utf8");
      if (text.split(step.before).length !== 2) {
        throw new Error(`${step.path} does not hold this exactly once:\n${step.before}`);
      }
      writeFileSync(
        join(root, step.path),
        text.replace(step.before, () => step.after),
      );
    } else {
      step.lines.forEach((line) => {
        run(root, line);
      });
    }
  }
}

function stepsOf(section: string): Step[] {
  return [...section.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gmsu)].flatMap(
    ([, form, path, text = ""]): Step[] => {
      if (form === "sh") {
        return [{ kind: "commands", lines: text.trim().split("\n") }];
      }
      if (path === undefined) {
        return [];
      }
      if (form !== "diff") {
        return [{ kind: "file", path, text }];
      }
      return text.split(/^@@.*\n/mu).flatMap((hunk) => (hunk === "" ? [] : [editOf(path, hunk)]));
    },
  );
}

/** Lines with a blank stand in both, those with a minus before, those with a plus after. */
function editOf(path: string, hunk: string): Step {
  const lines = hunk.trimEnd().split("\n");
  const side = (mark: string): string =>
    lines
      .filter((line) => line === "" || line.startsWith(" ") || line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  return { kind: "edit", path, before: side("-"), after: side("+") };
}

function run(root: string, line: string): void {
  const { status, stdout, stderr } = spawnSync(line, {
    cwd: root,
    encoding: "utf8",
    shell: true,
    env: environment(),
  });
  if (status !== 0) {
    throw new Error(`$ ${line}\nended with ${String(status)}.\n${stdout}${stderr}`);
  }
}

/** As in a terminal: a test runner within a test must not take itself for a part of it. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|TEST|NODE_ENV$|NODE_OPTIONS$)/u.test(name),
  );
  return Object.fromEntries([...own, ["NO_COLOR", "1"]]);
}
