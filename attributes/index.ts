/** Every attribute of the module. The only folder in which the name of an attribute is spelled. */
import type { AttributeDefinition } from "#sdk";
import { applicationId, locationId, partnerToken, userToken } from "./credentials.ts";
import {
  catalog,
  catalogRenewal,
  moduleVersion,
  scenariosState,
  servicesText,
  setupPersona,
  setupStatus,
  staffText,
  toolsState,
} from "./module-state.ts";
import {
  existingAppointmentsEnabled,
  existingAppointmentsSearchDays,
  replaceCoreTools,
  setupScenarios,
} from "./setup-options.ts";
import { availabilityEnabled, bookingEnabled, cancellationEnabled, rescheduleEnabled } from "./switches.ts";

export { attributeGroup } from "./attribute-group.ts";
export { applicationId, locationId, partnerToken, userToken } from "./credentials.ts";
export {
  catalog,
  catalogRenewal,
  moduleVersion,
  scenariosState,
  servicesText,
  setupPersona,
  setupStatus,
  staffText,
  toolsState,
} from "./module-state.ts";
export {
  existingAppointmentsEnabled,
  existingAppointmentsSearchDays,
  replaceCoreTools,
  setupScenarios,
} from "./setup-options.ts";
export { availabilityEnabled, bookingEnabled, cancellationEnabled, rescheduleEnabled } from "./switches.ts";

/** All attributes, sorted by idn. */
export const attributes: readonly AttributeDefinition[] = [
  applicationId,
  availabilityEnabled,
  bookingEnabled,
  cancellationEnabled,
  catalog,
  catalogRenewal,
  existingAppointmentsEnabled,
  existingAppointmentsSearchDays,
  locationId,
  moduleVersion,
  partnerToken,
  replaceCoreTools,
  rescheduleEnabled,
  scenariosState,
  servicesText,
  setupPersona,
  setupScenarios,
  setupStatus,
  staffText,
  toolsState,
  userToken,
];
