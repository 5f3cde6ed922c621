/** `force-update`: the newest release, after showing what it changes and trying it on a copy of the account. */
import { diffArtifacts, unzipArtifact } from "../../artifact/index.ts";
import { afterwards, readProjectTree, type ProjectMeta } from "../../builder/index.ts";
import { compareReadings, renderComparison, type Comparison } from "../../diff/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { latestRelease, readRelease, RegistryError, registriesRoot } from "../../registry/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { askBefore, existingProject, identityOf, onBuilder, publishAll } from "../on-builder.ts";
import { rehearseUpdate, type Rehearsal } from "../rehearse-update.ts";

/** What an update does to a project, as paths of its tree. */
interface UpdatePlan {
  readonly project: string;
  readonly from: string;
  /** "" where it is not known before. */
  readonly to: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** What is not as the installed release has it: somebody has edited it, and the update replaces it. */
  readonly edited: readonly string[];
  /** Why it cannot be shown; "" when it can. */
  readonly unknown: string;
}

/** Prints the changes, then updates. */
export const run: Implementation<Commands["force-update"]> = async (options, context) => {
  const project = context.project();
  const idn = options.as === "" ? identityOf(project).projectIdn : options.as;
  return onBuilder(project, async (on) => {
    const { api } = on;
    const meta = await existingProject(api, idn);
    if (meta.registry_idn === null || meta.registry_item_idn === null) {
      throw new UserError(
        `The project ${idn} comes from no registry, so there is nothing to update it from.`,
      );
    }
    const tree = await readProjectTree(api, idn, context.progress);
    const { next, ...plan } = planUpdate(registriesRoot(project.root), meta, tree, on.isLocal);
    const comparison =
      next === null
        ? null
        : compareReadings(
            { title: `${idn} ${plan.from}`, tree: comparable(tree, meta), contents: null },
            { title: plan.to, tree: comparable(next, meta), contents: null },
          );
    if (!options.json) {
      context.terminal.out(text(plan, comparison, context.terminal.outColour));
    }
    let rehearsal: Rehearsal = { skipped: plan.unknown, faults: [], written: [] };
    if (next !== null) {
      context.progress("Rehearsing the update on a copy of the account in the sandbox ...");
      rehearsal = await rehearseUpdate(project, api, meta, { live: tree, next });
    }
    if (!options.json) {
      context.terminal.out(rehearsalText(rehearsal));
    }
    if (rehearsal.faults.length > 0 && !options.force && !options["dry-run"]) {
      throw new UserError(
        `The rehearsal failed, so nothing was sent:\n${rehearsal.faults.map((fault) => `  ${fault}`).join("\n")}\nRelease a version that does better, or say --force to update all the same.`,
      );
    }
    let published: string[] = [];
    let version = meta.version ?? "";
    if (!options["dry-run"]) {
      await askBefore(on, `update the project ${idn}`, options.yes);
      context.progress(`Updating ${idn} ...`);
      await api.forceUpdate(meta.id);
      const end = `${idn} is updated and not published as a whole. Publish it in the Builder, or run this again with --publish.`;
      await afterwards(
        () => end,
        async () => {
          version = (await existingProject(api, idn)).version ?? "";
          published = options.publish ? await publishAll(api, meta, context.progress) : [];
        },
      );
    }
    context.terminal.out(
      options.json
        ? `${JSON.stringify({ ...plan, changes: comparison?.changes ?? [], rehearsal, version, published }, null, 2)}\n`
        : options["dry-run"]
          ? "Nothing was changed.\n"
          : `${idn} has version ${version}${options.publish ? " and is published" : ". Publish it to have it run"}.\n`,
    );
    return exitCodes.ok;
  });
};

/** The API does not give the content of a release: it is read from the registries of this machine. */
function planUpdate(
  root: string,
  meta: ProjectMeta,
  live: ArtifactTree,
  isLocal: boolean,
): UpdatePlan & { readonly next: ArtifactTree | null } {
  const known = { project: meta.idn, from: meta.version ?? "" };
  const registry = meta.registry_idn ?? "";
  const item = meta.registry_item_idn ?? "";
  const nothing = { next: null, added: [], changed: [], removed: [], edited: [] };
  if (!isLocal) {
    return { ...known, to: "", ...nothing, unknown: "A Builder does not show what a release holds." };
  }
  try {
    const newest = latestRelease(root, registry, item);
    if (newest === null) {
      return {
        ...known,
        to: "",
        ...nothing,
        unknown: `The registry ${registry} on this machine has no ${item}.`,
      };
    }
    const treeOf = (version: string): ArtifactTree =>
      unzipArtifact(readRelease(root, { registry, item, version }).zip);
    const now = comparable(live, meta);
    const installed = diffArtifacts(comparable(treeOf(known.from), meta), now);
    const next = treeOf(newest.version);
    return {
      ...known,
      to: newest.version,
      next,
      ...diffArtifacts(now, comparable(next, meta)),
      edited: [...installed.added, ...installed.changed, ...installed.removed].sort(),
      unknown: "",
    };
  } catch (thrown) {
    if (thrown instanceof RegistryError) {
      return { ...known, to: "", ...nothing, unknown: thrown.message };
    }
    throw thrown;
  }
}

/** Only what an update replaces: agents with their flows. The project may have another name than the release has. */
function comparable(tree: ArtifactTree, { idn }: ProjectMeta): ArtifactTree {
  return new Map(
    [...tree].flatMap(([path, text]) => {
      const rest = /^[^/]+\/(agents\/.*)$/u.exec(path)?.[1];
      return rest === undefined ? [] : [[`${idn}/${rest}`, text] as const];
    }),
  );
}

function text(
  { project, from, edited, unknown }: UpdatePlan,
  comparison: Comparison | null,
  colour: boolean,
): string {
  if (unknown !== "" || comparison === null) {
    return `${project} ${from}: what an update changes cannot be shown. ${unknown}\n`;
  }
  const lines = [
    ...(edited.length === 0 ? [] : ["Edited in the Builder, and replaced by the update:"]),
    ...edited.map((path) => `  edited   ${path}`),
  ];
  const { changes, ...sides } = comparison;
  // What no project tells is the account's, and is not updated but written by publishing.
  return [
    renderComparison({ ...sides, unknown: [], changes }, colour),
    ...lines.map((line) => `${line}\n`),
  ].join("");
}

function rehearsalText({ skipped, faults, written }: Rehearsal): string {
  if (skipped !== "") {
    return `Not rehearsed: ${skipped}\n`;
  }
  const what =
    written.length === 0
      ? "Publishing writes nothing anew."
      : `Publishing writes anew: ${written.join(", ")}.`;
  return faults.length === 0
    ? `Rehearsed on a copy of the account, without its secrets: all went well. ${what}\n`
    : `Rehearsed on a copy of the account, without its secrets:\n${faults.map((fault) => `  ${fault}\n`).join("")}`;
}
