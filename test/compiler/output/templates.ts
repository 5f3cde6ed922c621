/** What Jinja2 itself says about NSL texts. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A description of one text. Everything but `error` is missing when it does not parse. */
export interface Inspection {
  readonly error: string | null;
  /** Names the text uses and never sets. */
  readonly undeclared: readonly string[];
  /** Kinds of Jinja2's syntax tree. */
  readonly nodes: readonly string[];
  readonly filters: readonly string[];
  readonly tests: readonly string[];
  /** Names behind a point: Python methods and members of modules. */
  readonly attributes: readonly string[];
  /** Names that are called with arguments without a keyword. */
  readonly keywordless: readonly string[];
}

const script = fileURLToPath(new URL("./templates.py", import.meta.url));

/** Lets one Python describe texts. @throws Error when it cannot */
export function inspectTexts(python: string, texts: readonly string[]): readonly Inspection[] {
  const answer = spawnSync(python, ["-B", script], {
    input: JSON.stringify(texts.map((text) => ({ text }))),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (answer.status !== 0) {
    throw new Error(answer.stderr);
  }
  return JSON.parse(answer.stdout) as Inspection[];
}
