/**
 * What the AI Employee may do, and how far it looks.
 *
 * Idns, descriptions and defaults are those of the vendor's set-up page, word for word. Booleans are text on
 * the platform: `True` and `False`.
 */
import { defineSwitch } from "./define.ts";

/** Switches availability checks. */
export const availabilityEnabled = defineSwitch({
  idn: "altegio_availability_enabled",
  title: "Availability enabled",
  description: "Enable availability checking.",
});

/** Switches booking. */
export const bookingEnabled = defineSwitch({
  idn: "altegio_booking_enabled",
  title: "Booking enabled",
  description: "Enable appointment booking.",
});

/** Switches cancellation. */
export const cancellationEnabled = defineSwitch({
  idn: "altegio_cancellation_enabled",
  title: "Cancellation enabled",
  description: "Enable appointment cancellation.",
});

/** Switches rescheduling, which also needs the user token. */
export const rescheduleEnabled = defineSwitch({
  idn: "altegio_reschedule_enabled",
  title: "Reschedule enabled",
  description: "Enable rescheduling.",
});
