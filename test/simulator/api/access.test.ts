import { describe, expect, test } from "vitest";
import { demoSalon, DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN } from "../../../scripts/simulator/api/index.ts";
import { at, booking, crmBooking, LOC, PARTNER, salonWith, start, USER, V2 } from "./harness.ts";

const refusal = (message: string) => ({ success: false, data: null, meta: { message } });
const VIENNA = 720443;

describe("who is calling", () => {
  test.each([
    ["no header", null, "Authentication needed."],
    ["an unknown partner token", "Bearer something-else", "Partner ID not specified"],
    ["an application id instead of a token", "Bearer 1193", "Partner ID not specified"],
    ["the token without Bearer", DEMO_PARTNER_TOKEN, "Partner ID not specified"],
    ["both tokens without the word User", `${PARTNER},${DEMO_USER_TOKEN}`, "Partner ID not specified"],
    ["an unknown user token", `${PARTNER}, User nobody`, "Authentication needed."],
  ])("%s is 401", async (_, auth, message) => {
    const { get } = await start();
    const reply = await get(`/book_services/${LOC}`, { auth });
    expect(reply.status).toBe(401);
    expect(reply.json).toEqual(refusal(message));
  });

  test("the company call has its own error shape", async () => {
    const { get } = await start();
    const reply = await get(`/company/${LOC}`, { auth: null });
    expect(reply.status).toBe(401);
    const message = "Authentication needed.";
    expect(reply.json).toEqual({ errors: { code: 401, message }, meta: { message } });
    const unknown = await get("/company/99");
    expect(unknown.status).toBe(404);
    expect(at(unknown.json, "errors", "code")).toBe(404);
  });

  test.each([
    ["GET", `/records/${LOC}`],
    ["POST", `/records/${LOC}`],
    ["GET", `/record/${LOC}/1`],
    ["PUT", `/record/${LOC}/1`],
    ["DELETE", `/record/${LOC}/1`],
    ["PUT", `/book_record/${LOC}/1`],
    ["POST", `/company/${LOC}/clients/search`],
    ["GET", `/user/permissions/${LOC}`],
  ])("%s %s needs a user token", async (method, path) => {
    const { call } = await start();
    const reply = await call(method, path);
    expect(reply.status).toBe(401);
    expect(reply.json).toEqual(refusal("Authentication needed."));
  });
});

describe("what the caller may do", () => {
  test.each([
    ["GET", `/records/${VIENNA}`, "Not enough rights"],
    ["GET", `/record/${VIENNA}/1`, "Not enough rights"],
    ["POST", `/company/${VIENNA}/clients/search`, "No company management rights"],
    ["GET", `/user/permissions/${VIENNA}`, "No company management rights"],
    ["PUT", `/book_record/${VIENNA}/28`, "You cannot manage the record with id 28"],
  ])("%s %s of a location the user is not linked to is 403", async (method, path, message) => {
    const { call } = await start();
    const reply = await call(method, path, { auth: USER });
    expect(reply.status).toBe(403);
    expect(reply.json).toEqual(refusal(message));
  });

  test.each([
    ["GET", `/records/${LOC}`, undefined],
    ["POST", `/records/${LOC}`, crmBooking()],
    ["POST", `/company/${LOC}/clients/search`, {}],
  ])("%s %s without the right itself is 403", async (method, path, body) => {
    const salon = demoSalon();
    const users = salon.users.map((user) => ({
      ...user,
      rights: [{ locationId: LOC, permissions: { clients: { clients_access: false } } }],
    }));
    const { asUser } = await start({ salon: { ...salon, users } });
    const reply = await asUser(method, path, body);
    expect(reply.status).toBe(403);
    expect(reply.json).toEqual(refusal("Not enough rights"));
  });

  test("an ended licence closes the API, but company and book_staff stay readable", async () => {
    const { get, post, asUser } = await start({ salon: salonWith(() => ({ licenceActive: false })) });
    const message = `It is necessary to renew the license in the branch with id: ${LOC}`;
    const search = await asUser("POST", `/company/${LOC}/clients/search`, {});
    expect([search.status, search.json]).toEqual([402, refusal(message)]);
    const records = await asUser("GET", `/records/${LOC}`);
    expect([records.status, records.json]).toEqual([403, refusal(message)]);
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(403);
    expect((await get(`/company/${LOC}`)).status).toBe(200);
    expect((await get(`/book_staff/${LOC}`)).status).toBe(200);
  });

  test("any location is readable with a partner token", async () => {
    const { get } = await start();
    expect((await get(`/company/${VIENNA}`)).status).toBe(200);
    expect((await get(`/book_staff/${VIENNA}`)).status).toBe(200);
  });
});

