/**
 * What the module keeps as JSON in accounts, by the attribute that holds it. The types are those its readers give, so
 * that whoever changes one changes what is found in accounts: `check` compares them with what was released.
 */
import type { Frame } from "#sdk";
import type { Appointment } from "../skills/domain/appointment.ts";
import type { Catalog } from "../skills/domain/catalog.ts";
import type { ScenariosState } from "../skills/setup/scenarios-state.ts";
import type { KnownTool } from "../skills/setup/tools-state.ts";

/** Attribute -> the form of its JSON. */
export interface StoredShapes {
  /** With the caller's persona. */
  altegio_appointments: readonly Appointment[];
  altegio_catalog: Catalog;
  /** With the caller's persona, one a flow and only while something is under way: the JSON at the end of each line. */
  altegio_frames_: Frame;
  altegio_scenarios_state: ScenariosState;
  altegio_tools_state: { readonly tools: readonly KnownTool[] };
}
