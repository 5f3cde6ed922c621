/** The ways in which the optimiser can be told to work: a program does the same in each. */
import { countedSite } from "../../compiler/index.ts";
import { allPasses, passNames } from "../../compiler/optimise/index.ts";
import { type CompiledPrograms, compilePrograms, type ProgramOptions } from "../../sandbox/program/index.ts";

/** A way of compiling programs: what it is called, and its options for these programs. */
export interface Way {
  readonly name: string;
  optionsFor(compiled: CompiledPrograms): ProgramOptions;
}

/** Programs that were compiled with every pass, compiled in another way. */
export function compiledIn(way: Way, compiled: CompiledPrograms): CompiledPrograms {
  return way === everyPass
    ? compiled
    : compilePrograms(compiled.sources, { ...way.optionsFor(compiled), before: compiled });
}

/** As modules are built that have no profile. */
export const everyPass: Way = { name: "every pass", optionsFor: () => ({}) };

/** What a module is like whose profile knows every place. */
export const everyPlaceOften: Way = profiled("every place often reached", () => 100_000);

/** No pass, all passes but one, and profiles of all kinds. */
export const otherWays: readonly Way[] = [
  { name: "no pass", optionsFor: () => ({ withoutPasses: allPasses }) },
  ...passNames.map((name) => ({
    name: `all but ${name}`,
    optionsFor: () => ({ withoutPasses: new Set([name]) }),
  })),
  { name: "every place counted", optionsFor: () => ({ isCounted: true }) },
  everyPlaceOften,
  profiled("no place ever reached", () => 0),
  profiled("every third place often reached", (place) => (place % 3) * 5000),
];

/** One of the others: the next turn has the next. */
export function otherWay(turn: number): Way {
  return otherWays[turn % otherWays.length] ?? everyPass;
}

/** Each place of each program reached as often as a number that changes from place to place. */
function profiled(name: string, count: (place: number) => number): Way {
  return {
    name,
    optionsFor(compiled) {
      const profile = new Map<string, ReadonlyMap<string, number>>();
      const counted = compilePrograms(compiled.sources, { isCounted: true, before: compiled });
      for (const [flow, { skills }] of counted.flows) {
        const places = skills.flatMap(({ idn }) => countedSite(idn) ?? []);
        profile.set(flow, new Map(places.map((place, index) => [place, count(index)])));
      }
      return { profile };
    },
  };
}
