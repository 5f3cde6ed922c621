import { expect, test } from "vitest";
import { simulator } from "../../scripts/simulator/index.ts";

const claims = simulator.words.claims ?? {};

test.each([
  ["booked", "It's booked for Tuesday.", true],
  ["booked", "You're all set!", true],
  ["booked", "Your appointment is now confirmed.", true],
  ["booked", "Shall I book it?", false],
  ["booked", "It is not booked yet.", false],
  ["booked", "Once it is booked, I will tell you.", false],
  ["booked", "Of course, nothing is reserved.", false],
  ["booked", "If you like, I book it. It's booked.", true],
  ["cancelled", "Both are cancelled.", true],
  ["cancelled", "It has been canceled.", true],
  ["cancelled", "Shall I cancel it?", false],
  ["moved", "It is moved to Wednesday.", true],
  ["moved", "It has not been moved.", false],
  ["moved", "Shall it be moved?", false],
])("a claim of %s: %s", (claim, text, isMade) => {
  expect(new RegExp(claims[claim] ?? "", "iu").test(text)).toBe(isMade);
});
