/** How things are on a stage: what Altegio holds, and what is kept of it with a caller. */
import type { Stage } from "../../scripts/sandbox/conversations/index.ts";
import type { SandboxEvent } from "../../scripts/sandbox/platform/index.ts";
import { naive } from "../../scripts/simulator/api/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import type { Scene, StoredEntry } from "./answer-kinds.ts";

/** The service the matrices are about. */
const pedicure = 61023;

/** The live pedicures of the calendar and the caller's list. */
export function sceneOf(stage: Stage<SalonService>, personaId: string): Scene {
  const { altegio, location } = stage.service;
  const persona = stage.sandbox.account.personas.get(personaId);
  return {
    standing: altegio.state.records
      .filter((record) => !record.deleted && record.services.some(({ id }) => id === pedicure))
      .map((record) => naive(location.zone, record.start).slice(0, 16)),
    stored: JSON.parse(persona?.attributes.get("altegio_appointments") ?? "[]") as StoredEntry[],
  };
}

/** The event of an answer with another status and body. */
export function answered(event: SandboxEvent, status: number, body: string): SandboxEvent {
  return { ...event, idn: "result_success", arguments: { output: body, code: String(status) } };
}
