import { describe, expect, test } from "vitest";
import type { Scene } from "./answer-kinds.ts";
import { judge, kindsOf } from "./judge.ts";

const booked = "The appointment is booked: Pedicure on Tuesday, October 20 at 10:00. Tell the caller.";
const unknown =
  "It could not be confirmed whether the appointment was made: Pedicure on Tuesday, October 20 at 10:00. Tell the caller so.";
const cancelled =
  "The appointment is cancelled: Pedicure on Tuesday, October 20 at 10:00. Tell the caller, and ask whether there is anything else.";
const moved =
  "The appointment is moved: it is now Pedicure on Thursday, October 22 at 14:00, instead of Pedicure on Tuesday, October 20 at 10:00. Tell the caller.";

const entry = (status: string, datetime = "2026-10-20T10:00:00+02:00", record_id = "7") => ({
  record_id,
  datetime,
  status,
});

const nothing: Scene = { standing: [], stored: [] };
const kept: Scene = { standing: ["2026-10-20 10:00"], stored: [entry("booked")] };
const open: Scene = { standing: [], stored: [entry("unconfirmed", undefined, "")] };

describe("what is said is judged by what is", () => {
  test.each<[string, string, Scene]>([
    ["a booking that stands and is kept", booked, kept],
    ["an open booking that is kept as such", unknown, open],
    ["an open booking that was made", unknown, { ...open, standing: ["2026-10-20 10:00"] }],
    ["a cancellation", cancelled, { standing: [], stored: [entry("cancelled")] }],
    ["a move", moved, { standing: ["2026-10-22 14:00"], stored: [entry("booked", "2026-10-22T14:00:00")] }],
    ["a denial with nothing made", "The booking system is busy. Nothing is booked.", nothing],
    ["a denial beside what was booked before", "The booking system is busy. Nothing is booked.", kept],
  ])("true: %s", (_, text, scene) => {
    expect(judge([text], scene).faults).toEqual([]);
  });

  test.each<[string, string, Scene]>([
    ["a booking that is nowhere", booked, nothing],
    ["a booking that Altegio does not have", booked, { ...kept, standing: [] }],
    ["a booking that is not kept", booked, { ...kept, stored: [] }],
    ["a booking at another time", booked, { standing: ["2026-10-20 11:00"], stored: kept.stored }],
    ["a booking made twice", booked, { ...kept, standing: [...kept.standing, ...kept.standing] }],
    ["a record kept twice", booked, { ...kept, stored: [entry("booked"), entry("booked")] }],
    ["an open booking that is forgotten", unknown, nothing],
    ["an open booking that is kept as booked", unknown, kept],
    [
      "an open booking that was made twice",
      unknown,
      { ...open, standing: [...kept.standing, ...kept.standing] },
    ],
    ["a cancellation of what stands", cancelled, kept],
    ["a cancellation that is kept as booked", cancelled, { ...kept, standing: [] }],
    ["a move that left the old one", moved, kept],
    ["a denial of what was made", "The booking system is busy. Nothing is booked.", { ...kept, stored: [] }],
    ["a sentence of no kind", `${booked} All is well.`, kept],
    ["no word of how things stand", "Tell the caller.", nothing],
    ["an id", `${booked} If asked, the number is 2820023.`, kept],
  ])("false: %s", (_, text, scene) => {
    expect(judge([text], scene).faults).not.toEqual([]);
  });
});

test("an answer is of the kinds of its sentences", () => {
  expect(kindsOf(`${booked} Nothing is moved.`)).toEqual(["booked", "not moved"]);
  expect(() => kindsOf("All is well.")).toThrow("not of any kind");
});
