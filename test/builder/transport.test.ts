/** The client under bad conditions: what is tried again, and what is said when it does not help. */
import { expect, test } from "vitest";
import { BuilderError, connect, isLocalAddress } from "../../scripts/builder/index.ts";
import { connected, writes } from "./connected.ts";
import { firstOf } from "./faulty-proxy.ts";

const project = {
  idn: "own",
  title: "Own",
  version: "",
  description: "",
  is_auto_update_enabled: false,
  registry_idn: null,
  registry_item_idn: null,
  registry_item_version: null,
};

async function failure(work: Promise<unknown>): Promise<BuilderError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof BuilderError) {
      return thrown;
    }
    throw thrown;
  }
  throw new Error("it went well");
}

test.each([429, 500, 502, 503, 504])("A GET that is answered with %d is tried again.", async (status) => {
  const { api, proxy } = await connected();
  proxy.spoil(firstOf(/projects/u, { status }, 2));
  expect(await api.projects()).toEqual([]);
  expect(proxy.seen.filter((request) => request.endsWith("/projects"))).toHaveLength(3);
});

test("A GET whose connection breaks is tried again.", async () => {
  const { api, proxy } = await connected();
  proxy.spoil(firstOf(/projects/u, "drop", 2));
  expect(await api.projects()).toEqual([]);
});

test("A POST is tried again after 429, for it was not worked off, but not after 500 or a broken connection.", async () => {
  const { api, proxy } = await connected();
  proxy.spoil(firstOf(/^POST .*projects/u, { status: 429 }));
  await api.createProject(project);
  expect(writes(proxy)).toHaveLength(2);
  proxy.spoil(firstOf(/^POST .*projects/u, { status: 500 }));
  expect((await failure(api.createProject({ ...project, idn: "second" }))).kind).toBe("server");
  proxy.spoil(firstOf(/^POST .*projects/u, "drop after"));
  expect((await failure(api.createProject({ ...project, idn: "third" }))).kind).toBe("network");
  expect(writes(proxy)).toHaveLength(4);
  expect((await api.projects()).map(({ idn }) => idn)).toEqual(["own", "third"]);
});

test("An expired token is renewed, one that ended early too, and only once.", async () => {
  const { api, proxy, account } = await connected();
  const tokens = () => proxy.seen.filter((request) => request.includes("/auth/")).length;
  await api.projects();
  await api.projects();
  expect(tokens()).toBe(1);
  account.pass(901);
  expect(await api.projects()).toEqual([]);
  expect(tokens()).toBe(2);
  proxy.spoil((request) => (request.includes("/projects") ? { status: 403 } : null));
  expect((await failure(api.projects())).kind).toBe("forbidden");
  expect(tokens()).toBe(3);
});

test.each([
  [401, "unauthorized", "NEWO_API_KEY"],
  [403, "forbidden", "may edit and publish"],
  [404, "not-found", "status"],
  [409, "exists", "status"],
  [422, "invalid", "Put right"],
  [429, "limit", "Wait a minute"],
  [500, "server", "not done twice"],
])("%d says what happened and what to do.", async (status, kind, advice) => {
  const { api, proxy } = await connected();
  proxy.spoil((request) =>
    request.includes("/projects") ? { status, body: { reason: "the reason" } } : null,
  );
  const error = await failure(api.projects());
  expect(error).toMatchObject({ kind });
  expect(error.message).toContain(`(${String(status)} to GET /api/v1/designer/projects)`);
  expect(error.message).toContain("It says: the reason");
  expect(error.message).toContain(advice);
});

test("A Builder that is not there is said to be not there.", async () => {
  const { api, close } = connect({
    baseUrl: "http://127.0.0.1:9",
    apiKey: "planted-key",
    patience: { maxRetries: 1, minTimeout: 1, maxTimeout: 1 },
  });
  const error = await failure(api.projects());
  expect(error.kind).toBe("network");
  expect(error.message).toMatch(/cannot be reached.*ECONNREFUSED[\s\S]*run this again/u);
  await close();
});

test("A page instead of the API is recognised.", async () => {
  const { api, proxy } = await connected();
  proxy.spoil((request) => (request.includes("/auth/") ? { status: 200, body: "<html></html>" } : null));
  expect((await failure(api.projects())).message).toContain("gives no token");
});

test("No error holds the key, also where the Builder repeats it.", async () => {
  const key = "planted/key+42";
  const { api, proxy } = await connected(key);
  expect((await failure(api.projects())).kind).toBe("unauthorized");
  proxy.spoil(() => ({
    status: 422,
    body: { reason: `no ${key} and no ${encodeURIComponent(key)}, Bearer abc.def.ghi` },
  }));
  const { message } = await failure(api.projects());
  expect(message).toContain("no [secret] and no [secret], [secret]");
});

test.each([
  ["", "k"],
  ["ftp://x", "k"],
  ["http://", "k"],
  ["http://localhost", ""],
  ["http://localhost", "two words"],
])("The settings %j and %j are refused before anything is sent.", (baseUrl, apiKey) => {
  expect(() => connect({ baseUrl, apiKey })).toThrow(BuilderError);
});

test("Only addresses of this machine are local.", () => {
  expect(["http://127.0.0.1:1", "http://localhost", "http://[::1]:3"].map(isLocalAddress)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["https://app.newo.ai", "http://localhost.example.com", ""].map(isLocalAddress)).toEqual([
    false,
    false,
    false,
  ]);
});
