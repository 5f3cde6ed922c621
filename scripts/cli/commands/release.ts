/** `release`: checks, raises the version where asked, commits, tags, and hands the build to the registry. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadDefinitions } from "../../assemble/index.ts";
import type { Build } from "../../assemble/index.ts";
import { compareReadings, proposeBump, renderComparison, type Comparison } from "../../diff/index.ts";
import { identityFileName } from "../../model/read-identity.ts";
import type { ModuleIdentity } from "../../model/types.ts";
import { openProject, type Project } from "../../project/index.ts";
import {
  changelogSection,
  publicNames,
  readReleased,
  releasedFileName,
  releasedText,
  versionFileName,
  versionFileText,
  withVersionText,
} from "../../release/index.ts";
import { buildProject } from "../build-project.ts";
import { checkContent, shapesOf } from "../check-content.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { gitIn, type Git } from "../git.ts";
import { planVersion } from "../plan-release.ts";
import { ProblemsError } from "../problems-error.ts";
import { releaseReading } from "../readings.ts";
import { releaseStore } from "../release-store.ts";
import { commandCall } from "../../toolkit.ts";

/** What the person has asked for, and what is needed of the project. */
interface Released {
  readonly item: string;
  readonly version: string;
  readonly tag: string;
  readonly comparison: Comparison | null;
}

const changelogFile = "CHANGELOG.md";

/** Prints what was released. Exit code 1 when something is in the way; nothing is written then. */
export const run: Implementation<Commands["release"]> = async (options, context) => {
  const { bump, json } = options;
  const dryRun = options["dry-run"];
  const project = context.project();
  const git = gitIn(project.root);
  refuseDirtyTree(git, project);
  context.progress("Checking the module ...");
  const before = await checkedBuild(project);
  const { identity } = before.model;
  const { registry, registryItemIdn: item } = identity;
  const store = releaseStore(project, identity);
  const versions = store.versions();
  const [newest] = versions;
  const comparison =
    newest === undefined
      ? null
      : compareReadings(releaseReading(store.read(newest)), {
          title: "the working tree",
          tree: before.tree,
          contents: before.manifest.contents ?? null,
        });
  const proposed = comparison === null ? null : proposeBump(comparison.changes);
  const stopped = stoppedRelease(git, identity.version, versions);
  if (stopped) {
    context.progress(
      `Finishing the release of ${identity.version}, which is tagged and in no registry yet ...`,
    );
  }
  const version = stopped ? identity.version : planVersion({ identity, versions, proposed, bump });
  const tag = `v${version}`;
  const changelog = sectionOf(project, version);
  refuseForeignTag(git, tag);
  const released: Released = { item, version, tag, comparison };
  if (dryRun) {
    report(released, context, json, "would be released");
    return exitCodes.ok;
  }
  const build = await withVersion(project, identity, version, git);
  if (git.tagged(tag) === null) {
    git.tag(tag, `${item} ${version}`);
  }
  const { zip, manifest, maps } = build;
  const end = `The tag ${tag} stands at the commit of the release. Run ${commandCall} release again: it goes on from there.`;
  afterwards(end, () => {
    store.publish({ version, date: git.day(), changelog, zip, manifest, maps });
  });
  report(released, context, json, `is in the registry ${registry}`);
  return exitCodes.ok;
};

/** @throws ProblemsError when the build, the scenarios or the released names are not in order */
async function checkedBuild(project: Project): Promise<Build> {
  const { build, problems } = await buildProject(project);
  const { definition } = await loadDefinitions(project);
  const content = definition === null || build === null ? [] : await checkContent(project, definition);
  const errors = [...problems, ...content].filter(({ severity }) => severity === "error");
  if (build === null || errors.length > 0) {
    throw new ProblemsError([...problems, ...content]);
  }
  return build;
}

/** Whether a release of what is checked out got as far as its tag: it has passed every check, and is not raised again. */
function stoppedRelease(git: Git, version: string, versions: readonly string[]): boolean {
  return !versions.includes(version) && git.tagged(`v${version}`) === git.head();
}

