/** The workbench as a person uses it, in a real browser. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  parseConversations,
  runConversation,
  openTheatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN } from "../../scripts/simulator/api/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { axeViolations, openBrowser, picture, type OpenBrowser } from "./browser.ts";
import { openBench } from "./open-bench.ts";

const views = ["Attributes", "Talk", "Calendar", "Trace", "Faults", "Updates"];

let browser: OpenBrowser;
let bench: Awaited<ReturnType<typeof openBench>>;
let page: Page;
const urls: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  bench = await openBench();
  page = await browser.open(bench.served.url, {}, (url) => urls.push(url));
});
afterAll(async () => {
  await browser.close();
  await bench.close();
});

async function show(view: string, on = page): Promise<void> {
  await on.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();
  await on.getByRole("heading", { name: view, level: 1 }).waitFor({ state: "attached" });
}

/** Until nothing goes on. */
async function quiet(): Promise<void> {
  await expect.poll(() => bench.bench.state.progress, { timeout: 30_000 }).toBeNull();
}

async function publish(until: string): Promise<void> {
  const { steps } = bench.bench.state;
  await page.getByRole("button", { name: "Publish All" }).click();
  await expect
    .poll(() => bench.bench.state.steps.slice(steps.length).at(-1)?.step.kind, { timeout: 60_000 })
    .toBe("publish");
  await page.getByRole("region", { name: "Set-up status" }).getByText(until).first().waitFor();
}

/** Says something, has the agent promise a tool, and answers what the skill asks. @returns what the agent is told */
async function promise(
  message: string,
  tool: string,
  answers: Readonly<Record<string, string | boolean>>,
): Promise<string> {
  const before = await page.locator(".told").count();
  await page.getByLabel("The caller says").fill(message);
  await page.getByRole("button", { name: tool, exact: true }).click();
  await page.getByText("What has the caller said so far?").waitFor();
  if (before === 0) {
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, "talk-question");
  }
  for (const [label, value] of Object.entries(answers)) {
    const field = page.getByLabel(label, { exact: true });
    await (typeof value === "boolean" ? field.setChecked(value) : field.fill(value));
  }
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await page.locator(".told").nth(before).waitFor();
  await quiet();
  return page.locator(".told").last().innerText();
}

/** Until it has the focus. */
async function focusOn(place: Locator): Promise<void> {
  await place.and(place.page().locator(":focus")).waitFor();
}

function lines(): readonly string[] {
  return bench.bench.state.calendar?.entries.map(({ line }) => line) ?? [];
}

const wish = { "Services (one a line)": "Women's haircut", Staff: "Anna", Date: "2026-10-20" };

