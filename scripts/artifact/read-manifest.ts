/** Reads a manifest from a file that anybody may have written. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { ArtifactError } from "./artifact-error.ts";
import type { Manifest } from "./manifest.ts";

const text = { type: "string" } as const;

/** What every reader relies on; the rest differs between versions. */
const isManifest = new Ajv().compile<Manifest>({
  type: "object",
  required: ["identity", "files"],
  properties: {
    identity: {
      type: "object",
      required: ["projectIdn", "version"],
      properties: { projectIdn: text, version: text },
    },
    files: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "sources"],
        properties: {
          path: text,
          sources: { type: "array", items: text },
          lines: { type: "array", items: { type: "array", items: { type: "number" }, minItems: 3 } },
        },
      },
    },
  },
});

/** @throws ArtifactError when the file is no manifest */
export function readManifest(file: string): Manifest {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isManifest(value)) {
      return value;
    }
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) {
      throw thrown;
    }
  }
  throw new ArtifactError("The manifest cannot be read.", [
    `${file} is not of the form that a build writes. Build again.`,
  ]);
}
