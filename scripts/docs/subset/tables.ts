/** The tables of the language page. */
import { fixedAssumptions } from "../../compiler/nsl/dialect.ts";
import { type DiagnosticKey, catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { globalUsages, listUsages, textUsages, type Usage } from "./methods.ts";
import { refused } from "./refused.ts";
import { contextMembers, sdkFunctions } from "./sdk.ts";

/** A Markdown table. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Inside a table even code needs its bars escaped. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

const code = (text: string): string => `\`${text}\``;

const usages = (list: readonly Usage[]): string =>
  table(
    ["write", "gives"],
    list.map(({ write, gives }) => [code(write), gives]),
  );

/** Methods of texts and what else can be asked of one. */
export const textTable = (): string => usages(textUsages);

/** Methods of lists. */
export const listTable = (): string => usages(listUsages);

/** Functions of JavaScript's global objects. */
export const globalTable = (): string => usages(globalUsages);

/** Functions of the SDK. */
export const sdkTable = (root: string): string =>
  table(
    ["function of `scripts/sdk/index.ts`", "what it does"],
    sdkFunctions(root).map(({ signature, comment }) => [code(signature), comment]),
  );

/** Actions a handler may take, and those that only the runtime's own functions take. */
export function actionTables(root: string, actions: ReadonlyMap<string, readonly string[]>): string {
  const rows = (interfaceName: string): string[][] =>
    contextMembers(root, interfaceName)
      .filter(({ name }) => actions.has(name))
      .map(({ name, signature, comment }) => [
        code(`ctx.${signature}`),
        (actions.get(name) ?? []).map(code).join(", "),
        comment,
      ]);
  return [
    table(["method", "action", "remarks"], rows("SkillContext")),
    "`ctx.personaId` is the id of the persona the operation works for; `ctx.operation` is what the log's lines of its steps",
    "have in common, which a handler and async functions know. `await ctx.send(request)` sends an HTTP",
    "request. A function of the runtime, whose context is a `RuntimeContext`, has more:",
    table(["method", "action", "remarks"], rows("RuntimeContext")),
  ].join("\n\n");
}

/** What is refused, and what to write instead. */
export const refusedTable = (): string =>
  table(
    ["instead of", "write", "diagnostic"],
    refused.map(([instead, write, key]) => [instead, write, diagnosticLink(key)]),
  );

function diagnosticLink(key: DiagnosticKey): string {
  const heading = diagnosticHeading(key);
  const anchor = heading
    .toLowerCase()
    .replace(/[^\w -]/gu, "")
    .replaceAll(" ", "-");
  return `[${heading}](diagnostics.md#${anchor})`;
}

/** The heading of a diagnostic in docs/diagnostics.md. */
export function diagnosticHeading(key: DiagnosticKey): string {
  return `NSL${String(catalogue[key].code)} ${catalogue[key].name}`;
}

/** What the compiler takes for granted of the platform. */
export const dialectTable = (): string =>
  table(
    ["assumed of the platform", "because"],
    fixedAssumptions.map(({ feature, evidence }) => [feature, evidence]),
  );