describe("the form of a request", () => {
  test.each([["/book_services/99"], ["/book_services/abc"], ["/nothing/here"], [`/records/${LOC}/28`]])(
    "unknown %s is 404 with empty meta",
    async (path) => {
      const { get } = await start();
      const reply = await get(path, { auth: USER });
      expect(reply.status).toBe(404);
      expect(reply.json).toEqual({ success: false, data: null, meta: [] });
    },
  );

  test.each([
    ["DELETE", `/book_record/${LOC}/1/abc`],
    ["POST", `/book_services/${LOC}`],
  ])("%s %s is 405", async (method, path) => {
    const { call } = await start();
    const reply = await call(method, path);
    expect(reply.status).toBe(405);
    expect(reply.json).toEqual(refusal("MethodNotAllowed"));
  });

  test.each([
    ["not JSON", "{", "application/json"],
    ["a JSON list", "[]", "application/json"],
    ["nothing", undefined, "application/json"],
    ["JSON sent as a form", JSON.stringify(booking()), "application/x-www-form-urlencoded"],
  ])("a body that is %s is 400 and books nothing", async (_, body, contentType) => {
    const { server, call } = await start();
    const reply = await call("POST", `/book_record/${LOC}`, { body, contentType });
    expect(reply.status).toBe(400);
    expect(server.state.records).toEqual([]);
  });

  test("Content-Type is required even on GET", async () => {
    const { get } = await start();
    expect((await get(`/book_services/${LOC}`, { contentType: null })).status).toBe(400);
    expect(
      (await get(`/book_services/${LOC}`, { contentType: "application/json; charset=utf-8" })).status,
    ).toBe(200);
  });

  test("without the v2 media type answers are bare and errors have the legacy shape", async () => {
    const { get } = await start();
    for (const accept of ["application/json", "application/vnd.api.v3+json"]) {
      const good = await get("/countries", { accept });
      expect(Array.isArray(good.json)).toBe(true);
      const bad = await get(`/book_services/99`, { accept });
      expect(bad.status).toBe(404);
      expect(bad.json).toEqual({
        errors: { code: 404, message: "Not Found" },
        meta: { message: "Not Found" },
      });
    }
    expect(at((await get("/countries", { accept: `${V2}; charset=utf-8` })).json, "success")).toBe(true);
  });
});

test("no token reaches the request log", async () => {
  const { server, get, post } = await start();
  await get(`/book_services/${LOC}`, { auth: USER });
  await get(`/book_services/${LOC}?token=${DEMO_USER_TOKEN}`, { auth: "Bearer somebody-elses-secret" });
  await post(`/book_record/${LOC}`, booking({ comment: `my token is ${DEMO_PARTNER_TOKEN}` }));
  await post(`/book_check/${LOC}`, "somebody-elses-secret", { auth: "Bearer somebody-elses-secret" });
  const log = JSON.stringify(server.requests);
  for (const token of [DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN, "somebody-elses-secret"]) {
    expect(log).not.toContain(token);
  }
  expect(server.requests.map(({ authorization, status }) => [authorization, status])).toEqual([
    ["partner+user", 200],
    ["partner", 401],
    ["partner", 201],
    ["partner", 401],
  ]);
  expect(server.requests[1]?.query).toEqual([["token", "[redacted]"]]);
  expect(at(server.requests[2]?.body, "comment")).toBe("my token is [redacted]");
});
