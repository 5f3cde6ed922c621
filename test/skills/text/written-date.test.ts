import { describe, expect, it } from "vitest";
import { writtenDate } from "../../../skills/text/written-date.ts";

describe("writtenDate", () => {
  it.each([
    ...[
      "2026-03-06",
      "2026-3-6",
      "2026/03/06",
      "2026.3.6",
      "2026-03-06T10:00",
      "2026-3-6 10:00",
      " 2026/3/6 ",
    ],
    ...["06.03.2026", "6.3.2026", "March 6, 2026", "Mar. 6th 2026", "6 March 2026", "6th of march, 2026"],
    ...["Friday, March 6, 2026", "Fri 6 Mar 2026", "6. March 2026 at 10:00"],
  ])("reads %j", (text) => {
    expect(writtenDate(text)).toBe("2026-03-06");
  });

  it.each([
    ["13/06/2026", "2026-06-13"],
    ["06/13/2026", "2026-06-13"],
    ["13-06-2026", "2026-06-13"],
    ["05/05/2026", "2026-05-05"],
    ["31.11.2026", "2026-11-31"],
    ["November 31, 2026", "2026-11-31"],
    ["2026-13-01", "2026-13-01"],
    ["September 1, 2026", "2026-09-01"],
  ])("reads %j as %s", (text, date) => {
    expect(writtenDate(text)).toBe(date);
  });

  it.each([
    ...[
      "",
      "tomorrow",
      "03/06/2026",
      "3-6-2026",
      "6 March",
      "March 2026",
      "2026",
      "20260306",
      "mayor 6, 2026",
    ],
    ...["2026-03-061", "12.5", "the 6 of March 2026 or later", "555-0175", "1/2/26"],
  ])("takes %j for none", (text) => {
    expect(writtenDate(text)).toBe("");
  });
});

describe("what stands around a date", () => {
  it.each([
    ["see 2026-3-6", ""],
    ["on 06.03.2026", ""],
    ["106.03.2026", ""],
    ["06.03.2026x", ""],
    ["06.03.2026 10:00", "2026-03-06"],
    ["the March 6, 2026", ""],
    ["March 6, 2026 at 10", "2026-03-06"],
    ["my Friday, March 6, 2026", ""],
    ["16 January 2026", "2026-01-16"],
    ["6 Mar 2026", "2026-03-06"],
    ["12/06/2026", ""],
    ["06/12/2026", ""],
    ["06.13.2026", "2026-13-06"],
  ])("%j is read as %j", (text, date) => {
    expect(writtenDate(text)).toBe(date);
  });
});
