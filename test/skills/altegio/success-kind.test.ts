import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../skills/altegio/read-answer.ts";
import { successKind } from "../../../skills/altegio/success-kind.ts";

const meta = { message: "An error has occurred" };

describe("successKind", () => {
  it.each([
    [200, { success: true, data: [1], meta: [] }, "answered"],
    [201, [{ record_id: 1, record_hash: "x" }], "answered"],
    [201, { success: true, data: [{ success: false }] }, "answered"],
    [200, { data: [{ id: 1, success: 0 }] }, "answered"],
    [200, { success: true, errors: {}, data: [1] }, "answered"],
    [204, "", "answered"],
    [200, { success: false, data: null, meta }, "refused"],
    [201, '{ "success" : false , "meta":{}}', "refused"],
    [200, { data: null, success: false, meta }, "refused"],
    [200, { data: null, meta, success: false }, "refused"],
    [200, { data: [{ success: false }], meta, success: true }, "answered"],
    [200, { success: "False" }, "refused"],
    [200, { success: "0" }, "refused"],
    [200, { success: 0 }, "refused"],
    [200, { errors: { code: 401, message: "Authentication needed." }, meta }, "refused"],
    [200, "", "empty"],
    [201, " null ", "empty"],
    [200, "<!DOCTYPE html><html></html>", "unreadable"],
    [201, '{"success":true,"data":[{"record_id":28', "unreadable"],
    [201, '{"success":true,"data":[{"record_id":28}', "unreadable"],
    [200, '{"success":true,"data":[{"id":1},{"id":2}]', "unreadable"],
    [200, '{"success":true,"data":{"title":"a}', "unreadable"],
    [200, '{"success":true,"data":{"title":"a\\\\"}', "unreadable"],
    [200, '[{"id":1},{"id":2}', "unreadable"],
    [200, '{"success":true,"data":[{"id":1}}', "unreadable"],
    [200, { success: true, data: { title: 'Cut } and "colour" ]' } }, "answered"],
    [200, { success: true, data: { title: "Cut \\" } }, "answered"],
  ])("takes %i %j as %s, and as a success only what is read as one", (status, given, kind) => {
    const result = { status, body: typeof given === "string" ? given : JSON.stringify(given) };
    expect(successKind(result)).toBe(kind);
    expect(readAnswer(result).ok).toBe(kind === "answered");
  });
});
