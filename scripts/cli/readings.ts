/** The sides that `diff` can name: the working tree, releases, a live project, and whatever lies on disk. */
import { resolve } from "node:path";
import { ArtifactError } from "../artifact/index.ts";
import { readProjectTree } from "../builder/index.ts";
import { readTree, type Reading, type ReadingSource } from "../diff/index.ts";
import type { Project } from "../project/index.ts";
import type { Release } from "../registry/index.ts";
import { buildProject } from "./build-project.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { identityOf, onBuilder } from "./on-builder.ts";
import { ProblemsError } from "./problems-error.ts";
import { releaseStore, treeOfRelease } from "./release-store.ts";
import { withPlainFaults } from "./sandbox-faults.ts";

/** The words for the sources as they are on disk now. */
export const workingTree = "working-tree";

/** The words for the newest release. */
export const newestRelease = "latest";

/** The word for a project of an account; `live:<idn>` for one that is not the module's own. */
const liveProject = "live";

/**
 * A side of a comparison.
 *
 * @throws UserError when there is nothing of this name, or it is no artifact
 * @throws ProblemsError when the sources have problems
 */
export async function readSide(
  project: Project,
  words: string,
  progress: (text: string) => void,
): Promise<Reading> {
  const sources = [workingTreeOf(project), releasesOf(project), liveOf(project, progress)];
  const reading = await withPlainFaults(() =>
    readTree(words, sources, (name) => resolve(name)).catch((thrown: unknown) => {
      throw thrown instanceof ArtifactError ? notReadable(words, thrown) : thrown;
    }),
  );
  if (reading === null) {
    const forms = [...sources.map(({ form }) => form), "a folder", "a zip"].join(", ");
    throw new UserError(`There is nothing called ${words}. Name one of: ${forms}.`, exitCodes.usage);
  }
  return reading;
}

function notReadable(words: string, { message }: ArtifactError): UserError {
  return new UserError(
    `${words} cannot be compared. ${message}\nName another folder or zip.`,
    exitCodes.usage,
  );
}

/** A release as a side. */
export function releaseReading(release: Release): Reading {
  const { item, version, manifest } = release;
  return {
    title: `${item} ${version}`,
    tree: treeOfRelease(release),
    contents: manifest.contents ?? null,
  };
}

function workingTreeOf(project: Project): ReadingSource {
  return {
    form: workingTree,
    read: async (words) => {
      if (words !== workingTree) {
        return null;
      }
      const { build, problems } = await buildProject(project);
      if (build === null) {
        throw new ProblemsError(problems);
      }
      return { title: "the working tree", tree: build.tree, contents: build.manifest.contents ?? null };
    },
  };
}

function releasesOf(project: Project): ReadingSource {
  return {
    form: `${newestRelease}, a released version such as 1.2.0`,
    read: (words) => {
      const { identity } = project;
      if (identity === null || (words !== newestRelease && !/^\d+\.\d+\.\d+$/u.test(words))) {
        return Promise.resolve(null);
      }
      const { registry, registryItemIdn: item } = identity;
      const store = releaseStore(project, identity);
      const versions = store.versions();
      const version = words === newestRelease ? versions[0] : versions.find((one) => one === words);
      if (version === undefined) {
        const known = versions.length === 0 ? "has no releases" : `has ${versions.join(", ")}`;
        throw new UserError(
          `There is no such release of ${item}: the registry ${registry} ${known}. Name a folder or a zip instead.`,
          exitCodes.usage,
        );
      }
      return Promise.resolve(releaseReading(store.read(version)));
    },
  };
}

/** What the account has of it: its tools and its canvas belong to the account and are not told. */
function liveOf(project: Project, progress: (text: string) => void): ReadingSource {
  return {
    form: `${liveProject}, ${liveProject}:<idn of a project>`,
    read: async (words) => {
      const [word, named, ...more] = words.split(":");
      if (word !== liveProject || more.length > 0) {
        return null;
      }
      const idn = named ?? identityOf(project).projectIdn;
      return onBuilder(project, async ({ api }) => ({
        title: `the project ${idn} at ${api.origin}`,
        tree: await readProjectTree(api, idn, progress),
        contents: null,
        isLive: true as const,
      }));
    },
  };
}
