import { readPrograms } from "../program-list.ts";
import { fixture } from "../fixtures/fixture.ts";
import { differential } from "./differential.ts";

/** Programs in which the two runtimes could easily part; each logs what it sees and must log the same in both. */
const programs = readPrograms("traps");

const prelude = "interface Given { readonly idn: string; readonly arguments: JsonObject }";

const responses = [..."ABCDEFGH"].map((body) => ({ status: 200, body }));

for (const topic of new Set(programs.map((program) => program.topic))) {
  differential(
    `traps: ${topic}`,
    programs
      .filter((program) => program.topic === topic)
      .map(({ name, source }) =>
        fixture(name, `${prelude} ${source}`, {
          input: { idn: "ev", arguments: { a: true, list: [], text: "x" } },
          responses,
        }),
      ),
  );
}
