/** `force-update`: the newest release, after showing what it changes and trying it on a copy of the account. */
import { rcompare, valid } from "semver";
import { diffArtifacts } from "../../artifact/index.ts";
import { afterwards, readProjectTree, type BuilderApi, type ProjectMeta } from "../../builder/index.ts";
import { compareReadings, renderComparison, type Comparison } from "../../diff/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { readRelease, RegistryError, registriesRoot } from "../../registry/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { askBefore, existingProject, identityOf, onBuilder, publishAll } from "../on-builder.ts";
import { treeOfRelease } from "../release-store.ts";
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
  /** Why that is not known; "" when it is. */
  readonly unknownEdits: string;
  /** Why the changes cannot be shown before; "" when they can. */
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
    const newest = await newestVersion(api, meta.registry_idn, meta.registry_item_idn);
    const { next, ...plan } = planUpdate(registriesRoot(project.root), meta, tree, newest);
    const changesTo = (to: string, reached: ArtifactTree): Comparison =>
      compareReadings(
        { title: `${idn} ${plan.from}`, tree: comparable(tree, meta), contents: null },
        { title: to, tree: comparable(reached, meta), contents: null },
      );
    let comparison = next === null ? null : changesTo(plan.to, next);
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
          if (comparison === null) {
            // What the project held before is the base: nothing else of the release is to be had.
            comparison = changesTo(version, await readProjectTree(api, idn, context.progress));
            if (!options.json) {
              context.terminal.out(
                renderComparison({ ...comparison, unknown: [] }, context.terminal.outColour),
              );
            }
          }
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

/** The newest version the Builder's registry lists; "" for none. */
async function newestVersion(api: BuilderApi, registry: string, item: string): Promise<string> {
  const versions = ((await api.registryItems(registry)) ?? [])
    .filter(({ idn, version }) => idn === item && valid(version) !== null)
    .map(({ version }) => version);
  return versions.sort(rcompare)[0] ?? "";
}

/**
 * The API does not give the content of a release: what this machine has released is read from its registries. The base is
 * what the project holds now, whatever release it comes from.
 */
function planUpdate(
  root: string,
  meta: ProjectMeta,
  live: ArtifactTree,
  newest: string,
): UpdatePlan & { readonly next: ArtifactTree | null } {
  const registry = meta.registry_idn ?? "";
  const item = meta.registry_item_idn ?? "";
  const from = meta.version ?? "";
  const now = comparable(live, meta);
  const treeOf = (version: string): ArtifactTree | null => {
    try {
      return treeOfRelease(readRelease(root, { registry, item, version }));
    } catch (thrown) {
      if (thrown instanceof RegistryError) {
        return null;
      }
      throw thrown;
    }
  };
  const installed = treeOf(from);
  const edits = installed === null ? null : diffArtifacts(comparable(installed, meta), now);
  const next = newest === "" ? null : treeOf(newest);
  const changes =
    next === null ? { added: [], changed: [], removed: [] } : diffArtifacts(now, comparable(next, meta));
  return {
    project: meta.idn,
    from,
    to: newest,
    next,
    ...changes,
    edited: edits === null ? [] : [...edits.added, ...edits.changed, ...edits.removed].sort(),
    unknownEdits: edits === null ? `This machine does not hold ${item} ${from}.` : "",
    unknown:
      next !== null
        ? ""
        : newest === ""
          ? `The registry ${registry} lists no ${item}.`
          : `This machine does not hold ${item} ${newest}.`,
  };
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
  { project, from, to, edited, unknownEdits, unknown }: UpdatePlan,
  comparison: Comparison | null,
  colour: boolean,
): string {
  if (unknown !== "" || comparison === null) {
    const target = to === "" ? "an update" : `the update to ${to}`;
    return `${project} ${from}: what ${target} changes is shown when it is done, beside what the project holds now. ${unknown}\n`;
  }
  const lines = [
    ...(edited.length === 0 ? [] : ["Edited in the Builder, and replaced by the update:"]),
    ...edited.map((path) => `  edited   ${path}`),
    ...(unknownEdits === ""
      ? []
      : [`What was edited in the Builder since ${from} is not told apart: ${unknownEdits}`]),
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
