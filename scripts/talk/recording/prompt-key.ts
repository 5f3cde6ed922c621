/** Tells one prompt from another. */
import { createHash } from "node:crypto";
import type { Question } from "../model/model.ts";

/** A short checksum of everything a model is asked. */
export function promptKey({ role, messages, schema }: Question): string {
  return createHash("sha256")
    .update(JSON.stringify([role, messages, schema]))
    .digest("hex")
    .slice(0, 16);
}
