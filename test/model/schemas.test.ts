import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { findShapeFaults } from "../../scripts/model/shape-faults.ts";
import { schemas } from "../../scripts/model/schemas.ts";

describe.each(schemas)("the schema of $title", (schemaCase) => {
  test("is a schema", () => {
    const ajv = new Ajv({ strict: true });
    ajv.addKeyword("problems");
    expect([ajv.validateSchema(schemaCase.schema), ajv.errors]).toEqual([true, null]);
  });

  test.each(schemaCase.examples)("accepts example %#", (example) => {
    expect(findShapeFaults(schemaCase, example).map(({ name, path }) => ({ name, path }))).toEqual([]);
  });

  test.each(schemaCase.antiExamples)("refuses: $reason ($problem, example %#)", ({ example, problem }) => {
    expect(findShapeFaults(schemaCase, example).map(({ name }) => name)).toEqual([problem]);
  });
});
