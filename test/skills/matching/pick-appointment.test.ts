import { describe, expect, it } from "vitest";
import { pickAppointment, type Clues, type Pick } from "../../../skills/matching/pick-appointment.ts";
import { fitsWord, wordsOf } from "../../../skills/matching/fits-words.ts";
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
    fullName: "",
    ...more,
  });
const picked = (said: string, date = ""): string | undefined => pick(list, said, { date }).entry?.record_id;

describe("pickAppointment", () => {
  it("tells people apart by their names, and names them where there are several", () => {
    const hers = { ...early, full_name: "Mary Smith" };
    const both = [haircut, hers];
    expect(pick(both, "Mary's appointment").entry?.record_id).toBe("3");
    // A name that a member of the staff has is that member's.
    expect(pick([{ ...haircut, full_name: "Anna Smith" }, coloring], "the one with Anna").entry).toEqual(
      coloring,
    );
    expect(pick(both, "the haircut for Mary Smith").entry?.record_id).toBe("3");
    const named = pick(both, "", { fullName: "Mary" });
    expect([named.entry?.record_id, named.assumed]).toEqual(["3", false]);
    expect(pick(both, "at 12:00", { fullName: "Mary" }).question).toContain("in the name of Mary Smith");
    expect(pick(both, "", { fullName: "Peter" }).question).toContain("09:00, in the name of Mary Smith");
    expect(pick(list, "the haircut").question).not.toContain("in the name of");
    // Of one that is gone and one that stands, a name that both have says nothing.
    expect(pick([{ ...early, status: "cancelled" }, haircut], "", { fullName: "James Smith" }).assumed).toBe(
      true,
    );
  });

  it("asks where the name that is given is another person's, also of the only one", () => {
    for (const said of ["", "the haircut", "1"]) {
      const { question, entry } = pick([haircut], said, { fullName: "Petra Braun" });
      expect([said, entry]).toEqual([said, null]);
      expect(question).toContain("No appointment that was made here fits that");
      expect(question).toContain("in the name of James Smith");
    }
    for (const fullName of ["James Smith", "James", "Mr. Smith", "J Smith", "Jim Smith", "James Smyth"]) {
      expect(pick([haircut], "1", { fullName }).entry).toEqual(haircut);
      expect(pick([haircut], "", { fullName }).entry).toEqual(haircut);
    }
    for (const fullName of ["James and Petra", "James & Petra"]) {
      expect(pick([haircut], "1", { fullName }).entry).toEqual(haircut);
    }
    expect(pick([haircut], "both", { fullName: "James Petra", all: true }).entry).toEqual(haircut);
    // Core's own id leaves no doubt, and one that was stored without a name may be anybody's.
    expect(pick([haircut], haircut.record_id, { fullName: "Petra Braun" }).entry).toEqual(haircut);
    expect(pick([{ ...haircut, full_name: "" }], "1", { fullName: "Petra Braun" }).entry?.record_id).toBe(
      haircut.record_id,
    );
  });

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

describe("an appointment's number", () => {
  it("counts from one, and is left aside with another date", () => {
    expect(pick(list, " 2 ").entry).toEqual(coloring);
    expect(pick([haircut], "0").entry).toBeNull();
    expect(pick(list, "3", { date: "2026-09-21" })).toEqual({ question: "", entry: early, assumed: false });
    expect(pick(list, " 2820024 ").entry).toEqual(coloring);
    expect(pick([haircut], "1", { date: "2026-09-21" }).entry).toEqual(haircut);
    expect(pick([haircut], "x").question).toContain("this one");
    expect(pick(list, "x").question).toContain("one of these");
    expect(pick([haircut], "").assumed).toBe(false);
  });

  it("is not that of an appointment without one", () => {
    const pending = { ...haircut, record_id: "", status: "submitting" };
    expect(pick([pending, early], "").entry).toBeNull();
    expect(pick([pending, early], "haircut at 12:00").entry).toEqual(pending);
  });
});

describe("what is asked", () => {
  const many = Array.from({ length: 7 }, (_, index) => ({
    ...haircut,
    record_id: `${index}`,
    datetime: `2026-09-2${index}T12:00:00-05:00`,
  }));
  it("names five at most, and which are cancelled", () => {
    const { question, entry, assumed } = pick(many, "haircut");
    expect([entry, assumed]).toEqual([null, false]);
    expect(question.match(/Haircut with James/gu)).toHaveLength(5);
    expect(question).toContain(" or Haircut");
    expect(question).not.toContain("cancelled");
    const gone = many.map((one) => ({ ...one, status: "cancelled" }));
    expect(pick(gone, "").entry).toBeNull();
    expect(pick(gone, "").question.match(/already cancelled/gu)).toHaveLength(5);
    expect(pick(gone, "massage").assumed).toBe(false);
  });

  it("is which of two that stand, also where they read alike", () => {
    const { question, entry } = pick([haircut, { ...haircut, record_id: "9" }], "haircut");
    expect(entry).toBeNull();
    expect(question).toMatch(/at 12:00 or Haircut.* at 12:00[.]/u);
  });

  it("is nothing where all that fit were cancelled and read alike", () => {
    const gone = { ...haircut, status: "cancelled" };
    expect(pick([gone], "haircut").entry).toEqual(gone);
    expect(pick([haircut, { ...coloring, status: "cancelled" }], "").entry).toEqual(haircut);
    const other = { ...early, services: coloring.services, status: "cancelled" };
    expect(pick([other, early], "", { time: "09:00" })).toEqual({
      question: "",
      entry: early,
      assumed: false,
    });
    const again = { ...gone, record_id: "9" };
    expect(pick([gone, again], "haircut")).toEqual({ question: "", entry: again, assumed: false });
    expect(pick([gone, { ...coloring, status: "cancelled" }], "").entry).toBeNull();
  });

  it.each<[string, Partial<Clues>, boolean]>([
    ["", {}, true],
    ["haircut", {}, false],
    ["", { services: ["Haircut"] }, false],
    ["", { date: "2026-09-21" }, false],
    ["", { time: "09:00" }, false],
  ])("is nothing of the one that stands; %j with %j is assumed: %j", (said, clues, assumed) => {
    const gone = { ...haircut, status: "cancelled" };
    expect(pick([gone, early], said, clues)).toEqual({ question: "", entry: early, assumed });
  });
});

describe("words said of an appointment", () => {
  const at = (time: string, more: Partial<Appointment> = {}): Appointment => ({
    ...haircut,
    datetime: `2026-09-21T${time}:00-05:00`,
    ...more,
  });
  const says = (said: string, entry: Appointment, today = "2026-09-20"): boolean =>
    wordsOf(said).every((word) => fitsWord(entry, word, today, ""));

  it.each([
    ["at two", "14:00", true],
    ["at two", "02:00", true],
    ["at two", "03:00", false],
    ["at twelve", "12:00", true],
    ["at 2 pm", "14:15", true],
    ["at 2pm", "14:15", true],
    ["at 10", "22:00", true],
    ["at 11", "22:00", false],
    ["the 21st", "12:00", true],
    ["the 22nd", "12:00", false],
    ["2026", "12:00", true],
    ["2027", "12:00", false],
    ["0", "00:00", false],
    ["noon", "12:00", true],
    ["noon", "12:30", false],
    ["morning", "11:59", true],
    ["morning", "12:00", false],
    ["afternoon", "11:00", false],
    ["afternoon", "12:00", true],
    ["afternoon", "17:00", true],
    ["afternoon", "18:00", false],
    ["evening", "16:59", false],
    ["evening", "17:00", true],
  ])("%j of one at %s: %j", (said, time, fits) => {
    expect(says(said, at(time))).toBe(fits);
  });

  it.each([
    ["today", "2026-09-21", true],
    ["today", "2026-09-20", false],
    ["tomorrow", "2026-09-20", true],
    ["tomorrow", "2026-09-21", false],
  ])("%j on %s: %j", (said, today, fits) => {
    expect(says(said, haircut, today)).toBe(fits);
  });

  it.each([
    ["haircuts", true],
    ["hair", true],
    ["hai", false],
    ["cut", false],
    ["air", false],
    ["hair-cut", false],
    ["haircut-james", true],
    ["james-mila", false],
    ["jam", false],
    ["jameson", true],
    ["bjames", true],
    ["eljames", false],
    ["  (haircut) ,,james.:", true],
  ])("%j of a haircut with James: %j", (said, fits) => {
    expect(says(said, haircut)).toBe(fits);
  });

  it("are those of several services, each by itself", () => {
    const both = [...haircut.services, { id: "5", name: "Spa" }];
    expect(says("spa", { ...haircut, services: both })).toBe(true);
    expect(pick([{ ...haircut, services: both }], "", { services: ["Spa", "Haircut"] }).entry).not.toBeNull();
    expect(says("spacious", { ...haircut, services: both })).toBe(false);
    expect(wordsOf("the ... haircut, please!")).toEqual(["haircut"]);
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
