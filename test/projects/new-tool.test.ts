/** `new tool` in a project of its own, outside of the toolkit's. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectCopy } from "../cli/broken-project.ts";
import { runCaptured } from "../cli/run-captured.ts";

test("A new tool of another module is registered at publish, and its first test passes in both runtimes.", async () => {
  const project = projectCopy();
  const made = await runCaptured("new", "tool", "confirm-visit", "--project", project, "--json");
  const { written, test: command } = JSON.parse(made.out) as { written: string[]; test: string };
  expect(made.code).toBe(0);
  expect(written).toContain("module/tools.ts");
  expect(command).toBe("npx altegio-module conversation run conversations/confirm-visit.yaml");
  expect(await runCaptured("check", "--project", project)).toMatchObject({ code: 0, out: "No errors.\n" });
  const played = await runCaptured(
    "conversation",
    "run",
    join(project, "conversations"),
    "--project",
    project,
  );
  expect(played).toMatchObject({ code: 0 });
  expect(played.out).toContain("2 conversations, all as written.");
});
