/** The checks of a set-up: on the simulator, and on an account over HTTP that plays a real one. */
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startAltegio, type AltegioServer } from "../../scripts/simulator/api/index.ts";
import { root } from "../assemble/built-module.ts";
import { withEnvironment } from "./environment.ts";
import { runCaptured } from "./run-captured.ts";

interface Outcome {
  readonly runs: readonly {
    readonly runtime: string;
    readonly checks: readonly { readonly title: string; readonly state: string; readonly says: string }[];
    readonly made: readonly { readonly entry: string; readonly state: string; readonly advice: string }[];
    readonly stopped: string;
  }[];
  readonly ok: boolean;
}

const tokens = {
  ALTEGIO_PARTNER_TOKEN: "demo-partner-token",
  ALTEGIO_USER_TOKEN: "demo-user-token",
  ALTEGIO_APPLICATION_ID: "1193",
  ALTEGIO_LOCATION_ID: undefined,
  ALTEGIO_API_URL: undefined,
};
const live = ["verify", "--live", "--location", "720441", "--phone", "+4915198765432"];

const titles = [
  "Services and availability",
  "Booking",
  "Existing appointment look-up",
  "Reschedule",
  "Cancellation",
];

/** An account on the clock of this machine; the settings lead to it. */
async function account(changed: Readonly<Record<string, string | undefined>> = {}): Promise<AltegioServer> {
  const server = await startAltegio({ now: () => new Date() });
  onTestFinished(() => server.close());
  withEnvironment({ ...tokens, ALTEGIO_API_URL: server.url, ...changed });
  return server;
}

function standing({ state }: AltegioServer): number {
  return state.records.filter(({ deleted }) => !deleted).length;
}

async function verified(...words: string[]) {
  const captured = await runCaptured(...words, "--json");
  for (const secret of ["demo-partner-token", "demo-user-token"]) {
    expect(captured.out + captured.err).not.toContain(secret);
  }
  return { ...captured, outcome: JSON.parse(captured.out) as Outcome };
}

test("Without words the artifact is checked on the simulator, in both runtimes.", async () => {
  withEnvironment({
    ...tokens,
    ALTEGIO_PARTNER_TOKEN: "of-a-real-account",
    ALTEGIO_API_URL: "http://127.0.0.1:9",
  });
  const { code, outcome } = await verified("verify");
  expect(outcome.runs.map(({ runtime }) => runtime)).toEqual(["node", "nsl"]);
  for (const { checks, made, stopped } of outcome.runs) {
    expect(checks.map(({ title, state }) => `${title} ${state}`)).toEqual(
      titles.map((title) => `${title} passed`),
    );
    expect(made).toEqual([expect.objectContaining({ state: "cancelled", advice: "" })]);
    expect(stopped).toBe("");
  }
  expect(code).toBe(0);
});

test("On an account over HTTP everything is done for real, and nothing is left.", async () => {
  const server = await account();
  const { code, outcome } = await verified(...live);
  expect(code).toBe(0);
  expect(outcome.runs.map(({ runtime }) => runtime)).toEqual(["node"]);
  expect(outcome.runs[0]?.checks.map(({ state }) => state)).toEqual(titles.map(() => "passed"));
  const writes = server.requests
    .filter(({ method, path }) => method !== "GET" && !path.includes("search"))
    .map(({ method, path }) => `${method} ${path.replace(/\/\d+(?:\/[0-9a-f]+)?$/u, "")}`);
  expect(writes).toEqual([
    "POST /api/v1/book_check",
    "POST /api/v1/book_record",
    "PUT /api/v1/record",
    "DELETE /api/v1/user/records",
  ]);
  expect(server.state.records).toHaveLength(1);
  expect(standing(server)).toBe(0);
});

test("A service and a member can be named, and what is not there is said.", async () => {
  const server = await account();
  const named = await verified(...live, "--service", "Pedicure", "--staff", "sofia rossi");
  expect(named.code).toBe(0);
  expect(named.outcome.runs[0]?.made[0]?.entry).toContain("Pedicure with Sofia Rossi on ");
  const unknown = await verified(...live, "--service", "Piercing");
  expect(unknown.code).toBe(1);
  expect(unknown.outcome.runs[0]?.checks).toEqual([
    expect.objectContaining({ state: "failed", says: expect.stringContaining("called Piercing") as string }),
  ]);
  expect(server.state.records).toHaveLength(1);
});

test("Without a user token the two checks that need it are skipped.", async () => {
  const server = await account({ ALTEGIO_USER_TOKEN: undefined });
  const { code, outcome } = await verified(...live);
  expect(outcome.runs[0]?.checks.map(({ state }) => state)).toEqual([
    "passed",
    "passed",
    "skipped",
    "skipped",
    "passed",
  ]);
  expect(code).toBe(0);
  expect(standing(server)).toBe(0);
});

