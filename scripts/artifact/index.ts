/** The artifact: laid out from the model, described, packed, written, read back and compared. */
export { ArtifactError } from "./artifact-error.ts";
export type {
  AccountContent,
  AgentContent,
  AttributeContent,
  EventContent,
  FlowContent,
  ModelContent,
  ProjectContent,
  SkillContent,
  StateContent,
} from "./content/content.ts";
export { findPathFaults } from "./check-tree.ts";
export { eventContent, stateContent } from "./content/plain-content.ts";
export { readContent } from "./content/read-content.ts";
export { writeContent } from "./content/write-content.ts";
export { moduleContents, type ModuleContents } from "./contents.ts";
export { diffArtifacts } from "./diff.ts";
export { layOutArtifact } from "./layout.ts";
export { makeManifest, manifestText, type Manifest } from "./manifest.ts";
export { readArtifact, readArtifactZip } from "./read.ts";
export { readManifest } from "./read-manifest.ts";
export { writeArtifact, type WrittenArtifact } from "./write.ts";
export { parseYaml } from "./yaml/parse-yaml.ts";
export { EnumValue } from "./yaml/enum-tag.ts";
export { unzipArtifact, zipArtifact } from "./zip.ts";
