/** @module What is public of the releases of a module, and how one is made. */
export { releaseCatalogue } from "./catalogue.ts";
export { checkReleased } from "./check-released.ts";
export { changelogSection } from "./changelog.ts";
export type { MigrationRecord } from "./migration.ts";
export { publicNames, type PublicName } from "./public-names.ts";
export { readReleased, releasedFileName, releasedText, type ReleasedName } from "./released-file.ts";
export { readStoredShapes, storedShapesFile } from "./stored-shapes.ts";
export { versionFileName, versionFileText, withVersionText } from "./version-file.ts";
