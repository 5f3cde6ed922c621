/** Every earlier release in an account that uses it, brought to the sources as they are now: what was promised is kept. */
import { expect, onTestFinished, test } from "vitest";
import { canvasAttribute, instructionAttribute, toolsAttribute } from "#sdk";
import { attributes } from "../../../attributes/index.ts";
import { unzipArtifact } from "../../../scripts/artifact/index.ts";
import type { Release } from "../../../scripts/registry/index.ts";
import { readStoredShapes } from "../../../scripts/release/index.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../../../scripts/sandbox/platform/index.ts";
import { startAltegio } from "../../../scripts/simulator/api/index.ts";
import { builtModule, root } from "../../assemble/built-module.ts";
import { earlierReleases } from "../../releases/earlier-releases.ts";
import { connected } from "../../setup/account.ts";
import { userContent } from "../../setup/user-content.ts";
import { now, projects, Scene, visit } from "./scene.ts";

const earlier = earlierReleases().map((release) => [release.version, release] as const);

/** The working tree as the release that is next. */
function current(): Release {
  const { manifest, maps, zip } = builtModule();
  const { registry, registryItemIdn: item, version } = manifest.identity;
  return { registry, item, version, date: "2026-12-01", changelog: "- Now.\n", zip, manifest, maps };
}

/** It keeps each wait in an attribute of its own. */
const firstForm = "0.0.1";

/** What is stored while something is under way has the flow's name behind this. */
const framesShape = "altegio_frames_";

function storedShapes(): ReadonlyMap<string, string> {
  return readStoredShapes(root, "module/stored-shapes.ts");
}

/** The names of all fields of a shape. */
function fieldsOf(shape: string): string[] {
  return [...shape.matchAll(/(\w+):/gu)].map(([, name = ""]) => name);
}

/** The names of all fields of a value, however deep. */
function keysOf(value: unknown): Set<string> {
  const own = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new Set(own.flatMap(([key, inner]) => [key, ...keysOf(inner)]));
}

/** What personas hold under an attribute. */
function personaValues({ account }: Sandbox, idn: string): string[] {
  return [...account.personas.values()].map(({ attributes: own }) => own.get(idn) ?? "");
}

/** Names of the attributes in which personas hold locals of suspended skills, in the form of any version. */
function framesOf({ account }: Sandbox): string[] {
  return [...account.personas.values()].flatMap(({ attributes: own }) =>
    [...own]
      .filter(([idn, text]) => /^altegio_frames?_/u.test(idn) && text.includes('"at":'))
      .map(([idn]) => idn),
  );
}

/** A text of the module on the canvas that a user has put into words of their own. */
const edited = "Step one, in the salon's own words.";

/** Changes a scenario of the module as a user does in the Builder: its text, and nothing around it. */
function editScenario(canvas: string): string {
  const all = JSON.parse(canvas) as { types: { items?: { idn: string; body: string }[] }[] };
  const scenario = all.types
    .flatMap(({ items = [] }) => items)
    .find(({ idn }) => idn === "altegio_scenario_book");
  expect(scenario).toBeDefined();
  const body = JSON.stringify(scenario?.body ?? "");
  expect(canvas.split(body)).toHaveLength(2);
  return canvas.replace(body, JSON.stringify(edited));
}

/** Adds a tool of the user's beside those that are there. */
function addTool(text: string): string {
  const all = JSON.parse(text) as { tools: Record<string, unknown> };
  return JSON.stringify({ ...all, tools: { ...all.tools, added_later: { description: "Added later." } } });
}

test.each(earlier)("%s: settings, edits and appointments come through the update.", async (_, old) => {
  const scene = await Scene.open();
  const { account } = scene;
  account.release(old);
  const id = await scene.install();
  await scene.enter({ ...userContent, ...connected });
  await scene.publish(id);
  expect(await scene.errors()).toEqual([]);
  expect(await scene.value("altegio_module_version")).toBe(old.version);
  const later = { ...visit, services: ["Pedicure"], staff: "Sofia Rossi", date: "2026-12-04", time: "15:00" };
  for (const wish of [visit, later]) {
    await scene.promise("book_appointment", { ...wish, confirmed: false });
    expect(await scene.promise("book_appointment", { ...wish, confirmed: true })).toContain("is booked");
  }
  expect(scene.appointments).toHaveLength(2);

  await scene.enter({
    altegio_existing_appointments_search_days: "44",
    altegio_availability_enabled: "False",
    [canvasAttribute]: editScenario(await scene.value(canvasAttribute)),
    [toolsAttribute]: addTool(await scene.value(toolsAttribute)),
  });
  const settings = await scene.attributes();
  account.release(current());
  await account.ask("POST", `${projects}/by-id/${id}/force-update`);
  expect(await scene.attributes()).toEqual(settings);
  await scene.publish(id);
  expect(await scene.errors()).toEqual([]);
  expect(await scene.value("altegio_setup_status")).toContain(`updated from ${old.version}`);

  const kept = [
    ...Object.keys({ ...userContent, ...connected }),
    "altegio_existing_appointments_search_days",
    "altegio_availability_enabled",
  ].filter((idn) => ![canvasAttribute, toolsAttribute, instructionAttribute].includes(idn));
  for (const idn of kept) {
    expect([idn, await scene.value(idn)]).toEqual([idn, settings.get(idn)?.value]);
  }
  expect(await scene.value(canvasAttribute)).toContain(edited);
  expect(await scene.value(instructionAttribute)).toContain(userContent[instructionAttribute]);
  const { tools } = JSON.parse(await scene.value(toolsAttribute)) as { tools: Record<string, unknown> };
  expect(tools).toMatchObject({
    my_tool: expect.anything() as unknown,
    added_later: { description: "Added later." },
  });
  expect(Object.keys(tools)).not.toContain("altegio_check_availability_tool");

  const cancelled = { appointment: "the haircut", date: visit.date, confirmed: true };
  expect(await scene.promise("cancel_appointment", cancelled)).toContain("cancelled");
  expect(scene.appointments).toHaveLength(1);
  const moved = { appointment: "the pedicure", date: later.date, time: "16:00", confirmed: true };
  expect(await scene.promise("reschedule_appointment", moved)).toContain("16:00");
  expect(scene.appointments).toHaveLength(1);
  expect(await scene.promise("find_appointments", {})).toMatch(
    /Pedicure with Sofia Rossi on Friday, December 4 at 16:00/u,
  );
  expect(await scene.errors()).toEqual([]);

  // The way back is refused, and said; the account stays as it is.
  const updated = await scene.attributes();
  await account.ask("PATCH", `${projects}/by-id/${id}`, {
    registry_idn: old.registry,
    registry_item_idn: old.item,
    registry_item_version: old.version,
  });
  await scene.publish(id);
  const status = await scene.value("altegio_setup_status");
  expect(status).toContain(`set up by ${current().version}, which is newer, so nothing was changed`);
  const rest = (all: typeof updated) => [...all].filter(([idn]) => idn !== "altegio_setup_status");
  expect(rest(await scene.attributes())).toEqual(rest(updated));
});

