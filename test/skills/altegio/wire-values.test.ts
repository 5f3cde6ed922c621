import { describe, expect, it } from "vitest";
import { parseJson } from "#sdk";
import { wirePrice } from "../../../skills/altegio/wire-values.ts";

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
  ])("reads %s as %j", (written, price) => {
    expect(wirePrice(parseJson(written).value)).toBe(price);
  });
});
