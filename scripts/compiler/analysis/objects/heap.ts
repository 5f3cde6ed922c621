/** Lists and objects by the place in the program that makes them, and what they may hold. */
import type ts from "typescript";

/** Whatever a list, a record or a map holds under a name that is computed. */
export const ANY = "*";

/** All lists and objects that one place in a function makes. */
export class Site {
  /** What each field may hold, and the places that put it there. */
  readonly fields = new Map<string, Map<Site, Set<ts.Node>>>();

  /** @param node where they are made; null for what the function has not made */
  constructor(readonly node: ts.Node | null) {}
}

/** What may stand behind a name or an expression. */
export type Sites = ReadonlySet<Site>;

export const NOTHING: Sites = new Set();

/** What a function has made, and what it puts where. It only ever learns more. */
export class Heap {
  /** What the function has not made: it was given it, or keeps it with others. */
  readonly foreign = new Site(null);
  /** How often something new was learned. */
  learned = 0;
  private readonly sites = new Map<ts.Node, Site>();
  private readonly pairs = new Map<ts.Node, Site>();
  private readonly variables = new Map<ts.Symbol, Set<Site>>();

  /** What the place makes. */
  siteOf(node: ts.Node): Site {
    return siteIn(this.sites, node);
  }

  /** A new list of pairs, each with one of what is in the values. */
  pairsOf(values: Sites, node: ts.Node): Sites {
    const [list, pair] = [new Set([this.siteOf(node)]), new Set([siteIn(this.pairs, node)])];
    this.store(list, ANY, pair, node);
    this.store(pair, ANY, this.load(values, ANY), node);
    return list;
  }

  /** What a place makes of which nothing more is to be known, such as what is read of JSON: its parts are itself. */
  wholeOf(node: ts.Node): Site {
    const site = this.siteOf(node);
    this.store(new Set([site]), ANY, new Set([site]), node);
    return site;
  }

  /** What a variable may stand for. */
  valuesOf(variable: ts.Symbol): Sites {
    return this.variables.get(variable) ?? NOTHING;
  }

  /** The variables that may stand for lists and objects. */
  get names(): ReadonlyMap<ts.Symbol, Sites> {
    return this.variables;
  }

  /** Gives a variable one more value. */
  give(variable: ts.Symbol, values: Sites): void {
    const known = this.variables.get(variable) ?? new Set();
    this.variables.set(variable, known);
    this.addAll(known, values);
  }

  /** What a field of some values may hold. */
  load(of: Sites, field: string): Sites {
    const found = new Set<Site>();
    for (const site of of) {
      if (site === this.foreign) {
        found.add(site);
      }
      const read = field === ANY ? [...site.fields.keys()] : [field, ANY];
      read.forEach((name) => {
        site.fields.get(name)?.forEach((_origins, held) => found.add(held));
      });
    }
    return found;
  }

  /** Puts values into a field. @param origin the place that does it */
  store(into: Sites, field: string, values: Sites, origin: ts.Node): void {
    for (const site of into) {
      const held = site.fields.get(field) ?? new Map<Site, Set<ts.Node>>();
      site.fields.set(field, held);
      for (const value of site === this.foreign ? NOTHING : values) {
        const origins = held.get(value) ?? new Set();
        held.set(value, origins);
        this.learned += origins.has(origin) ? 0 : 1;
        origins.add(origin);
      }
    }
  }

  /** Puts into one value what the fields of others hold. */
  copyFields(into: Site, from: Sites, origin: ts.Node, isWanted: (field: string) => boolean): void {
    for (const { fields } of from) {
      for (const [field, held] of [...fields].filter(([name]) => isWanted(name))) {
        this.store(new Set([into]), field, new Set(held.keys()), origin);
      }
    }
  }

  private addAll(known: Set<Site>, values: Sites): void {
    for (const value of values) {
      this.learned += known.has(value) ? 0 : 1;
      known.add(value);
    }
  }
}

function siteIn(sites: Map<ts.Node, Site>, node: ts.Node): Site {
  const known = sites.get(node) ?? new Site(node);
  sites.set(node, known);
  return known;
}

/** Values and all that is in them. */
export function reachable(from: Sites): Sites {
  const found = new Set(from);
  for (const { fields } of found) {
    fields.forEach((held) => {
      held.forEach((_origins, site) => found.add(site));
    });
  }
  return found;
}

/** All of some values. */
export function union(...all: readonly Sites[]): Sites {
  return new Set(all.flatMap((sites) => [...sites]));
}
