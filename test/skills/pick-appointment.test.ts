import { describe, expect, it } from "vitest";
import { pickAppointment } from "../../skills/shared/pick-appointment.ts";
import { simpleName } from "../../skills/shared/simple-name.ts";
import { coloring, haircut } from "./own-appointments.ts";

const early = {
  ...haircut,
  record_id: "3",
  datetime: "2026-09-21T09:00:00-05:00",
  staff: { id: "48", name: "Anna" },
};
const list = [haircut, coloring, early];
const picked = (said: string, date = ""): string | undefined =>
  pickAppointment(list, said, date).entry?.record_id;

describe("pickAppointment", () => {
  it.each([
    ["1", "2820023"],
    ["3", "3"],
    ["2820024", "2820024"],
    ["the colouring", undefined],
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
    expect(pickAppointment(list, "the haircut", "2026-09-22").question).toContain(
      "No appointment that was made here",
    );
  });

  it("takes an appointment that was made anew rather than the cancelled one it replaces", () => {
    const gone = { ...haircut, record_id: "1", status: "cancelled" };
    expect(pickAppointment([gone, haircut], "haircut", "").entry).toEqual(haircut);
    expect(pickAppointment([gone, early], "haircut", "").question).toContain("(already cancelled)");
    expect(pickAppointment([haircut], "", "").entry).toEqual(haircut);
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
