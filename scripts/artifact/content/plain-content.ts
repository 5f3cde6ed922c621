/** Parts of a flow with the fields of a tree alone: what has an id besides, in an account or in the API, loses it. */
import type { EventContent, StateContent } from "./content.ts";

/** A subscription, its fields in the order of the file. */
export function eventContent(event: EventContent): EventContent {
  return {
    idn: event.idn,
    skill_selector: event.skill_selector,
    skill_idn: event.skill_idn,
    state_idn: event.state_idn,
    integration_idn: event.integration_idn,
    connector_idn: event.connector_idn,
    interrupt_mode: event.interrupt_mode,
  };
}

/** A state field, its fields in the order of the file. */
export function stateContent({ title, idn, default_value, scope }: StateContent): StateContent {
  return { title, idn, default_value, scope };
}
