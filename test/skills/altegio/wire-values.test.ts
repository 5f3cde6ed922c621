import { describe, expect, it } from "vitest";
import { parseJson } from "#sdk";
import { wireId, wireName, wirePrice } from "../../../skills/altegio/wire-values.ts";

describe("wirePrice", () => {
  it.each([
    ["12.5", "12.50"],
    ["12.50", "12.50"],
    ['"12.5"', "12.50"],
    ['"12.50"', "12.50"],
    ["12.55", "12.55"],
    ["100.5", "100.50"],
    ["12", "12"],
    ["12.0", "12"],
    ["0", "0"],
    ['""', ""],
    ["null", ""],
    ['"12.5 EUR"', ""],
    ['"5"', "5"],
    ["1234567.5", "1234567.50"],
    ['" 5 "', "5"],
  ])("reads %s as %j", (written, price) => {
    expect(wirePrice(parseJson(written).value)).toBe(price);
  });
});

describe("wireId", () => {
  it.each([
    [5, "5"],
    ["5", "5"],
    ["12345678901234567890", "12345678901234567890"],
    ["123456789012345678901", ""],
    ["5x", ""],
    ["x5", ""],
    ["5\n6", ""],
    ["x y\nz", ""],
    [null, ""],
  ])("reads %j as %j", (value, id) => {
    expect(wireId(value)).toBe(id);
  });
});

it("a name has 120 characters at most", () => {
  const long = "a".repeat(119) + "bcd";
  expect(wireName(long)).toBe("a".repeat(119) + "b");
  expect([long.slice(0, 120), long.slice(0, 121)].map((name) => wireName(name).length)).toEqual([120, 120]);
  expect(wireName("Anna")).toBe("Anna");
});
