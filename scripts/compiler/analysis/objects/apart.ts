/** Tells whether an object is known in one place only, so that it stays one when it is written as JSON. */
import ts from "typescript";
import { isRepeating } from "../iterables.ts";
import { type Site, type Sites, reachable } from "./heap.ts";

/** Is each of the values, and all that is in them, in one place? @param names how many names each is known by */
export function isTree(values: Sites): boolean {
  const roots = [...values].map((site) => [site] as const);
  return [...reachable(values)].every((site) => isApart(site, roots));
}

/** Is the object, and all that it is in, known in one place of what some names stand for? */
export function isApart(site: Site, names: readonly Iterable<Site>[]): boolean {
  const roots = names.map((values) => new Set(values));
  const known = reachable(new Set(roots.flatMap((values) => [...values])));
  const seen = new Set<Site>();
  const isAlone = (one: Site): boolean => {
    if (seen.has(one)) {
      return true;
    }
    seen.add(one);
    const named = roots.filter((values) => values.has(one)).length;
    const holders = [...known].flatMap((holder) => placesOf(one, holder).map(() => holder));
    return named + holders.length <= 1 && holders.every(isAlone);
  };
  return isAlone(site);
}

/** The places that put an object into another; one that does so again and again counts twice. */
function placesOf(site: Site, holder: Site): readonly ts.Node[] {
  const places = [...holder.fields.values()].flatMap((held) => [...(held.get(site) ?? [])]);
  return places.flatMap((place) => {
    if (holder === site && place === site.node) {
      // What is made as a whole has its parts in one place each.
      return [];
    }
    return site.node !== null && turnOf(place) === turnOf(site.node) ? [place] : [place, place];
  });
}

/** The loop or the callback in whose turn it stands. */
function turnOf(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, isRepeating);
}
