import { describe, expect, it } from "vitest";
import { isPartOfName, isSameName } from "../../../skills/matching/same-name.ts";

describe("isSameName", () => {
  it.each([
    ["James Smith", "James Smith", true],
    ["smith james", "James Smith", true],
    ["James Smith", "James Paul Smith", true],
    ["Джеймс Смит", "Dzheims Smit", true],
    ["James", "James Smith", false],
    ["James", "James", true],
    ["James Smyth", "James Smith", true],
    ["James Smart", "James Smith", false],
    ["", "", false],
    ["", "James", false],
    ["James Smith", "", false],
  ])("%j for %j: %s", (given, known, same) => {
    expect(isSameName(given, known)).toBe(same);
  });

  it.each([
    ["Klara Weiss", "Clara Weiß"],
    ["Юлия Иванова", "Yulia Ivanova"],
    ["Julia Iwanowa", "Юлия Иванова"],
    ["Yuliia Ivanova", "Юлия Сергеевна Иванова"],
    ["Клара Вайс", "Clara Weiss"],
    ["Jörg Müller", "Joerg Mueller"],
    ["Sarah Schmidt", "Сара Шмит"],
    ["Petra Braun", "Petra"],
    ["Mrs Petra Braun", "Petra Braun"],
    ["Clara Maria Weiss", "Clara Weiss"],
  ])("takes %j for %j", (given, known) => {
    expect(isSameName(given, known)).toBe(true);
  });

  it.each([
    ["Laura Weiss", "Clara Weiss"],
    ["Mara Weiss", "Maria Weiss"],
    ["Mats Weiss", "Mac Weiss"],
    ["Otto Braun", "Petra Braun"],
    ["Otto Braun", "Petra"],
    ["Frau Braun", "Petra Braun"],
    ["Petra", "Petra Braun"],
    ["Petra Petra", "Petra Braun"],
    ["Anna Maria Julia Petra", "Petra"],
    ["Anna Maria Petra", "Petra"],
    ["Anna\nPetra", "Petra"],
    ["Petra\r\nBraun", "Petra Braun"],
    ["Anna / Petra", "Petra"],
    ["Anna; Petra", "Petra"],
    ["Anna & Petra", "Petra"],
    ["Anna Julia Clara Weiss", "Clara Weiss"],
    ["Dr. Braun", "Petra Braun"],
    ["4915112345678", "4915112345678"],
    ["?", "?"],
  ])("does not take %j for %j", (given, known) => {
    expect(isSameName(given, known)).toBe(false);
  });
});

describe("isPartOfName", () => {
  it.each([
    ["Petra", "Petra Braun", true],
    ["Mrs. Braun", "Petra Braun", true],
    ["Herr Braun", "Otto Braun", true],
    ["Petra Braun", "", true],
    ["Otto Braun", "Petra Braun", false],
    ["Otto", "Petra Braun", false],
    ["Mrs", "Petra Braun", false],
  ])("%j for %j: %s", (given, known, part) => {
    expect(isPartOfName(given, known)).toBe(part);
  });
});
