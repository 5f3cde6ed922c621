import { describe, expect, it } from "vitest";
import { meansAnybody } from "../../../skills/matching/anybody.ts";

describe("meansAnybody", () => {
  it.each([
    "",
    " ",
    "0",
    "Any",
    "anyone",
    "whoever is free",
    "whoever's free",
    "Anyone available, please!",
    "any stylist",
    "no matter who",
    "No preference",
    "doesn't matter",
    "I don't mind.",
    "no one in particular",
    "egal",
    "Ist mir egal",
    "wer gerade Zeit hat",
    "keine Präferenz",
    "irgendwer",
    "кто угодно",
    "Кто-нибудь",
    "любой",
    "любой мастер",
    "без разницы",
    "всё равно",
    "n'importe qui",
    "da igual",
  ])("holds for %j", (staff) => {
    expect(meansAnybody(staff)).toBe(true);
  });

  it.each([
    "Anna",
    "anyone but Anna",
    "Anna or anyone",
    "whoever is free except Jonas",
    "someone else",
    "the same person",
    "if she is free",
    "the barber",
    "не Анна",
    "Herr Frei",
    "Frei",
    "7105",
  ])("does not hold for %j", (staff) => {
    expect(meansAnybody(staff)).toBe(false);
  });
});
