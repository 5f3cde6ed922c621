/** Methods of dates, and the functions of the SDK that do the same with the number. */

/** Those that tell something; null is the number itself. */
export const GETTERS: ReadonlyMap<string, string | null> = new Map([
  ["getTime", null],
  ["getUTCDate", "utcDayOfMonth"],
  ["getUTCDay", "utcDay"],
  ["getUTCFullYear", "utcFullYear"],
  ["getUTCHours", "utcHours"],
  ["getUTCMilliseconds", "utcMilliseconds"],
  ["getUTCMinutes", "utcMinutes"],
  ["getUTCMonth", "utcMonth"],
  ["getUTCSeconds", "utcSeconds"],
  ["toISOString", "isoText"],
  ["toJSON", "isoText"],
  ["valueOf", null],
]);

/** Those that change the date; null where what is given is the number. */
export const SETTERS: ReadonlyMap<string, { readonly name: string | null; readonly takes: number }> = new Map(
  [
    ["setTime", { name: null, takes: 1 }],
    ["setUTCDate", { name: "withUtcDayOfMonth", takes: 1 }],
    ["setUTCFullYear", { name: "withUtcFullYear", takes: 3 }],
    ["setUTCHours", { name: "withUtcHours", takes: 4 }],
    ["setUTCMilliseconds", { name: "withUtcMilliseconds", takes: 1 }],
    ["setUTCMinutes", { name: "withUtcMinutes", takes: 3 }],
    ["setUTCMonth", { name: "withUtcMonth", takes: 2 }],
    ["setUTCSeconds", { name: "withUtcSeconds", takes: 2 }],
  ],
);

/** Why a date is refused where it stands. */
export type Reason =
  | "absent"
  | "changed"
  | "claimed"
  | "given"
  | "made"
  | "method"
  | "mixed"
  | "order"
  | "outside"
  | "part"
  | "result"
  | "same"
  | "text"
  | "unread"
  | "value";
