import { describe, expect, it } from "vitest";
import { readServices } from "../../../skills/altegio/read-services.ts";

const row = { id: 20, title: "Makeover", is_composite: true };
const partsOf = (more: object) =>
  readServices({ services: [{ ...row, ...more }], category: [] }).map(({ parts }) => parts);

describe("readServices", () => {
  it.each([
    ["rows with ids", [{ id: 10 }, { id: "11" }], ["10", "11"]],
    ["rows that name services", [{ id: 1, service_id: 10 }, { service_id: 11 }], ["10", "11"]],
    ["a list inside", { services: [{ id: 10 }, { id: 11 }] }, ["10", "11"]],
    ["bare ids", [10, 11], ["10", "11"]],
    ["nothing", null, []],
    ["an empty list", [], []],
  ])("reads the parts of a composite service from %s", (_, composite_details, parts) => {
    expect(partsOf({ composite_details })).toEqual([parts]);
    expect(partsOf({ composite_details, is_composite: false })).toEqual([[]]);
  });
});
