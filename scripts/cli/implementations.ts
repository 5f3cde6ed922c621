/**
 * Verb -> the file that does it; a verb without one does not compile. Loaded when it is called, so that the
 * help does not wait for the compiler.
 */
import type { Implementation } from "./command.ts";
import type { CommandName, Commands } from "./commands.ts";

type Loaders = {
  readonly [Name in CommandName]: () => Promise<{ readonly run: Implementation<Commands[Name]> }>;
};

/** The implementations by verb. */
export const implementations: Loaders = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  compile: () => import("./commands/compile.ts"),
  locate: () => import("./commands/locate.ts"),
  watch: () => import("./commands/watch.ts"),
  texts: () => import("./commands/texts.ts"),
  lint: () => import("./commands/lint.ts"),
  diff: () => import("./commands/diff.ts"),
  release: () => import("./commands/release.ts"),
  demo: () => import("./commands/demo.ts"),
  "conversation run": () => import("./commands/converse.ts"),
  converse: () => import("./commands/converse.ts"),
  talk: () => import("./commands/talk.ts"),
  setup: () => import("./commands/setup.ts"),
  doctor: () => import("./commands/doctor.ts"),
  verify: () => import("./commands/verify.ts"),
  logs: () => import("./commands/logs.ts"),
  invoke: () => import("./commands/invoke.ts"),
  "sandbox publish": () => import("./commands/sandbox-publish.ts"),
  "sandbox start": () => import("./commands/sandbox-start.ts"),
  workbench: () => import("./commands/workbench.ts"),
  install: () => import("./commands/install.ts"),
  status: () => import("./commands/status.ts"),
  push: () => import("./commands/push.ts"),
  pull: () => import("./commands/pull.ts"),
  probe: () => import("./commands/probe.ts"),
  "new attribute": () => import("./commands/new-attribute.ts"),
  "new tool": () => import("./commands/new-tool.ts"),
  "new scenario": () => import("./commands/new-scenario.ts"),
  "new conversation": () => import("./commands/new-conversation.ts"),
  "force-update": () => import("./commands/force-update.ts"),
};
