/**
 * A parameter that changes
 *
 * A function may change what it is given: a list, a record, an object, a `Map`, a `Set`. It gives it back besides its
 * value, and the call assigns that. What is handed over was made in the calling function (or was handed to that, too), no
 * other name for it is read afterwards, and no loop runs over it. The call is a statement of its own, or the first that
 * a statement computes: `const isNew = put(groups, key);`, `if (put(groups, key)) { ... }`.
 *
 * @run {"input": [{"day": "Monday", "name": "Ann"}, {"day": "Friday", "name": "Bo"}, {"day": "Monday", "name": "Cy"}]}
 * @run {"input": []}
 */
interface Visit {
  readonly day: string;
  readonly name: string;
}

function addTo(groups: Record<string, string[]>, visit: Visit): boolean {
  const isNew = groups[visit.day] === undefined;
  (groups[visit.day] ??= []).push(visit.name);
  return isNew;
}

export function main(visits: Visit[]): string {
  const groups: Record<string, string[]> = {};
  let days = 0;
  for (const visit of visits) {
    if (addTo(groups, visit)) {
      days += 1;
    }
  }
  return `${days}: ${JSON.stringify(groups)}`;
}
