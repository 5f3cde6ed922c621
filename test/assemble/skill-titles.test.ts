import { describe, expect, it } from "vitest";
import { builtModule } from "./built-module.ts";

describe("the module's skills", () => {
  it("have a title, and those of a function are numbered without gaps", () => {
    const { flows } = builtModule().model;
    for (const { idn, skills } of flows) {
      const numbers = new Map<string, number[]>();
      for (const skill of skills) {
        expect(skill.title.length).toBeGreaterThan(5);
        expect(skill.title.length).toBeLessThan(70);
        const [, name, number] = /^(\w+) (\d+) · .+:\d+$/u.exec(skill.title) ?? [];
        if (name !== undefined) {
          numbers.set(name, [...(numbers.get(name) ?? []), Number(number)]);
        }
      }
      // What the compiler makes of itself has no line: it says what it is for.
      const without = skills.filter(({ title }) => !/ · [\w./-]+\.ts:\d+$/u.test(title));
      for (const { title } of idn === "Metadata" ? [] : without) {
        expect(title).toMatch(
          /^(?:results of the requests of \w+|runs the parts of functions of \w+|asks the language model)$/u,
        );
      }
      for (const [name, given] of numbers) {
        const first = Math.min(...given);
        const wanted = given.map((_, index) => index + first);
        // What a handler starts with is its entry skill, which goes by the function's name alone.
        expect([1, 2]).toContain(first);
        expect([idn, name, given.sort((a, b) => a - b)]).toEqual([idn, name, wanted]);
      }
    }
  });
});