describe("a person at the workbench", () => {
  test("configures the module, publishes, chooses the location and publishes again", async () => {
    await show("Trace");
    expect(await page.getByLabel("Step").locator("option:checked").innerText()).toBe(
      "Nothing has happened yet",
    );
    await page.getByText("What a step leads to stands here").waitFor();
    await show("Talk");
    await page.locator(".transcript").getByRole("link", { name: "Attributes" }).click();
    await page.getByRole("button", { name: /^Use the tokens/u }).click();
    const publishing = page.getByRole("button", { name: "Publish All" });
    await focusOn(publishing);
    await publish("choose one in");
    await focusOn(publishing);
    await page.getByRole("button", { name: "altegio_location_id" }).last().click();
    const location = page.locator("#altegio_location_id");
    await focusOn(location);
    await location.selectOption("Lindenhof Studio, Berlin (720441)");
    await publish("Catalogue: ");
    expect(await page.getByRole("region", { name: "Set-up status" }).innerText()).not.toContain("Missing");
    const hooks = bench.bench.trace(0).filter(({ title }) => title.startsWith("project_publish_finish "));
    expect(hooks).toHaveLength(2);
    await page.getByText("Module - AltegioIntegration: what you enter").waitFor();
    await picture(page, "attributes");
  });

  test("asks for free times and books: the appointment appears", async () => {
    await page.getByRole("link", { name: "Talk to the agent" }).click();
    await focusOn(page.getByLabel("The caller says"));
    expect(await promise("A haircut with Anna tomorrow?", "altegio_check_availability_tool", wish)).toContain(
      "12:00",
    );
    await focusOn(page.getByLabel("The caller says"));
    const booking = { ...wish, Time: "12:00", "Full name": "Nora Lindt" };
    expect(await promise("Noon. Nora Lindt.", "altegio_book_appointment_tool", booking)).toContain(
      "It is not booked yet",
    );
    expect(await promise("Yes, please.", "altegio_book_appointment_tool", { Confirmed: true })).toContain(
      "The appointment is booked",
    );
    expect(lines()).toEqual(["2026-10-20 12:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432"]);
    await page.getByRole("button", { name: /^12:00 Women's haircut/u }).waitFor();
    await page.evaluate("scrollTo(0, 0)");
    await picture(page, "talk");
  });

  test("drags it as the team, takes that back, and moves it with the keyboard", async () => {
    await show("Calendar");
    const entry = page.getByRole("button", { name: /Women's haircut/u });
    const slots = page.locator('[data-column="Anna Becker"]');
    const top = (await slots.boundingBox())?.y ?? 0;
    const box = await entry.boundingBox();
    await entry.dragTo(slots, {
      sourcePosition: { x: 20, y: 10 },
      targetPosition: { x: 20, y: (box?.y ?? 0) - top + 10 + 4 * 60 * 0.9 },
    });
    await expect.poll(() => lines()[0], { timeout: 30_000 }).toContain("2026-10-20 16:00");
    await picture(page, "calendar-day");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => lines()[0], { timeout: 30_000 }).toContain("2026-10-20 12:00");
    await quiet();
    await page.getByRole("button", { name: /^12:00/u }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Time").fill("");
    await page.keyboard.press("Enter");
    await page.getByLabel("Time").fill("18:00");
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, "calendar-dialog");
    await page.keyboard.press("Enter");
    await expect.poll(() => lines()[0], { timeout: 30_000 }).toContain("2026-10-20 18:00");
    await quiet();
    await focusOn(page.getByRole("button", { name: /^18:00 /u }));
    await page.getByRole("button", { name: "Week", exact: true }).click();
    const inWeek = page.getByRole("button", { name: /^18:00 Women's haircut/u });
    await inWeek.waitFor();
    await picture(page, "calendar-week");
    await inWeek.dragTo(page.locator('[data-day="2026-10-21"]'));
    await expect.poll(() => lines()[0], { timeout: 30_000 }).toContain("2026-10-21 18:00");
    await quiet();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => lines()[0], { timeout: 30_000 }).toContain("2026-10-20 18:00");
    await quiet();
  });

  test("looks at a skill beside its source, and sees no secret anywhere", async () => {
    await show("Trace");
    await page.getByLabel("Step").selectOption({ index: 4 });
    await page.locator(".tree > li").first().waitFor();
    const events = page.locator(".tree > li > details > summary");
    for (let at = 0; at < (await events.count()); at += 1) {
      await events.nth(at).click();
    }
    await page.locator(".tree .quiet").first().click();
    await page.getByRole("list", { name: "Compiled skill" }).waitFor();
    await page.getByRole("list", { name: "Compiled skill" }).getByRole("button").nth(1).click();
    expect(await page.locator(".skill-panel [role=status]").innerText()).toMatch(
      /^(skills|scripts)\/.*\.ts:\d+$/u,
    );
    await picture(page, "trace-tree");
    await page.locator(".skill-panel").getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Timeline" }).click();
    await picture(page, "trace-timeline");
    const everything = JSON.stringify([bench.bench.state, bench.bench.trace(0)]);
    expect(everything).toContain("[secret]");
    expect(everything).not.toContain(DEMO_PARTNER_TOKEN);
    expect(everything).not.toContain(DEMO_USER_TOKEN);
  });

  test("sees in the trace the line of a skill that has stopped, beside its source", async () => {
    const skill = "BookingFlow/BookAppointmentSkill";
    const row = { kind: "log", title: "", took: 1, at: 1, skill: "", detail: "", line: null };
    const earlier = Array.from({ length: bench.bench.state.steps.at(-1)?.traceFrom ?? 0 }, () => row);
    const rows = [
      ...earlier,
      { ...row, kind: "event", title: "altegio_book_appointment_tool (system/system)" },
      { ...row, kind: "error", title: "it has stopped", skill, line: 90 },
    ];
    await page.route("**/trace?*", (route) => route.fulfill({ json: rows }));
    await show("Talk");
    await show("Trace");
    await page.locator(".tree > li summary").first().click();
    const opener = page.getByRole("button", { name: `${skill}, line 90` });
    await opener.click();
    const line = page.getByRole("list", { name: "Compiled skill" }).getByRole("button", { pressed: true });
    await expect.poll(() => line.getAttribute("aria-label")).toMatch(/^Line 90: /u);
    await focusOn(line);
    await picture(page, "trace-error");
    await page.locator(".skill-panel").getByRole("button", { name: "Close", exact: true }).click();
    await focusOn(opener);
    await page.unroute("**/trace?*");
  });

  test("moves it in the conversation", async () => {
    await show("Talk");
    const tool = "altegio_reschedule_appointment_tool";
    const first = await promise("On Wednesday at noon, please.", tool, { Date: "2026-10-21", Time: "12:00" });
    expect(first).toContain("It is not moved yet");
    expect(lines()[0]).toContain("2026-10-20 18:00");
    const second = await promise("Yes, please.", tool, { Confirmed: true });
    expect(second).toContain("The appointment is moved");
    expect(lines()).toEqual(["2026-10-21 12:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432"]);
    await page.getByText("Wednesday 21 October").first().waitFor();
  });

  test("cancels in the conversation: the appointment vanishes", async () => {
    await show("Talk");
    const answers = { Confirmed: false };
    const first = await promise("Please cancel it.", "altegio_cancel_appointment_tool", answers);
    expect(first).toContain("12:00");
    const second = await promise("Yes.", "altegio_cancel_appointment_tool", { Confirmed: true });
    expect(second).not.toContain("not cancelled");
    expect(second).toContain("cancelled");
    expect(lines()).toEqual([]);
  });

  test("saves what was done as a conversation that plays again", async () => {
    const text = bench.bench.conversation();
    expect(text).not.toContain(DEMO_USER_TOKEN);
    const [script] = parseConversations(text, triedModule.simulator.words);
    const theatre = await openTheatre({ ...triedModule, artifact: builtArtifact() });
    try {
      const report = await runConversation(script as NonNullable<typeof script>, theatre);
      expect(report.faults).toEqual([]);
      expect(report.turns).toHaveLength(7);
    } finally {
      await theatre.close();
    }
  });

  test("switches a fault on: the agent says so instead of claiming anything", async () => {
    await show("Faults");
    await page.getByLabel("How many").selectOption("all, until switched off");
    const fault = page.getByRole("switch", { name: "The server fails (500)" });
    await fault.click();
    await expect.poll(() => fault.getAttribute("aria-checked"), { timeout: 30_000 }).toBe("true");
    await picture(page, "faults");
    await show("Talk");
    const told = await promise("And on Wednesday?", "altegio_check_availability_tool", {
      Date: "2026-10-21",
    });
    expect(told).not.toMatch(/Free times for|500/u);
    await show("Faults");
    const other = page.getByRole("switch", { name: "The answer is empty" });
    await other.click();
    await expect.poll(() => other.getAttribute("aria-checked"), { timeout: 30_000 }).toBe("true");
    await fault.click();
    await expect.poll(() => fault.getAttribute("aria-checked"), { timeout: 30_000 }).toBe("false");
    expect(bench.bench.state.disturbing.map(({ name }) => name)).toEqual(["empty-body"]);
    await quiet();
    await page.getByRole("button", { name: "Switch all off" }).click();
    await expect.poll(() => other.getAttribute("aria-checked"), { timeout: 30_000 }).toBe("false");
    await quiet();
    await page.getByLabel("Which requests").selectOption({ index: 1 });
    await page.getByLabel("How many").selectOption("the next one");
    await fault.click();
    await expect
      .poll(() => bench.bench.state.disturbing, { timeout: 30_000 })
      .toEqual([{ name: "status-500", request: expect.stringMatching(/^GET \//u), times: 1 }]);
    await quiet();
    await page.getByRole("button", { name: "Switch all off" }).click();
    await expect.poll(() => bench.bench.state.disturbing, { timeout: 30_000 }).toEqual([]);
    await quiet();
  });

  test("installs a release, edits a scenario and updates: the edit is kept, the rest is new", async () => {
    const updates = () => bench.bench.state.updates;
    const textOf = (name: string) => updates().scenarios.findLast((one) => one.name.includes(name))?.text;
    const [own, other] = ["Cancel an appointment", "Book an appointment"];
    const now = textOf(other);
    expect(now).toContain("appointment");
    await show("Updates");
    await page.getByLabel(/^AltegioIntegration in/u).selectOption("0.0.2");
    await page.getByRole("button", { name: "Install", exact: true }).click();
    await page.getByText("Not published: ").waitFor();
    expect(updates()).toMatchObject({ installed: "0.0.2", running: updates().sources });
    await page.getByRole("button", { name: "Start over" }).click();
    await expect.poll(() => updates().installed, { timeout: 30_000 }).toBe(updates().sources);
    await quiet();

    await page.getByLabel(/^AltegioIntegration in/u).selectOption("0.0.2");
    await page.getByRole("button", { name: "Install", exact: true }).click();
    await page.getByText("Nothing is published yet").waitFor();
    await show("Attributes");
    await page.getByRole("button", { name: /^Use the tokens/u }).click();
    await publish("choose one in");
    await page.getByLabel("Show Hidden").check();
    await page.locator("#altegio_location_id").selectOption("Lindenhof Studio, Berlin (720441)");
    await publish("Version: 0.0.2");
    await show("Updates");
    expect(textOf(other)).not.toBe(now);
    const card = page.locator("details.card").filter({ hasText: own }).last();
    await card.locator("summary").first().click();
    await card.getByLabel("Text").fill("My own words.");
    await card.getByRole("button", { name: "Save the edit" }).click();
    await page.getByText("edited here").waitFor();
    await page.getByRole("button", { name: /^Force Update/u }).click();
    await page.getByText(/^Your edit of .* was kept/u).waitFor();
    await quiet();
    expect(updates()).toMatchObject({ installed: updates().sources, running: updates().sources });
    expect(textOf(own)).toBe("My own words.");
    expect(textOf(other)).toBe(now);
    const { kept, changed } = updates().report ?? { kept: [], changed: [] };
    expect(kept.slice(1)).toEqual([
      "What was entered in 11 attributes was kept.",
      expect.stringMatching(/^Attributes: /u),
      expect.stringMatching(/^Tools: /u),
      expect.stringMatching(/^Scenarios: \d+ changed/u),
      expect.stringMatching(/^Skills: \d+ new, \d+ changed, \d+ removed\.$/u),
    ]);
    expect(changed.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Attribute /u),
        expect.stringMatching(/^Tool /u),
        expect.stringContaining(other),
      ]),
    );
    await page
      .locator("details", { has: page.locator(".diff") })
      .first()
      .locator("summary")
      .click();
    await page.locator(".diff .added").first().waitFor();
    await picture(page, "updates");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => updates().installed, { timeout: 60_000 }).toBe("0.0.2");
    await expect.poll(() => textOf(own), { timeout: 60_000 }).toBe("My own words.");
    expect(textOf(other)).not.toBe(now);
    await quiet();
  });

  test("meets no barrier in any view, light or dark, wide or narrow, without motion", async () => {
    const facts = { services: ["Women's haircut"], staff: "Anna", date: "2026-10-20", time: "12:00" };
    const said = {
      kind: "say",
      channel: "newo_voice/newo_voice_connector",
      caller: "+4915198765432",
    } as const;
    const book = { ...said, tool: "altegio_book_appointment_tool", brain: "facts" } as const;
    const full = { ...facts, full_name: "Nora Lindt" };
    for (const command of [
      { do: "restart" },
      { do: "connect" },
      { do: "step", step: { kind: "set", values: { altegio_location_id: "720441" } } },
      { do: "step", step: { kind: "publish" } },
      {
        do: "step",
        step: { ...book, message: "A haircut with Anna?", agent: "I'm booking it now.", facts: full },
      },
      {
        do: "step",
        step: { ...book, message: "Yes.", agent: "I'm booking it now.", facts: { ...full, confirmed: true } },
      },
      { do: "disturb", name: "status-500", request: "", times: 3 },
    ] as const) {
      expect(await bench.bench.run(command)).toEqual({ problem: "" });
    }
    expect(lines()).toHaveLength(1);
    for (const look of [
      { name: "light", width: 1280, scheme: "light" },
      { name: "light-360", width: 360, scheme: "light" },
      { name: "dark", width: 1280, scheme: "dark" },
      { name: "dark-360", width: 360, scheme: "dark" },
    ] as const) {
      const other = await browser.open(bench.served.url, { ...look, reducedMotion: "reduce" });
      for (const view of views) {
        await show(view, other);
        if (view === "Attributes") {
          await other.getByLabel("Show Hidden").check();
        } else if (view === "Trace") {
          await other.getByLabel("Step").selectOption({ index: 4 });
          await other.locator(".tree > li summary").first().click();
          await other.locator(".tree .quiet").first().click();
          await other.getByRole("list", { name: "Compiled skill" }).waitFor();
        } else if (view === "Updates") {
          await other.locator("details.card summary").first().click();
        }
        expect(await axeViolations(other), `${view}, ${look.name}`).toEqual([]);
        expect(
          await other.evaluate("document.documentElement.scrollWidth - innerWidth"),
          `${view}, ${look.name}: nothing sticks out`,
        ).toBeLessThanOrEqual(0);
        await picture(other, `${view.toLowerCase()}-${look.name}`);
      }
      await other.close();
    }
  });

  test("shows forty members of staff with names of any kind, and what stands for them", async () => {
    const { calendar, ...state } = bench.bench.state;
    const names = ["نورة عبد العزيز", "נורה לינדט", "🌸🌸", "Wolfeschlegelsteinhausenbergerdorff".repeat(3)];
    const columns = Array.from({ length: 40 }, (_, at) => `${names[at % 4] ?? ""} ${String(at)}`);
    const entries = columns.map((column, at) => ({
      ...{ day: "2026-10-19", start: 540 + 15 * at, column, minutes: at % 4 === 0 ? 5 : 45, who: column },
      ...{ title: names[3] ?? "", line: column },
    }));
    const crowded = { ...state, calendar: { ...calendar, columns, entries } };
    const other = await browser.open(bench.served.url, { width: 360 });
    await other.route("**/events", (route) =>
      route.fulfill({ contentType: "text/event-stream", body: `data: ${JSON.stringify(crowded)}\n\n` }),
    );
    await other.reload();
    for (const view of ["Calendar", "Talk"]) {
      await show(view, other);
      expect(await other.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
        0,
      );
    }
    await show("Calendar", other);
    const entry = (at: number) => other.locator(".entry").nth(at);
    await entry(0).focus();
    await other.keyboard.press("ArrowRight");
    await focusOn(entry(1));
    const hours = await other.locator(".hours").boundingBox();
    await entry(39).scrollIntoViewIfNeeded();
    expect(await other.locator(".hours").boundingBox()).toMatchObject({ x: hours?.x });
    await picture(other, "calendar-crowded");
    await other.close();
  });

  test("reaches every view and control with the keyboard alone", async () => {
    const other = await browser.open(bench.served.url);
    await other.getByRole("navigation", { name: "Views" }).waitFor();
    const reached = new Set<string>();
    for (let press = 0; press < 25; press += 1) {
      await other.keyboard.press("Tab");
      reached.add(String(await other.evaluate("document.activeElement.textContent.trim()")));
    }
    expect([...reached]).toEqual(expect.arrayContaining([...views, "Undo", "Publish All"]));
  });

  test("has asked nobody but this machine", () => {
    const own = new URL(bench.served.url).origin;
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => !url.startsWith(own) && !url.startsWith("data:"))).toEqual([]);
  });

  test("hears when the command has ended, and what to do", async () => {
    await bench.served.close();
    await page.getByText("The connection is lost. Start the command again").waitFor();
    await page.getByRole("button", { name: "+15 min" }).click();
    await page.getByText("The workbench does not answer. Is the command still running?").waitFor();
  });
});
