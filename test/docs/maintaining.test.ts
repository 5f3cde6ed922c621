/** docs/maintaining.md: each recipe is followed, step by step, in one copy of the project. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../assemble/built-module.ts";
import { playRecipe, readRecipes } from "./recipes.ts";

const recipes = readRecipes(readFileSync(join(root, "docs/maintaining.md"), "utf8"));
const left = ["node_modules", "dist", ".git", ".registries", ".sandbox", ".stryker-tmp"];
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "recipes-"));
  readdirSync(root)
    .filter((name) => !left.includes(name))
    .forEach((name) => {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const git = [
    "git init --quiet --initial-branch main",
    "git config user.name Tester",
    "git config user.email tester@example.com",
    "git add --all",
    "git commit --quiet --message Start",
  ].join(" && ");
  expect(spawnSync(git, { cwd: copy, shell: true }).status).toBe(0);
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe("docs/maintaining.md", () => {
  it("has the nine recipes", () => {
    expect(recipes.map(({ title }) => title)).toEqual([
      "Add an attribute",
      "Add a tool with its handler",
      "Add a scenario with its intent",
      "Write a conversation",
      "Send a request to a new path of Altegio",
      "Write a migration",
      "Make a release",
      "Rehearse an update",
      "Run one test",
    ]);
  });

  // One after the other, because later ones go on with what earlier ones have made.
  it.each(recipes)("$title", (recipe) => {
    expect(recipe.steps.some(({ kind }) => kind === "commands")).toBe(true);
    playRecipe(copy, recipe);
  });
});

describe("a recipe", () => {
  it("fails where a place is not there, or a command does", () => {
    const page =
      "## A\n\n```diff module.yaml\n-nobody wrote this\n+this\n```\n\n## B\n\n```sh\nexit 3\n```\n";
    const [edit, command] = readRecipes(page);
    expect(() => playRecipe(copy, edit ?? { title: "", steps: [] })).toThrow(
      "does not hold this exactly once",
    );
    expect(() => playRecipe(copy, command ?? { title: "", steps: [] })).toThrow("ended with 3");
  });
});
