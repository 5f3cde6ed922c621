/** Every line of the set-up status is explained, and no line is that the hook cannot write. */
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { canvasAttribute, instructionAttribute, toolsAttribute } from "#sdk";
import { noteProblem } from "../../skills/lookups/note-problem.ts";
import { readStatusLines, statusFaults, unexplainedLines } from "../../scripts/docs/status-lines.ts";
import { sourceTexts } from "../../scripts/docs/source-texts.ts";
import { root } from "../assemble/built-module.ts";
import { altegioServer, api, denial, guardPage, marketplace, ok } from "../skills/altegio-shapes.ts";
import { MemoryHost, type HostOptions } from "../skills/memory-host.ts";
import { publish, statusOf } from "../skills/set-up-host.ts";
import { userContent } from "../setup/user-content.ts";

const server = altegioServer();
const lines = readStatusLines(root);

beforeEach(() => {
  const rights = { timetable: { timetable_access: true }, clients: { clients_access: false } };
  server.use(
    http.get(`${marketplace}/application/77/salons`, () =>
      ok([
        { id: 4564, title: "Business", city: "NY" },
        { id: 4565, title: "Business Two", city: "NY" },
      ]),
    ),
    http.get(`${api}/user/permissions/:id`, () => ok(rights)),
  );
});

const connected = {
  altegio_partner_token: "p",
  altegio_application_id: "77",
  altegio_location_id: "4564",
  altegio_user_token: "u",
};
const off = Object.fromEntries(
  attributes.filter(({ valueType }) => valueType === "bool").map(({ idn }) => [idn, "False"]),
);
const columns = (...kinds: readonly string[]): string =>
  JSON.stringify({ types: kinds.map((idn) => ({ idn, title: idn, items: [] })) });

describe("the texts of the publish hook", () => {
  it("are explained, each of them, and nothing else is", () => {
    expect(statusFaults(root, lines)).toEqual([]);
    expect(sourceTexts(root, lines.sources, lines.except).length).toBeGreaterThan(80);
  });

  it("are missed when one of them has no explanation", () => {
    const entries = lines.groups.flatMap((group) => group.lines);
    const unnoticed = entries.filter((missing) => {
      const groups = [{ title: "x", lines: entries.filter((entry) => entry !== missing) }];
      return statusFaults(root, { ...lines, groups }).length === 0;
    });
    // One word and what differs, or put together of texts that stand in other lines as well.
    expect(unnoticed.map(({ line }) => line.replace(/:.*/u, ""))).toEqual([
      "Connector",
      "Catalogue",
      "Tools",
      "Scenarios",
      "; <number and what was done> on the canvas",
      "Version",
      "Missing",
    ]);
  });

  it("are missed when an explanation is of none", () => {
    const groups = [
      ...lines.groups,
      { title: "x", lines: [{ line: "Attributes: some are glad", means: "x", do: "x" }] },
    ];
    expect(statusFaults(root, { ...lines, groups })).toEqual([
      'no source writes "Attributes: some are glad"',
    ]);
  });
});

describe("a status", () => {
  const situations: readonly [string, HostOptions, ...Parameters<typeof server.use>[]][] = [
    ["of an empty account", {}],
    ["with everything", { customer: connected }],
    ["with everything, on a canvas", { customer: { ...connected, ...userContent } }],
    ["with a canvas of some columns", { customer: { ...connected, [canvasAttribute]: columns("intents") } }],
    ["with a broken canvas", { customer: { ...connected, [canvasAttribute]: "{ broken" } }],
    ["with broken tools", { customer: { ...connected, [toolsAttribute]: "[]" } }],
    ["with everything switched off", { customer: { ...connected, ...off } }],
    ["with an edited instruction", { customer: { ...connected, [instructionAttribute]: "Be kind." } }],
    ["of a newer version", { customer: { altegio_module_version: "99.0.0" } }],
    ["of an older version", { customer: { ...connected, altegio_module_version: "0.0.1" } }],
    ["of no version", { customer: { ...connected, altegio_module_version: "mine" } }],
    ["with a connector that tells nothing", { customer: connected, connectorStatus: "" }],
    ["with a connector that stands", { customer: connected, connectorStatus: "stopped" }],
    [
      "with wrong settings",
      {
        customer: {
          altegio_partner_token: "Bearer p",
          altegio_application_id: "mine",
          altegio_location_id: "Salon",
          altegio_booking_enabled: "perhaps",
          altegio_existing_appointments_search_days: "many",
        },
      },
    ],
    ["without a location", { customer: { ...connected, altegio_location_id: "" } }],
    ["with another location", { customer: { ...connected, altegio_location_id: "9 (9)" } }],
  ];

  it.each(situations)("%s has only lines that the guide explains", async (_, options) => {
    const host = await publish(new MemoryHost(options));
    expect(unexplainedLines(statusOf(host), lines)).toEqual([]);
    // What the first publish has written may be found edited by the second.
    const edited = host.customer.get(canvasAttribute)?.replaceAll("CRITICAL STEP: ", "") ?? "";
    const block = host.customer.get(instructionAttribute)?.replaceAll("CRITICAL STEP: ", "") ?? "";
    const toolTexts = host.customer.get(toolsAttribute)?.replaceAll("Books a new", "My own") ?? "";
    host.customer
      .set(canvasAttribute, edited)
      .set(instructionAttribute, block)
      .set(toolsAttribute, toolTexts);
    expect(unexplainedLines(statusOf(await publish(host)), lines)).toEqual([]);
  });

  it.each([
    ["a refused token", () => denial(401, "Partner ID not specified")],
    ["missing rights", () => denial(403, "Access denied.")],
    ["an expired licence", () => denial(402, "renew the license in the branch with id: 4564")],
    ["an unknown path", () => HttpResponse.json({ success: false, meta: [] }, { status: 404 })],
    ["too many requests", () => new HttpResponse("", { status: 429 })],
    ["a page of HTML", () => guardPage()],
    ["no network", () => HttpResponse.error()],
    ["an empty list", () => ok([])],
  ])("after %s has only lines that the guide explains", async (_, answer) => {
    for (const path of [
      `${api}/company/:id`,
      `${api}/book_staff/:id`,
      `${api}/book_services/:id`,
      `${api}/user/permissions/:id`,
      `${marketplace}/application/77/salons`,
    ]) {
      server.use(http.get(path, answer as never));
      const host = await publish(new MemoryHost({ customer: connected }));
      expect(unexplainedLines(statusOf(host), lines)).toEqual([]);
    }
  });

  it("to which a conversation has added its problem is explained", async () => {
    const host = await publish(new MemoryHost({ customer: connected }));
    noteProblem(host.context(), "rate", "checking free times");
    expect(statusOf(host)).toContain("Last problem");
    expect(unexplainedLines(statusOf(host), lines)).toEqual([]);
  });

  it("with a line that nobody knows is found out", () => {
    expect(unexplainedLines("Settings: all in order\nAttributes: some are glad", lines)).toEqual([
      "Attributes: some are glad",
    ]);
  });
});
