import { describe, expect, it } from "vitest";
import { pickAppointment, type Clues, type Pick } from "../../../skills/matching/pick-appointment.ts";
import { isNearWord } from "../../../skills/matching/near-word.ts";
import { simpleName } from "../../../skills/matching/simple-name.ts";
import { coloring, haircut } from "../own-appointments.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";

const early = {
  ...haircut,
  record_id: "3",
  datetime: "2026-09-21T09:00:00-05:00",
  staff: { id: "48", name: "Anna" },
};
const list = [haircut, coloring, early];
const pick = (entries: readonly Appointment[], said: string, more: Partial<Clues> = {}): Pick =>
  pickAppointment(entries, {
    said,
    services: [],
    staff: "",
    date: "",
    time: "",
    today: "2026-09-20",
    ...more,
  });
const picked = (said: string, date = ""): string | undefined => pick(list, said, { date }).entry?.record_id;

describe("pickAppointment", () => {
  it("takes the nearest that still stands where all that fit are meant", () => {
    const gone = { ...early, status: "cancelled" };
    expect(pick(list, "both on Monday", { all: true }).entry?.record_id).toBe("3");
    expect(pick([haircut, coloring, gone], "all of them", { all: true }).entry?.record_id).toBe("2820023");
    expect(pick([coloring, gone], "alle beide", { all: true }).entry?.record_id).toBe("2820024");
    expect(pick(list, "all of the massages", { all: true }).entry).toBeNull();
    expect(pick(list, "both on Monday").entry).toBeNull();
  });

  it.each([
    ["1", "2820023"],
    ["3", "3"],
    ["2820024", "2820024"],
    ["the colouring", "2820024"],
    ["the braiding", undefined],
    ["the coloring", "2820024"],
    ["on Wednesday", "2820024"],
    ["September 23", "2820024"],
    ["the 23 september one", "2820024"],
    ["2026-09-23", "2820024"],
    ["at 12:00", "2820023"],
    ["on Monday at 09:00", "3"],
    ["the haircut with Anna", "3"],
    ["the haircut with James on Monday", "2820023"],
    ["on Monday", undefined],
    ["the haircut", undefined],
    ["the massage", undefined],
    ["the massage on Wednesday", undefined],
    ["the coloring on Monday", undefined],
    ["my appointment tomorrow afternoon", "2820023"],
    ["the one tomorrow morning", "3"],
    ["Monday at 9", "3"],
    ["the 23rd at 11 am, please", "2820024"],
    ["the haircut at 12:30", undefined],
    ["Анна, среда", undefined],
    ["Анна on Wednesday", "2820024"],
    ["", undefined],
    ["0", undefined],
    ["-1", undefined],
    ["4", undefined],
  ])("%j is %s", (said, id) => {
    expect(picked(said)).toBe(id);
  });

  it("does not go by a number or a name against the date", () => {
    expect(picked("1", "2026-09-23")).toBe("2820024");
    expect(picked("the haircut", "2026-09-22")).toBeUndefined();
    expect(pick(list, "the haircut", { date: "2026-09-22" }).question).toContain(
      "No appointment that was made here",
    );
  });

  it("takes an appointment that was made anew rather than the cancelled one it replaces", () => {
    const gone = { ...haircut, record_id: "1", status: "cancelled" };
    expect(pick([gone, haircut], "haircut").entry).toEqual(haircut);
    expect(pick([gone, haircut], "").assumed).toBe(false);
    expect(pick([haircut], "").entry).toEqual(haircut);
  });

  it("takes the only one that stands, and says when nothing but that speaks for it", () => {
    const gone = { ...coloring, status: "cancelled" };
    expect(pick([gone, early], "")).toEqual({ question: "", entry: early, assumed: true });
    expect(pick([gone, early], "haircut")).toEqual({ question: "", entry: early, assumed: false });
    expect(pick([gone, { ...early, status: "cancelled" }], "").question).toContain("(already cancelled)");
  });

  it("holds services, staff, date and time against each appointment", () => {
    expect(pick(list, "", { services: ["Coloring"], time: "12:00" }).entry).toBeNull();
    expect(pick(list, "", { services: ["Haircut"], staff: "Anna" }).entry).toEqual(early);
    expect(pick(list, "", { services: ["Facial"], date: "2026-09-23" }).question).toContain(
      "No appointment that was made here",
    );
    expect(pick(list, "", { time: "11:00" }).entry).toEqual(coloring);
  });
});

describe("simpleName", () => {
  it.each([
    ["  Men's  HAIR-cut ", "mens hair cut"],
    ["Müller-Lüdenscheidt", "muller ludenscheidt"],
    ["Łukasz Żółć", "lukasz zolc"],
    ["Стрижка чёлки", "strizhka chelki"],
    ["Ђорђе Љубић", "djordje ljubic"],
    ["Ελένη", "eleni"],
    ["", ""],
  ])("%j is %j", (text, simple) => {
    expect(simpleName(text)).toBe(simple);
  });

  it("keeps lines apart", () => {
    expect(simpleName(" A \n B,\nC").split("\n")).toEqual(["a", "b", "c"]);
  });
});
describe("isNearWord", () => {
  it.each([
    ["lindt", "lint", true],
    ["lint", "lindt", true],
    ["colouring", "coloring", true],
    ["meyer", "meier", true],
    ["anna", "anna", true],
    ["anna", "annas", true],
    ["tim", "tom", false],
    ["tim", "tim", true],
    ["meyer", "maier", false],
    ["lindt", "lindtner", false],
    ["", "anna", false],
  ])("%j and %j: %s", (a, b, near) => {
    expect(isNearWord(a, b)).toBe(near);
    expect(isNearWord(b, a)).toBe(near);
  });
});
