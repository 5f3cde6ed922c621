import { describe, expect, it } from "vitest";
import { ownOfName } from "../../../skills/matching/own-of-name.ts";
import { kindsOf } from "../judge.ts";
import { haircut } from "../own-appointments.ts";

const petra = { ...haircut, full_name: "Petra Braun" };
const otto = { ...haircut, full_name: "Otto Braun" };
const again = "you are cancelling the appointment now";

describe("ownOfName", () => {
  it.each(["Petra Braun", "Frau Petra Braun", "braun, petra"])("finds the entries of %j alone", (name) => {
    expect(ownOfName([petra, otto], name, again)).toEqual({ question: "", entries: [petra] });
  });

  it.each(["Petra", "Braun", "Petra Otto Braun Klein", "Clara Weiss"])("finds none for %j", (name) => {
    const { question, entries } = ownOfName([petra, otto], name, again);
    expect(entries).toEqual([]);
    expect(kindsOf(question)).toEqual(["nothing under the name"]);
    expect(question).not.toMatch(/Petra|Otto|Braun|Haircut/u);
  });

  it("asks for the name first", () => {
    const { question, entries } = ownOfName([petra], "", again);
    expect([entries, kindsOf(question)]).toEqual([[], ["name asked for"]]);
  });
});
