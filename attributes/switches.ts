/**
 * What the AI Employee may do, and how far it looks.
 *
 * Idns, descriptions and defaults are those of the vendor's set-up page, word for word. Booleans are text on
 * the platform: `True` and `False`.
 */
import type { AttributeDefinition } from "#sdk";

/** Switches availability checks. */
export const availabilityEnabled = {
  idn: "altegio_availability_enabled",
  title: "Availability enabled",
  description: "Enable availability checking.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "user",
  secret: false,
} as const satisfies AttributeDefinition;

/** Switches booking. */
export const bookingEnabled = {
  idn: "altegio_booking_enabled",
  title: "Booking enabled",
  description: "Enable appointment booking.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "user",
  secret: false,
} as const satisfies AttributeDefinition;

/** Switches cancellation. */
export const cancellationEnabled = {
  idn: "altegio_cancellation_enabled",
  title: "Cancellation enabled",
  description: "Enable appointment cancellation.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "user",
  secret: false,
} as const satisfies AttributeDefinition;

/** Switches rescheduling, which also needs the user token. */
export const rescheduleEnabled = {
  idn: "altegio_reschedule_enabled",
  title: "Reschedule enabled",
  description: "Enable rescheduling.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "user",
  secret: false,
} as const satisfies AttributeDefinition;
