/** Titles of scenarios and procedures: they refer to one another by title, as the platform has it. */

/** Titles of the scenarios. */
export const scenarioTitles = {
  book: "Book an appointment",
  check: "Check free times",
  cancel: "Cancel an appointment",
  move: "Move an appointment",
  existing: "Look up appointments",
  other: "Pass on other requests",
} as const;

/** Titles of the procedures; none is that of a stock procedure (docs/platform.md, "Intents and scenarios"). */
export const procedureTitles = {
  service: "Choosing the Service",
  staff: "Choosing the Staff Member",
  time: "Choosing the Date and Time",
  check: "Checking the Times",
  name: "Gathering the Name for the Booking",
  phone: "Gathering the Caller's Phone Number",
  request: "Leaving a Request for the Team",
} as const;
