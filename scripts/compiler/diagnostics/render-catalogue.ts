/** The page `docs/diagnostics.md`, made of the catalogue and the fixtures, so that it cannot tell anything else. */
import { format, resolveConfig } from "prettier";
import { toolkitRoot } from "../../toolkit.ts";
import { catalogue, type DiagnosticEntry } from "./catalogue.ts";
import { type DiagnosticFixture, offendingLine, readFixtures } from "./fixtures.ts";
import { DETAIL } from "./report.ts";

/** Titles of the groups, by the first part of a diagnostic's name, in the order of their codes. */
const GROUPS: readonly (readonly [group: string, title: string, about: string])[] = [
  ["typescript", "TypeScript", "What TypeScript itself finds; nothing is compiled before it is mended."],
  ["syntax", "Syntax", "Constructs that have no place in a skill."],
  [
    "types",
    "Types and operators",
    "Operators whose meaning depends on types JavaScript and NSL judge differently.",
  ],
  ["functions", "Functions and modules", "What can be called, and what crosses from one skill into another."],
  ["suspension", "Suspension", "Where a skill may wait."],
  ["library", "Library", "Methods and functions of JavaScript."],
  ["values", "Shared values", "Changes that one runtime would show under two names and the other under one."],
];

const LONGEST_SNIPPET = 120;

/** The page as Markdown, formatted as the project's other files are. `root` is the project's folder. */
export async function renderCatalogue(root: string = toolkitRoot): Promise<string> {
  const fixtures = readFixtures(root);
  const sections = GROUPS.map(([group, title, about]) => {
    const entries = Object.entries(catalogue)
      .filter(([, entry]) => entry.name.startsWith(`${group}/`))
      .sort(([, left], [, right]) => left.code - right.code)
      .map(([key, entry]) =>
        renderEntry(
          entry,
          fixtures.filter((fixture) => fixture.key === key),
        ),
      );
    return [`## ${title}`, about, ...entries].join("\n\n");
  });
  const text = ["# Diagnostics", introduction, ...sections].join("\n\n");
  const config = await resolveConfig(`${root}/docs/diagnostics.md`);
  return format(text, { ...config, parser: "markdown" });
}

const introduction = [
  "Every diagnostic is an error: what it refuses would mean something else in NSL, or nothing at all.",
  "The code and the name never change. Where `…` stands in a message, the compiler names the place's own details.",
  "",
  "This page is generated from the catalogue and its fixtures in `test/compiler/diagnostics/`.",
].join("\n");

function renderEntry(entry: DiagnosticEntry, fixtures: readonly DiagnosticFixture[]): string {
  const snippets = fixtures.map((fixture) => shortened(offendingLine(fixture)));
  const refused = snippets.length === 0 ? [] : ["Refused:", ["```text", ...snippets, "```"].join("\n")];
  const [message, advice] = [withoutDetails(entry.message), withoutDetails(entry.advice)];
  return [
    `### NSL${String(entry.code)} ${entry.name}`,
    message === "…" ? "TypeScript's own message." : message,
    ...(advice === "…" ? [] : [`_Instead:_ ${advice}`]),
    ...refused,
  ].join("\n\n");
}

/** An advice may begin with one for the very place; it is left out. Of an advice in place of the usual one, the usual is shown. */
function withoutDetails(text: string): string {
  return text
    .replace(/^\{[0-9]\}(?=[A-Z])/u, "")
    .replace(DETAIL, (mark, _index, usual = "") => (mark.includes("|") ? usual : "…"));
}

function shortened(line: string): string {
  return line.length > LONGEST_SNIPPET ? `${line.slice(0, LONGEST_SNIPPET - 3)}...` : line;
}