test("Nothing real is done by halves of the words, by no tokens, or unasked.", async () => {
  const server = await account();
  for (const words of [
    ["verify", "--live"],
    ["verify", "--live", "--location", "720441"],
    ["verify", "--location", "720441"],
    ["verify", "--live", "--location", "720441", "--phone", "0151"],
  ]) {
    expect((await runCaptured(...words)).code).toBe(2);
  }
  withEnvironment({
    ALTEGIO_PARTNER_TOKEN: undefined,
    ALTEGIO_USER_TOKEN: undefined,
    ALTEGIO_APPLICATION_ID: undefined,
  });
  const bare = await runCaptured(...live);
  expect(bare).toMatchObject({ code: 2, out: "" });
  expect(bare.err).toContain("set ALTEGIO_APPLICATION_ID, ALTEGIO_PARTNER_TOKEN, ALTEGIO_USER_TOKEN");
  withEnvironment({ ...tokens, ALTEGIO_API_URL: "https://altegio.invalid" });
  const unasked = await runCaptured(...live);
  expect(unasked).toMatchObject({ code: 2, out: "" });
  expect(unasked.err).toContain(
    "book an appointment at location 720441 of Altegio and cancel it again at https://altegio.invalid, which is not on this machine. Nothing was sent.",
  );
  expect(server.requests).toHaveLength(0);
});

test("What cannot be cancelled is named with time, service and person, and how it is cancelled by hand.", async () => {
  const server = await account();
  server.faults.add({ method: "DELETE", path: "/**", times: 99, fault: { kind: "status", status: 500 } });
  const { code, out } = await runCaptured(...live);
  expect(code).toBe(1);
  expect(standing(server)).toBe(1);
  expect(out).toMatch(
    /STILL STANDING: Women's haircut with Anna Becker on \d{4}-\d\d-\d\d at \d\d:\d\d\. Open \d{4}-\d\d-\d\d in Altegio's calendar, in the column of Anna Becker, and delete the appointment at \d\d:\d\d with the comment "Verification [0-9a-f]{8}"\./u,
  );
  expect(server.state.records[0]?.comment).toMatch(/^Verification [0-9a-f]{8}$/u);
});

test("What a check leaves because it fails is cancelled all the same.", async () => {
  const server = await account();
  server.faults.add({ method: "PUT", path: "/record/**", times: 9, fault: { kind: "status", status: 422 } });
  const { code, outcome } = await verified(...live);
  expect(code).toBe(1);
  expect(outcome.runs[0]?.checks.map(({ title, state }) => `${title} ${state}`)).toEqual([
    "Services and availability passed",
    "Booking passed",
    "Existing appointment look-up passed",
    "Reschedule failed",
  ]);
  expect(outcome.runs[0]?.made[0]?.state).toBe("cancelled");
  expect(standing(server)).toBe(0);
});

test("A booking whose answer is lost is found by its comment and cancelled; without a user token it is told.", async () => {
  const server = await account();
  const lost = { method: "POST", path: "/book_record/*", fault: { kind: "reset-after-commit" } } as const;
  server.faults.add(lost);
  const found = await verified(...live);
  expect(found.outcome.runs[0]?.made.map(({ state }) => state)).toEqual(["cancelled"]);
  expect(standing(server)).toBe(0);
  withEnvironment({ ALTEGIO_USER_TOKEN: undefined });
  server.faults.add(lost);
  const doubtful = await runCaptured(...live);
  expect(doubtful.code).toBe(1);
  expect(doubtful.out).toMatch(/IT MAY STAND: .* No answer came to its booking\. Open .* delete it\./u);
  expect(standing(server)).toBe(1);
});

test("Ctrl+C after the booking: it is cancelled, and the verb ends by itself.", async () => {
  const server = await account();
  const child = spawn(process.execPath, [join(root, "scripts/cli/bin.mjs"), ...live], {
    env: { ...process.env, NO_COLOR: "1" },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += String(text)));
  child.stderr.on("data", (text: Buffer) => {
    err += String(text);
    if (err.includes("3 of 5") && !err.includes("Stopping.")) {
      child.kill("SIGINT");
    }
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, out, err }).toMatchObject({
    code: 1,
    out: expect.stringMatching(/booked and cancelled again:.*\n.*It was stopped\./u) as string,
    err: expect.stringContaining("Cancelling what still stands") as string,
  });
  expect(out).not.toContain("Cancellation");
  expect(server.state.records).toHaveLength(1);
  expect(standing(server)).toBe(0);
});

test("Tokens stay out of every channel, also where a service repeats them.", async () => {
  const planted = { partner: 'planted-"partner"-7f3a', user: "planted-user-91bc" };
  const echo = createServer((request: IncomingMessage, response) => {
    const message = `${request.headers.authorization ?? ""} ${request.url ?? ""}`;
    response.writeHead(401, { "content-type": "application/json" });
    response.end(JSON.stringify({ success: false, data: null, meta: { message }, title: message }));
  });
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void echo.close());
  withEnvironment({
    ...tokens,
    ALTEGIO_PARTNER_TOKEN: ` ${planted.partner} `,
    ALTEGIO_USER_TOKEN: planted.user,
    ALTEGIO_API_URL: `http://127.0.0.1:${String((echo.address() as AddressInfo).port)}`,
  });
  const runs = [
    await runCaptured(...live, "--verbose"),
    await runCaptured(...live, "--json"),
    await runCaptured(...live, "--service", planted.user),
    await runCaptured(...live, "--runtime", "nsl"),
  ];
  expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  for (const { out, err } of runs) {
    expect(out + err).not.toMatch(/planted-|7f3a|91bc/u);
    expect(out).toContain("Services and availability");
  }
});
