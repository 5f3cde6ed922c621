/** The idns of the tools, and of the way to move without one: what steps of scenarios depend on. */
import type { Substitute } from "#sdk";

/** The idns of the tools, by what they do. An event is named after each. */
export const toolIdns = {
  check: "altegio_check_availability_tool",
  book: "altegio_book_appointment_tool",
  cancel: "altegio_cancel_appointment_tool",
  move: "altegio_reschedule_appointment_tool",
  find: "altegio_find_appointments_tool",
} as const;

/** Where moving is wanted but its tool cannot be had: the new time is booked, then the old appointment cancelled. */
export const moveByBooking = {
  idn: "altegio_move_by_booking",
  insteadOf: toolIdns.move,
  uses: [toolIdns.book, toolIdns.cancel],
} as const satisfies Substitute;
