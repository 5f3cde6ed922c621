/** How the methods of a list are written as loops. */

/** What is known of the loop that is written for a call. */
export interface Loop {
  /** The variable that has what the call gives. */
  readonly value: string;
  /** The type of the call, as it is written. */
  readonly type: string;
  /** What a turn goes over. */
  readonly item: string;
  /** The item as one of what the call gives: its own type may be a wider one. */
  readonly kept: string;
  /** What `reduce` begins with. */
  readonly initial: string;
  /** How the loop is called where a turn ends inside of another one. */
  readonly label: string;
}

/** How a method is written: what stands before the loop, and around what the callback gives in a turn. */
export interface Form {
  readonly declared: (loop: Loop) => string;
  readonly turn: (loop: Loop, leave: string) => readonly [before: string, behind: string];
  /** Which parameter of the callback is the item. */
  readonly itemAt: 0 | 1;
}

const stopping = (before: string, behind: string, start: string): Form => ({
  declared: ({ value }) => `let ${value} = ${start};`,
  turn: (loop, leave) => [before, `${behind} { ${loop.value} = ${String(start !== "true")}; ${leave} }`],
  itemAt: 0,
});

const listing = (turn: Form["turn"]): Form => ({
  declared: ({ value, type }) => `const ${value}: ${type} = [];`,
  turn,
  itemAt: 0,
});

/** The methods that are read so. */
export const FORMS: Readonly<Record<string, Form>> = {
  every: stopping("if (!(", "))", "true"),
  filter: listing(({ value, kept }) => ["if (", `) { ${value}.push(${kept}); }`]),
  find: {
    declared: ({ value, type }) => `let ${value}: ${type} = undefined;`,
    turn: ({ value, kept }, leave) => ["if (", `) { ${value} = ${kept}; ${leave} }`],
    itemAt: 0,
  },
  flatMap: listing(({ value }) => [`${value}.push(...(`, "));"]),
  forEach: { declared: () => "", turn: () => ["", ";"], itemAt: 0 },
  map: listing(({ value }) => [`${value}.push(`, ");"]),
  reduce: {
    declared: ({ value, type, initial }) => `let ${value}: ${type} = ${initial};`,
    turn: ({ value }) => [`${value} = `, ";"],
    itemAt: 1,
  },
  some: stopping("if (", ")", "false"),
};

/** Methods that leave their loop before its end. */
export const LEAVING: readonly string[] = ["every", "find", "some"];
