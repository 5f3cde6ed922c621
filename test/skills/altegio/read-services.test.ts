import { describe, expect, it } from "vitest";
import {
  holdsServices,
  readServices,
  readStaff,
  readStaffServices,
} from "../../../skills/altegio/read-services.ts";

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

describe("a service", () => {
  const cut = {
    id: 7,
    title: "Cut",
    price_min: 40,
    price_max: "60.5",
    seance_length: "3600",
    category_id: 5,
  };
  it("is read with its terms", () => {
    const read = {
      ...{ id: "7", name: "Cut", label: "Cut", category: "", priceMin: "40", priceMax: "60.50" },
      ...{ seconds: 3600, longest: 3600, usual: "3600:40:60.50", prepaid: false, parts: [] },
    };
    expect(readServices([cut])).toEqual([read]);
    expect(readStaffServices({ services: [cut, { title: "no id" }, { id: "x" }] })).toEqual([
      { id: "7", terms: "3600:40:60.50" },
    ]);
    expect(readServices([{ id: 7 }])).toMatchObject([{ usual: "::", seconds: 0, priceMin: "" }]);
  });

  it("has its category in its label only where there are two of a name", () => {
    const category = [
      { id: 5, title: "Men" },
      { id: 6, title: "Women" },
    ];
    const labels = (...rows: readonly object[]) =>
      readServices({ services: rows.map((one, at) => ({ ...cut, id: at, ...one })), category } as never).map(
        ({ label }) => label,
      );
    expect(labels({})).toEqual(["Cut"]);
    expect(labels({}, { title: "Dye" }, { title: "cut", category_id: 6 })).toEqual([
      "Cut (Men)",
      "Dye",
      "cut (Women)",
    ]);
    expect(labels({ category_id: 9 }, {})).toEqual(["Cut", "Cut (Men)"]);
  });

  it("is composite only with parts that have ids", () => {
    expect(partsOf({ composite_details: [{ id: null }, { id: 10 }, {}] })).toEqual([["10"]]);
  });

  it("may be in a list, in a bare one too, or not be said", () => {
    expect([[], { services: [] }, {}, null, "x"].map((data) => holdsServices(data))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("a member of the staff", () => {
  const row = { id: 16, name: "James", specialization: "Barber" };
  it("is read with nothing of what is asked elsewhere", () => {
    const read = {
      id: "16",
      name: "James",
      label: "James",
      specialization: "Barber",
      services: [],
      terms: "",
    };
    expect(readStaff([row])).toEqual([read]);
    expect(readStaff([{ ...row, bookable: 1 }])).toEqual([read]);
  });

  it.each([{ bookable: 0 }, { fired: 1 }, { hidden: "1" }, { status: true }, { id: null }, { id: "x" }])(
    "is left out with %j",
    (change) => {
      expect(readStaff([{ ...row, ...change }])).toEqual([]);
    },
  );
});
