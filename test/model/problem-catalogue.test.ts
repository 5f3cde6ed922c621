import { describe, expect, test } from "vitest";
import { catalogue, type CatalogueName } from "../../scripts/model/problem-catalogue.ts";
import { problemCases } from "./problem-cases.ts";

const names = Object.keys(catalogue) as CatalogueName[];

describe("the catalogue", () => {
  test("has a code and a name of its own for every kind", () => {
    const codes = names.map((name) => catalogue[name].code);
    expect(new Set(codes).size).toBe(names.length);
    expect(codes.filter((code) => !/^MOD2\d{3}$/u.test(code))).toEqual([]);
    expect([...codes].sort()).toEqual(codes);
    expect(new Set(names.map((name) => catalogue[name].name)).size).toBe(names.length);
    expect(names.filter((name) => !/^model\/[a-z-]+$/u.test(catalogue[name].name))).toEqual([]);
  });

  test("has a case for every kind", () => {
    expect(Object.keys(problemCases).sort()).toEqual([...names].sort());
  });

  test.each(names)("%s is reported alone and in plain words", (name) => {
    const problems = problemCases[name]();
    expect(problems.map(({ code }) => code)).toEqual([catalogue[name].code]);
    const [problem] = problems;
    expect(problem?.name).toBe(catalogue[name].name);
    expect(problem?.severity).toBe(catalogue[name].severity);
    const words = `${problem?.message ?? ""} ${problem?.advice ?? ""}`;
    expect(words).not.toMatch(/undefined|NaN|\[object|must NOT|must match|instancePath/u);
    expect(problem?.message).toMatch(/^[A-Z"]/u);
  });
});

test("the value of a secret is not repeated in a message", () => {
  expect(JSON.stringify(problemCases.secretWithDefault())).not.toContain("hunter2");
});
