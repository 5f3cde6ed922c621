/** Fields of several wishes, described so that a language model fills them in one way only. */

/** How an hour without its half of the day is meant. */
export const timeDescription =
  "A bare hour is the one within the times the agent has offered, or else within usual opening hours: three is 15:00.";

/** Who is wanted, where it is one person. */
export const staffField = {
  type: "string",
  description:
    "The one staff member the caller asked for; empty for anybody, and where the caller named nobody.",
} as const;

/** What tells a date that was misheard or miscounted from one that was meant. */
export const weekdayField = {
  type: "string",
  description:
    "The weekday the caller said together with the date, in English, as in Friday; empty where they said none. Not worked out from the date.",
} as const;

/** When a caller has agreed. */
export const confirmedRule =
  "True only where the agent's last question read exactly this back, and after it the caller clearly agreed and changed nothing. False for a vague answer such as whatever, for a yes that was given in advance, and where nothing was read back.";
