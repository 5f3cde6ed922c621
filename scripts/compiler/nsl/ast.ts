/**
 * The tree of an NSL skill: what Jinja2 can say in the constructs the platform is known to run
 * (docs/platform.md, "The dialect"). Visitors build it, only the printer makes text of it.
 */
import type ts from "typescript";

/** The TypeScript node a piece of NSL stands for; carried into the source map. */
interface Origin {
  origin?: ts.Node | undefined;
}

export type UnaryOperator = "not" | "-";
export type BinaryOperator =
  | "or"
  | "and"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "not in"
  | "+"
  | "-"
  | "~"
  | "*"
  | "/"
  | "//"
  | "%";

/** A keyword argument. */
export type Keyword = readonly [name: string, value: Expression];

/** A place where a skill is called or a part handed on to. The object is the place, wherever its call is moved to. */
export interface CallSite {
  /** How often it is reached, in the measure of the profile. */
  readonly taken: number;
}

/** Says that the value, or a part of it, was refused: there is a diagnostic, and no second one is wanted. */
interface Refusable {
  refused?: boolean;
}

export type Expression = Origin &
  Refusable &
  (
    | { kind: "name"; name: string }
    | { kind: "text"; value: string }
    | { kind: "number"; value: number }
    | { kind: "boolean"; value: boolean }
    | { kind: "none" }
    | { kind: "held"; name: string }
    | { kind: "list"; items: readonly Expression[] }
    | { kind: "tuple"; items: readonly Expression[] }
    | { kind: "dict"; entries: readonly (readonly [Expression, Expression])[] }
    | { kind: "item"; target: Expression; key: Expression }
    | {
        kind: "slice";
        target: Expression;
        from: Expression | null;
        to: Expression | null;
        step: number | null;
      }
    | { kind: "attribute"; target: Expression; name: string }
    | {
        kind: "call";
        callee: Expression;
        positional: readonly Expression[];
        keywords: readonly Keyword[];
        /** Set where a profile is known; never printed. */
        site?: CallSite;
      }
    | {
        kind: "filter";
        target: Expression;
        name: string;
        positional: readonly Expression[];
        /** The entry of each element that the filter looks at: `sort(attribute="price")`. */
        attribute?: string;
      }
    | { kind: "test"; target: Expression; name: string; argument: Expression | null; negated: boolean }
    | { kind: "unary"; operator: UnaryOperator; operand: Expression }
    | { kind: "binary"; operator: BinaryOperator; left: Expression; right: Expression }
    | { kind: "conditional"; test: Expression; then: Expression; otherwise: Expression }
  );

export type Statement = Origin &
  (
    | { kind: "set"; name: string; value: Expression }
    | { kind: "box"; name: string; value: Expression }
    | { kind: "put"; name: string; value: Expression }
    | { kind: "effect"; value: Expression }
    | { kind: "output"; value: Expression }
    | { kind: "if"; test: Expression; then: readonly Statement[]; otherwise: readonly Statement[] }
    | { kind: "for"; names: readonly string[]; iterable: Expression; body: readonly Statement[] }
  );

/** A parameter of a skill; every one has a default, so that the platform never refuses a call. */
export interface Parameter {
  readonly name: string;
  readonly defaultValue: string;
}

/** What a skill was made from, in the words of its title. */
export interface SkillSource {
  /** `placeBooking 5`: a function, and the number of its part when it has several. */
  readonly name: string;
  /** Where the part begins; null for what the compiler writes by itself. */
  readonly place: ts.Node | null;
}

/** One skill: idn, parameters and script. */
export interface Skill {
  readonly idn: string;
  readonly source: SkillSource;
  /** Of a part of a function that waits: its label in frames, and the idn that its function as a whole may have. */
  readonly part?: { readonly label: string; readonly group: string; readonly place: ts.Node };
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
}