function sectionOf({ root }: Project, version: string): string {
  const file = join(root, changelogFile);
  const section = existsSync(file) ? changelogSection(readFileSync(file, "utf8"), version) : null;
  if (section === null) {
    throw new UserError(
      `${changelogFile} says nothing of ${version}. Write a section "## ${version}" and commit it.`,
    );
  }
  return section;
}

function refuseDirtyTree(git: Git, { folders }: Project): void {
  const changes = git.changes();
  if (changes.length === 0) {
    return;
  }
  const [shown, more] = [changes.slice(0, 5), changes.length - 5];
  const rest = more > 0 ? `\n  and ${String(more)} more` : "";
  const own = [identityFileName, versionFileName(folders.attributes), releasedFileName(folders.module)];
  const written = changes
    .map((line) => line.slice(3))
    .filter((path) => own.some((file) => `/${path}`.endsWith(`/${file}`)));
  const advice =
    written.length < changes.length
      ? ""
      : ` What a release that was cut off has written is taken back with: git checkout HEAD -- ${written.join(" ")}`;
  throw new UserError(
    `There are changes that are not committed; what is released must be in git.\n${shown.map((line) => `  ${line.trim()}`).join("\n")}${rest}\nCommit them and run this again.${advice}`,
  );
}

/** Runs what comes after something was done; an error of it also says what that was. */
function afterwards(done: string, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    throw thrown instanceof UserError ? new UserError(`${thrown.message}\n${done}`) : thrown;
  }
}

function refuseForeignTag(git: Git, tag: string): void {
  const tagged = git.tagged(tag);
  if (tagged !== null && tagged !== git.head()) {
    throw new UserError(
      `The tag ${tag} stands at another commit. Release a higher version, or check that commit out.`,
    );
  }
}

/** Writes version and released names, builds with them and commits; puts every file back when that does not work. */
async function withVersion(
  project: Project,
  identity: ModuleIdentity,
  version: string,
  git: Git,
): Promise<Build> {
  const files = await filesOf(project, identity, version);
  const kept = [...files].map(([file]) => [file, textOf(join(project.root, file))] as const);
  try {
    files.forEach((text, file) => {
      writeFileSync(join(project.root, file), text);
    });
    const build = await checkedBuild(openProject(project.root));
    if (git.changes().length > 0) {
      git.commit([...files.keys()], `Release ${version}`);
    }
    return build;
  } catch (thrown) {
    kept.forEach(([file, text]) => {
      putBack(join(project.root, file), text);
    });
    throw thrown;
  }
}

/** The files that say what the version is and what is public with it, with their new texts. */
async function filesOf(
  project: Project,
  { version: old }: ModuleIdentity,
  version: string,
): Promise<Map<string, string>> {
  const { root, folders } = project;
  const { definition, scenarios } = await loadDefinitions(project);
  const identityText = readFileSync(join(root, identityFileName), "utf8");
  const files = new Map([
    [identityFileName, old === version ? identityText : withVersionText(identityText, version)],
  ]);
  const versionFile = versionFileName(folders.attributes);
  if (existsSync(join(root, versionFile))) {
    files.set(versionFile, versionFileText(version));
  }
  if (definition !== null) {
    const file = releasedFileName(folders.module);
    files.set(
      file,
      releasedText(readReleased(root, file), publicNames(definition, scenarios, shapesOf(project)), version),
    );
  }
  return files;
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function putBack(path: string, text: string | null): void {
  if (text === null) {
    rmSync(path, { force: true });
  } else {
    writeFileSync(path, text);
  }
}

function report(
  { item, version, tag, comparison }: Released,
  { terminal }: CommandContext,
  json: boolean,
  what: string,
): void {
  if (json) {
    terminal.out(`${JSON.stringify({ item, version, tag, changes: comparison?.changes ?? [] }, null, 2)}\n`);
    return;
  }
  const changes = comparison === null ? "" : renderComparison(comparison, terminal.outColour);
  terminal.out(`${changes}${item} ${version} ${what}, tag ${tag}.\n`);
}
