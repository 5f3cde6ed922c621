/**
 * Classes
 *
 * A class is read as an interface for what an instance holds, a function that makes it, and one for each method. Fields, private
 * ones too, parameters of the constructor that are fields, `get` and `set`, static methods and constants, methods that are
 * async or give `this` are had; a field may hold the context, a `Map`, a `Set` or another instance. An instance
 * stands in a variable or a field and is given to functions; what changes it follows the rules of a parameter that changes. One
 * that holds texts, numbers and booleans alone, all `readonly`, may be in lists and objects, too. What a field is made of where
 * it is declared has names that the constructor does not give to anything else.
 * A class with type parameters, `class Queue<T>`, is read as a class of the type it is used with, and as one for each where these
 * are several; what they are told are types of module level.
 *
 * @run {"input": [{"name": "Ann", "priority": 1}, {"name": "Bo", "priority": 5}, {"name": "Ann", "priority": 2}]}
 * @run {"input": []}
 */
interface Wish {
  readonly name: string;
  readonly priority: number;
}

class WaitingList {
  private entries: Wish[] = [];

  constructor(private readonly places: number) {}

  get free(): number {
    return this.places - this.entries.length;
  }

  join(wish: Wish): boolean {
    if (this.free === 0 || this.entries.some(({ name }) => name === wish.name)) {
      return false;
    }
    this.entries.push({ ...wish });
    this.entries.sort((a, b) => b.priority - a.priority);
    return true;
  }

  next(): string | undefined {
    return this.entries.shift()?.name;
  }
}

export function main(wishes: Wish[]): string {
  const list = new WaitingList(2);
  const joined = wishes.filter((wish) => list.join(wish)).length;
  return `${joined} wait, ${list.next() ?? "nobody"} is next, then ${list.next() ?? "nobody"}`;
}
