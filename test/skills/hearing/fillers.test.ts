import { describe, expect, it } from "vitest";
import { withoutFillers } from "../../../skills/hearing/fillers.ts";

describe("withoutFillers", () => {
  it.each([
    ...[
      "",
      " ",
      "-",
      "—",
      "?",
      "...",
      "N/A",
      "n.a.",
      "NA",
      "unknown",
      "null",
      "None",
      "nil",
      "NIL",
      "undefined",
    ],
    ...["not provided", "Not specified.", "not_mentioned", "<unknown>", "[none]", "(not given)", "'null'"],
    ...[
      "not yet provided",
      "Not specified yet.",
      "not mentioned by the caller",
      "N/A - not provided",
      "unknown (not given)",
      "I don't know",
      "to be determined",
      "no last name",
      "No special requests",
      "未提供",
    ],
    ...[
      "the customer's name",
      "[Name]",
      "{{first_name}}",
      "to be advised",
      "phone number",
      "withheld",
      "YYYY-MM-DD",
    ],
    ...["sin preferencia", "pas de préférence", "nessuna preferenza", "keine Präferenz", "без предпочтений"],
    ...["the caller", "Customer", "keine Angabe", "k.A.", "nicht angegeben", "Der Kunde", "non précisé"],
    ...[
      "no especificado",
      "non specificato",
      "não informado",
      "nie podano",
      "не указано",
      "Клиент",
      "не вказано",
    ],
  ])("takes %j for not said", (text) => {
    expect(withoutFillers({ full_name: text, services: [text] })).toEqual({ full_name: "", services: [] });
  });

  it.each([
    ...[
      "Null Nilsson",
      "Nil Yılmaz",
      "Nada",
      "Anna",
      "no nuts please",
      "nothing too short",
      "not by the window, by the caller's wish",
      "unknown to me",
      "не указано имя врача",
    ],
    ...["unknown@example.com", "{quoted}", "A\nB", "0", "+49 151"],
  ])("leaves %j as it is", (text) => {
    expect(withoutFillers({ comment: text, services: [text, "-"] })).toEqual({
      comment: text,
      services: [text],
    });
  });

  it("leaves a member's name, a no and what is no text", () => {
    expect(withoutFillers({ confirmed: "no", comment: "no" })).toEqual({ confirmed: "no", comment: "" });
    const heard = { staff: "Nil", confirmed: false, other: null, list: [{ title: "Haircut" }, 5] };
    expect(withoutFillers(heard)).toEqual(heard);
    expect(withoutFillers({ staff: "not specified" })).toEqual({ staff: "" });
    expect(withoutFillers(null)).toEqual({});
  });

  it("takes a moment for not said that need not be on the location's clock, but no date that is written as one", () => {
    for (const moment of [
      "2026-10-20T08:00:00Z",
      "2026-10-20T08:00:00.000+02:00",
      "2026-10-20 08:00 -0500",
      "2026-10-20T08:00Z",
    ]) {
      expect(withoutFillers({ date: moment, time: moment })).toEqual({ date: "", time: "" });
    }
    const midnight = "2026-10-20T00:00:00Z";
    expect(withoutFillers({ date: midnight, time: midnight })).toEqual({ date: midnight, time: "" });
    const local = { date: "2026-10-20", time: "2026-10-20T08:00:00", note: "2026-10-20T08:00:00Z is mine" };
    expect(withoutFillers(local)).toEqual(local);
  });
});
