/** Calls made at random: what callers ask for, on which channel, and what becomes of the answers to their writes. */
import fc from "fast-check";

/** Who asks: a caller on the phone, the same person in a chat, somebody else on the phone. */
export type Line = "call" | "chat" | "neighbour";

/** What the simulated Altegio may do to a write. */
export const faults = [
  "500",
  "429",
  "html-403",
  "timeout-before",
  "timeout-after-commit",
  "reset",
  "reset-after-commit",
  "malformed-json",
  "empty-body",
] as const;

/**
 * What becomes of the answers to the writes of a request: `held` are kept back until a `Delivery`; a booking may be
 * made at `another` time than was asked for.
 */
type Disturbance = "none" | "held" | "another record" | (typeof faults)[number];

/** Somebody asks for something, agreed to and all. */
export interface Asking {
  readonly kind: "ask";
  readonly line: Line;
  readonly what: "book" | "move" | "cancel";
  /** By core's own event instead of the module's tool. */
  readonly byCore: boolean;
  /** Whom a booking is for; "" for the other two. */
  readonly name: string;
  readonly services: readonly string[];
  readonly moment: Moment;
  /** The caller was asked about another appointment and wants both. */
  readonly despiteOther: boolean;
  /** How the appointment to change is named. */
  readonly named: "" | "1" | "2" | "all of them";
  readonly disturbance: Disturbance;
}

/** The answers that were kept back arrive. */
export interface Delivery {
  readonly kind: "deliver";
  readonly how: "in order" | "backwards" | "twice" | "lost" | "refused" | "elsewhere first" | "never";
}

/** Time passes. */
interface Passing {
  readonly kind: "pass";
  readonly minutes: number;
}

/** A date and a time of the salon. */
interface Moment {
  readonly date: string;
  readonly time: string;
}

/** A step of a call. */
export type Step = Asking | Delivery | Passing;

/** A whole call. */
export interface Call {
  readonly hasUserToken: boolean;
  /** The location lets visitors cancel by themselves. */
  readonly allowDelete: boolean;
  readonly steps: readonly Step[];
}

/** Whom appointments are for, and when: no two people want the same moment, so that every sentence is about one. */
const wishes: Readonly<Record<string, readonly Moment[]>> = {
  "Clara Weiss": [
    { date: "2026-10-20", time: "10:00" },
    { date: "2026-10-20", time: "10:30" },
    { date: "2026-10-20", time: "15:00" },
  ],
  "Nora Lindt": [
    { date: "2026-10-20", time: "10:15" },
    { date: "2026-10-20", time: "16:15" },
  ],
};

/** Where appointments are moved to. */
const newMoments: readonly Moment[] = [
  { date: "2026-10-22", time: "14:00" },
  { date: "2026-10-22", time: "14:30" },
  { date: "2026-10-22", time: "16:30" },
];

const booking = fc
  .constantFrom("Clara Weiss", "Clara Weiss", "Nora Lindt")
  .chain((name) => fc.record({ name: fc.constant(name), moment: fc.constantFrom(...(wishes[name] ?? [])) }))
  .map((wish) => ({ what: "book" as const, ...wish }));

const change = fc.record({
  what: fc.constantFrom("move" as const, "cancel" as const),
  name: fc.constant(""),
  moment: fc.constantFrom(...newMoments),
});

const asking: fc.Arbitrary<Asking> = fc
  .record({
    kind: fc.constant("ask" as const),
    line: fc.constantFrom<Line>("call", "call", "call", "chat", "neighbour"),
    byCore: fc.boolean(),
    services: fc.constantFrom(["Pedicure"], ["Pedicure"], ["Women's haircut"]),
    despiteOther: fc.boolean(),
    named: fc.constantFrom<Asking["named"]>("", "1", "2", "all of them"),
    disturbance: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Disturbance>("none") },
      { weight: 6, arbitrary: fc.constant<Disturbance>("held") },
      { weight: 3, arbitrary: fc.constantFrom(...faults, "another record" as const) },
    ),
    wish: fc.oneof(booking, change),
  })
  .map(({ wish, ...rest }) => ({ ...rest, ...wish }));

const delivery: fc.Arbitrary<Delivery> = fc.record({
  kind: fc.constant("deliver" as const),
  how: fc.constantFrom("in order", "backwards", "twice", "lost", "refused", "elsewhere first", "never"),
});

const passing: fc.Arbitrary<Passing> = fc.record({
  kind: fc.constant("pass" as const),
  minutes: fc.constantFrom(0.3, 1.1, 6),
});

/** Calls of a few steps, in which something is asked for first. */
export const calls: fc.Arbitrary<Call> = fc.record({
  hasUserToken: fc.boolean(),
  allowDelete: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  steps: fc
    .tuple(
      asking,
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: asking },
          { weight: 3, arbitrary: delivery },
          { weight: 1, arbitrary: passing },
        ),
        { minLength: 1, maxLength: 5 },
      ),
    )
    .map(([first, rest]): readonly Step[] => [first, ...rest]),
});
