/** What an update has made of an account: its attributes, tools, scenarios and skills, compared as `diff` compares releases. */
import { compareReadings, type Comparison, type Reading } from "../../diff/index.ts";
import type { AttributeDefinition } from "../../sdk/definition.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { agentTools, isRegisteredTool, type Sandbox } from "../platform/index.ts";
import type { UpdateReport } from "./protocol.ts";
import { scenariosOf } from "./scenarios.ts";

/** An account at one moment, and what a person has entered there. */
interface AccountReading extends Reading {
  /** Idn -> value, of what is no secret. */
  readonly entered: ReadonlyMap<string, string>;
}

type Change = Comparison["changes"][number];

/** Kinds of objects that are told one by one or counted, and how several are called. */
const kinds = { attribute: "Attributes", tool: "Tools", scenario: "Scenarios", skill: "Skills" } as const;

/**
 * Reads an account.
 *
 * @param version for people
 * @param tree the artifact that runs there
 * @param declared attributes of the module
 */
export function readAccount(
  sandbox: Sandbox,
  version: string,
  tree: ArtifactTree,
  declared: readonly AttributeDefinition[],
): AccountReading {
  const { account } = sandbox;
  const stored = declared.flatMap((attribute) => {
    const found = account.customer.find(attribute.idn);
    return found === undefined ? [] : [{ attribute, ...found }];
  });
  return {
    title: version,
    tree,
    contents: {
      attributes: stored.map(({ attribute, metadata }) => ({
        ...attribute,
        ...{ title: metadata.title, description: metadata.description, hidden: metadata.is_hidden },
        valueType: metadata.value_type as AttributeDefinition["valueType"],
        possibleValues: metadata.possible_values,
        // Values are told apart from what an update declares.
        defaultValue: "",
      })),
      tools: agentTools(account)
        .filter(({ idn }) => isRegisteredTool(account, idn))
        .map(({ conditions, ...tool }) => ({
          ...tool,
          ...{ enabledBy: "", requires: [] },
          conditions: Object.entries(conditions).map(([idn, description]) => ({ idn, description })),
        })),
      items: [...scenariosOf(sandbox)].map(([idn, { title, text }]) => ({
        ...{ kind: "scenario" as const, idn, title, text, description: "" },
      })),
    },
    entered: new Map(
      stored.flatMap(({ attribute, value }) =>
        attribute.owner === "user" && value !== "" ? [[attribute.idn, value] as const] : [],
      ),
    ),
  };
}

/** What came of an update. @param edited idns of the scenarios that a person had changed */
export function reportUpdate(
  before: AccountReading,
  after: AccountReading,
  edited: ReadonlySet<string>,
): UpdateReport {
  const { from, to, changes } = compareReadings(before, after);
  const titles = new Map(
    [before, after].flatMap(({ contents }) =>
      [...(contents?.attributes ?? []), ...(contents?.items ?? [])].map(({ idn, title }) => [idn, title]),
    ),
  );
  const titleOf = (idn: string): string => titles.get(idn) ?? idn;
  const changedText = new Set(
    changes.flatMap(({ kind, idn, change, fields }) =>
      kind === "scenario" && (change !== "changed" || fields.some(({ field }) => field === "text"))
        ? [idn]
        : [],
    ),
  );
  const lost = [...before.entered].flatMap(([idn, value]) =>
    after.entered.get(idn) === value ? [] : [titleOf(idn)],
  );
  return {
    ...{ from, to },
    kept: [
      ...[...edited].map((idn) =>
        changedText.has(idn)
          ? `"${titleOf(idn)}", which you had edited, has changed.`
          : `Your edit of "${titleOf(idn)}" was kept.`,
      ),
      lost.length === 0
        ? `What was entered in ${String(before.entered.size)} attributes was kept.`
        : `What was entered has changed in ${lost.join(", ")}.`,
      ...Object.entries(kinds).map(([kind, name]) => `${name}: ${countsOf(changes, kind)}.`),
    ],
    changed: changes
      .filter(({ kind }) => kind in kinds && kind !== "skill")
      .map((change) => ({
        name: `${change.kind === "scenario" ? "" : `${capitalised(change.kind)} `}${titleOf(change.idn)}${suffixes[change.change]}`,
        lines: change.fields.flatMap(linesOf),
      })),
  };
}

const suffixes: Readonly<Record<Change["change"], string>> = {
  created: " (new)",
  changed: "",
  removed: " (removed)",
};

function countsOf(changes: readonly Change[], kind: string): string {
  const words = { created: "new", changed: "changed", removed: "removed" } as const;
  const parts = Object.entries(words).flatMap(([change, word]) => {
    const count = changes.filter((one) => one.kind === kind && one.change === change).length;
    return count === 0 ? [] : [`${String(count)} ${word}`];
  });
  return parts.length === 0 ? "all as they were" : parts.join(", ");
}

/** One field; where in a text its lines stand says nothing to people. */
function linesOf({ field, before, after, lines }: Change["fields"][number]): string[] {
  const own =
    lines.length > 0
      ? lines.map((line) => (line.startsWith("@@") ? " ..." : line))
      : [...(before === null ? [] : [`-${before}`]), ...(after === null ? [] : [`+${after}`])];
  return [` ${field}:`, ...own];
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
