/** The flow in which a module says what it is, as those of the platform do (docs/platform.md, "Metadata of a module"). */
import { constantSkill } from "../compiler/index.ts";
import { identityFileName } from "../model/read-identity.ts";
import type { FlowModel } from "../model/types.ts";

/** The file of a project that tells what has changed, a heading `## 1.2.3` for each version. */
export const changelogFile = "CHANGELOG.md";

/**
 * Two private skills that nothing calls but a person, or a project that asks: the version, and what it has changed.
 *
 * @param changelog the text of the file, "" when the project has none
 */
export function metadataFlow(version: string, changelog: string): FlowModel {
  return {
    idn: "Metadata",
    title: "Metadata",
    description: "Tells the version of the module and what it has changed.",
    skills: [
      constantSkill("_getChangelog", changesOf(version, changelog), changelogFile),
      constantSkill("_getVersion", version, identityFileName),
    ],
    events: [],
  };
}

/** What stands under the heading of a version, trimmed; "" when there is none. */
function changesOf(version: string, changelog: string): string {
  const sections = changelog.split(/^## /mu);
  const own = sections.find((section) => section.split("\n")[0]?.trim() === version) ?? "";
  return own.slice(version.length).trim();
}
