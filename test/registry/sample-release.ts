/** A small release, made without a compiler. */
import { layOutArtifact, makeManifest, zipArtifact } from "../../scripts/artifact/index.ts";
import type { SourceIndex } from "../../scripts/model/source-index.ts";
import type { ModuleModel } from "../../scripts/model/types.ts";
import type { Release } from "../../scripts/registry/index.ts";
import { identity, model } from "../model/sample-module.ts";

/** No definition has a place. */
const nowhere = { find: () => null, findLabelled: () => null } as unknown as SourceIndex;

/** The sample module as version `version`, with what `change` says of its model. */
export function sampleRelease(
  version: string,
  change: Partial<ModuleModel> = {},
  date = "2026-12-01",
): Release {
  const released = model({ ...change, identity: { ...identity, version } });
  const tree = layOutArtifact(released);
  return {
    registry: "production",
    item: identity.registryItemIdn,
    version,
    date,
    changelog: `- What ${version} brings.\n`,
    zip: zipArtifact(tree),
    manifest: makeManifest(released, tree, nowhere),
    maps: new Map([["TimesFlow/FindTimesSkill.nsl.map", "{}"]]),
  };
}
