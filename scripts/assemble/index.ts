/** The build: checked definitions and compiled skills, laid out as an artifact and written to disk. */
export { buildModule, type Build, type BuildInput, type BuildResult } from "./build-module.ts";
export { callProfileName, callProfileText, readCallProfile } from "./call-profile.ts";
export { loadDefinitions } from "./load-definitions.ts";
export { isStale, renderTexts } from "./render-texts.ts";
export { runSources, type Exported } from "./run-sources.ts";
export { notRun } from "./not-run.ts";
export { writeBuild } from "./write-build.ts";
