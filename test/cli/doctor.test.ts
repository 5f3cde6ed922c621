/** What the doctor finds: on this machine, in a simulated account, at a local Builder. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { demoSalon, startAltegio, type AltegioServer } from "../../scripts/simulator/api/index.ts";
import type { SalonData } from "../../scripts/simulator/api/index.ts";
import { localAccount } from "../builder/local-account.ts";
import { projectCopy } from "./broken-project.ts";
import { withEnvironment } from "./environment.ts";
import { runCaptured } from "./run-captured.ts";

interface Finding {
  readonly subject: string;
  readonly state: string;
  readonly says: string;
  readonly advice: string;
}

const nothing = {
  NEWO_API_KEY: undefined,
  NEWO_BASE_URL: undefined,
  ALTEGIO_PARTNER_TOKEN: undefined,
  ALTEGIO_USER_TOKEN: undefined,
  ALTEGIO_APPLICATION_ID: undefined,
  ALTEGIO_LOCATION_ID: undefined,
  ALTEGIO_API_URL: undefined,
};
const tokens = {
  ALTEGIO_PARTNER_TOKEN: "demo-partner-token",
  ALTEGIO_USER_TOKEN: "demo-user-token",
  ALTEGIO_APPLICATION_ID: "1193",
  ALTEGIO_LOCATION_ID: "720441",
};

async function altegio(salon: SalonData = demoSalon()): Promise<AltegioServer> {
  const server = await startAltegio({ now: () => new Date("2026-10-19T08:00:00Z"), salon });
  onTestFinished(() => server.close());
  return server;
}

async function examined(code: number, ...words: string[]): Promise<Map<string, Finding>> {
  const run = await runCaptured("doctor", "--json", ...words);
  expect(run.code).toBe(code);
  const { findings, ok } = JSON.parse(run.out) as { findings: Finding[]; ok: boolean };
  expect(ok).toBe(code === 0);
  expect(findings.filter(({ state, advice }) => state !== "good" && advice === "")).toEqual([]);
  for (const secret of ["demo-partner-token", "demo-user-token", "spoiled-token"]) {
    expect(run.out + run.err).not.toContain(secret);
  }
  return new Map(findings.map((finding) => [finding.subject, finding]));
}

test("Without any account the machine is looked at, and it is said how the rest can be.", async () => {
  withEnvironment(nothing);
  const found = await examined(0);
  expect([...found].map(([subject, { state }]) => `${subject} ${state}`)).toEqual([
    "Node good",
    "Python good",
    "Altegio skipped",
    "Builder skipped",
  ]);
  expect(found.get("Node")?.says).toContain(process.versions.node);
  expect(found.get("Python")?.says).toMatch(/^Jinja2 3\.\d/u);
});

test("An account with all rights is good, and nothing but reading reaches it.", async () => {
  const server = await altegio();
  withEnvironment({ ...nothing, ...tokens, ALTEGIO_API_URL: server.url });
  const found = await examined(0);
  expect(found.get("Application")?.says).toMatch(/installed in \d locations/u);
  expect(found.get("Location")?.says).toContain("Lindenhof Studio");
  expect(found.get("Services")?.says).toMatch(/^\d+ can be booked online$/u);
  expect(found.get("User token")).toMatchObject({ state: "good" });
  expect(server.requests.length).toBe(4);
  expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
});

test.each([
  [
    "ALTEGIO_PARTNER_TOKEN",
    "spoiled-token",
    ["Application", "Location", "Services", "User token"],
    "partner token",
  ],
  ["ALTEGIO_USER_TOKEN", "spoiled-token", ["User token"], "user token"],
  ["ALTEGIO_APPLICATION_ID", "77", ["Application"], "application id"],
  ["ALTEGIO_LOCATION_ID", "1", ["Location", "Services", "User token"], "location id"],
])(
  "With another %s the account is not good, and it is said what to copy anew.",
  async (name, value, subjects, advice) => {
    const server = await altegio();
    withEnvironment({ ...nothing, ...tokens, [name]: value, ALTEGIO_API_URL: server.url });
    const found = await examined(1);
    const wrong = [...found.values()].filter(({ state }) => state === "wrong");
    expect(wrong.map(({ subject }) => subject)).toEqual(subjects);
    expect(wrong.map((finding) => finding.advice).join(" ")).toContain(advice);
  },
);

test("A right that is missing is named.", async () => {
  const salon = demoSalon();
  const users = salon.users.map((user) => ({
    ...user,
    rights: user.rights.map((right) => ({
      ...right,
      permissions: {
        ...right.permissions,
        clients: { ...right.permissions["clients"], clients_access: false },
      },
    })),
  }));
  const server = await altegio({ ...salon, users });
  withEnvironment({ ...nothing, ...tokens, ALTEGIO_API_URL: server.url });
  const found = await examined(1);
  expect(found.get("User token")).toMatchObject({ state: "wrong", says: "it lacks clients_access" });
});

test("No network is a finding like others.", async () => {
  withEnvironment({ ...nothing, ...tokens, ALTEGIO_API_URL: "http://127.0.0.1:9" });
  const found = await examined(1);
  expect(found.get("Location")?.advice).toContain("Check the network");
});

test("Tokens are read from .env, and a Builder is asked whose account it is.", async () => {
  const account = await localAccount();
  const project = projectCopy();
  withEnvironment(nothing);
  const lines = [`NEWO_BASE_URL=${account.url}`, `NEWO_API_KEY=${account.builder.apiKey}`];
  writeFileSync(join(project, ".env"), lines.join("\n"));
  const found = await examined(0, "--project", project);
  expect(found.get("Builder")?.says).toContain(`at ${account.url}`);
  writeFileSync(join(project, ".env"), `NEWO_BASE_URL=${account.url}\nNEWO_API_KEY=spoiled-token`);
  const refused = await examined(1, "--project", project);
  expect(refused.get("Builder")).toMatchObject({ state: "wrong" });
});

test("For people each finding is a line, with what to do below it.", async () => {
  withEnvironment(nothing);
  const { code, out } = await runCaptured("doctor");
  expect(code).toBe(0);
  expect(out).toMatch(/^ok {7}Node: /u);
  expect(out).toMatch(/not yet {2}Builder: There is no NEWO_API_KEY\.\n {9}Set it with NEWO_BASE_URL/u);
});
