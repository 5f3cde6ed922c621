import { expect, test } from "vitest";
import { smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

const greet = (text: string) => ({
  DemoFlow: { skills: { A: `{{ DUMMY(message="${text}") }}` }, events: ["a system/system A"] },
});

test("an install stores defaults, and never again", async () => {
  const sandbox = await installed(smallArtifact(greet("old"), { kept: "default", cleared: "default" }));
  expect(sandbox.getAttribute("kept")).toBe("default");
  sandbox.setAttribute("kept", "mine");
  sandbox.setAttribute("cleared", "");
  await sandbox.forceUpdate(
    smallArtifact(greet("new"), { kept: ["other", "New title"], cleared: "other", added: "x" }),
  );
  expect(["kept", "cleared", "added"].map((idn) => sandbox.getAttribute(idn))).toEqual(["mine", "", "x"]);
  expect(sandbox.account.customer.find("kept")?.metadata).toEqual({
    title: "New title",
    description: "",
    group: "Demo",
    is_hidden: true,
    possible_values: [],
    value_type: "string",
  });
});

test("an import puts the values of its file over those of the account", async () => {
  const sandbox = await installed(smallArtifact(greet("old"), { token: "" }));
  sandbox.setAttribute("token", "mine");
  sandbox.setAttribute("other", "mine");
  await sandbox.install(smallArtifact(greet("new"), { token: "" }));
  expect(["token", "other"].map((idn) => sandbox.getAttribute(idn))).toEqual(["", "mine"]);
});

test("a Force Update replaces the skills and keeps all state", async () => {
  const sandbox = await installed(smallArtifact(greet("old")));
  const conversation = sandbox.conversation();
  await conversation.say({ user: "hello" });
  sandbox.account.persona(conversation.personaId).attributes.set("f", "v");
  await conversation.fire("a");
  await sandbox.forceUpdate(
    smallArtifact({
      DemoFlow: {
        skills: {
          A: '{{ DUMMY(message="new " ~ GetPersonaAttribute(id=GetUser().id, field="f") ~ " " ~ GetMemory(count="1")) }}',
        },
        events: ["a system/system A"],
      },
    }),
  );
  await conversation.fire("a");
  expect(logOf(sandbox)).toEqual(["old", "new v User: hello"]);
});

test("an event that waits is handled by the flows of the update", async () => {
  const sandbox = await installed(smallArtifact(greet("old")));
  sandbox.sendEvent("a", "system", "system");
  await sandbox.forceUpdate(smallArtifact(greet("new")));
  await sandbox.settle();
  expect(logOf(sandbox)).toEqual(["new"]);
});

test("publish fires its event on system/project without a user", async () => {
  const skill =
    "{% set user = GetUser() %}{{ DUMMY(message='[' ~ GetUser(field='id') ~ '|' ~ user.id ~ '|' ~ user.name ~ ']' ~ GetActors() | length ~ GetMemory(count='5')) }}";
  const sandbox = await installed(
    smallArtifact({
      SetupFlow: { skills: { A: skill }, events: ["project_publish_finish system/project A"] },
    }),
  );
  await sandbox.publish();
  expect(logOf(sandbox)).toEqual(["[||]0"]);
});