test.each(earlier)(
  "%s: what was under way when the update came claims no more than Altegio has, and the next look finds it.",
  async (_, old) => {
    const altegio = await startAltegio({ now: () => new Date(now) });
    onTestFinished(() => altegio.close());
    const sandbox = await createSandbox({
      artifact: unzipArtifact(old.zip),
      now: () => now,
      brain: scriptedBrain(),
      hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
      secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
    });
    onTestFinished(() => sandbox.close());
    await sandbox.install();
    for (const [idn, value] of Object.entries({ ...userContent, ...connected })) {
      sandbox.setAttribute(idn, value);
    }
    await sandbox.publish();
    const caller = sandbox.conversation({
      channel: "newo_voice/newo_voice_connector",
      externalId: visit.phone,
    });
    const held = sandbox.holdResults(({ method, url }) => method === "POST" && url.includes("/book_record/"));
    const first = await caller.say({
      user: "A women's haircut with Anna on Thursday at eleven. Nora Lindt. Yes.",
      agent: "I'm booking your appointment now.",
      tool: "altegio_book_appointment_tool",
      facts: { ...visit, confirmed: true },
    });
    expect(held.events).not.toHaveLength(0);
    if (old.version !== firstForm) {
      const line = personaValues(sandbox, `${framesShape}BookingFlow`).join("");
      expect([...keysOf(JSON.parse(line.slice(line.indexOf("{"))))]).toEqual(
        expect.arrayContaining(fieldsOf(storedShapes().get(framesShape) ?? "")),
      );
    }
    expect(first.answers.join(" ")).not.toMatch(/is booked/u);
    await sandbox.forceUpdate(unzipArtifact(current().zip));
    await sandbox.publish();
    const from = sandbox.events.length;
    held.stop();
    held.release();
    await sandbox.settle();
    const told = sandbox.events
      .slice(from)
      .filter(({ idn }) => idn === "urgent_message")
      .map((event) => String(event.arguments["baseInstruction"]));
    expect(told).toHaveLength(1);
    expect(framesOf(sandbox)).toEqual([]);
    // Altegio has it: that it stands is as true as that nobody knows.
    told.forEach((text) => {
      expect(text).toMatch(/not known|is booked and stands/u);
    });
    const booked = altegio.state.records.filter(({ online, deleted }) => online && !deleted);
    expect(booked).toHaveLength(1);
    const next = await caller.say({
      user: "What do I have?",
      agent: "I'm looking up your appointments now.",
      tool: "altegio_find_appointments_tool",
      facts: {},
    });
    expect(next.answers.join(" ")).toContain("11:00");
    const gone = await caller.say({
      user: "Cancel it. Yes.",
      agent: "I'm cancelling your appointment now.",
      tool: "altegio_cancel_appointment_tool",
      facts: { appointment: "the haircut", confirmed: true },
    });
    expect(gone.answers.join(" ")).toContain("cancelled");
    expect(sandbox.trace.of("error")).toEqual([]);
    // The list of stored shapes says what is really stored.
    for (const [idn, shape] of [...storedShapes()].filter(([key]) => key !== framesShape)) {
      const texts = [sandbox.getAttribute(idn), ...personaValues(sandbox, idn)].filter((text) => text !== "");
      expect(texts).not.toEqual([]);
      for (const text of texts) {
        expect([...keysOf(JSON.parse(text))]).toEqual(expect.arrayContaining(fieldsOf(shape)));
      }
    }
    expect(altegio.state.records.filter(({ online, deleted }) => online && !deleted)).toEqual([]);
  },
);
