/** For every kind of problem one smallest mistake that causes it, and nothing else. */
import { checkDefinitions, checkModel } from "../../scripts/model/check-model.ts";
import type { CatalogueName } from "../../scripts/model/problem-catalogue.ts";
import { checkSandboxFiles, parseIdentity, readIdentity } from "../../scripts/model/read-identity.ts";
import { emptySourceIndex } from "../../scripts/model/source-index.ts";
import type { Problem } from "../../scripts/model/types.ts";
import {
  attribute,
  definition,
  event,
  findTimes,
  flow,
  flowEvent,
  flowModel,
  model,
  setUp,
  skill,
  tool,
  untyped,
} from "./sample-module.ts";

type Part<T extends (...given: never[]) => unknown> = NonNullable<Parameters<T>[0]>;

const defined = (change: Part<typeof definition>) => checkDefinitions(definition(change), emptySourceIndex);
const modelled = (change: Part<typeof model>) => checkModel(model(change), emptySourceIndex);
const withFlow = (change: Part<typeof flow>) => defined({ flows: [flow(change)] });
const withTool = (change: Part<typeof tool>) => defined({ tools: [tool(change)] });
const withModelFlow = (change: Part<typeof flowModel>) => modelled({ flows: [flowModel(change)] });

/** A second attribute beside the sample's own, which its tool needs. */
const withAttribute = (change: Part<typeof attribute>) =>
  defined({ attributes: [attribute(), attribute({ idn: "sample_extra", defaultValue: "", ...change })] });

const condition = tool().conditions[0];

/** The type of the table makes a kind without a case a type error. */
export const problemCases: Readonly<Record<CatalogueName, () => readonly Problem[]>> = {
  duplicateAttribute: () => defined({ attributes: [attribute(), attribute()] }),
  duplicateFlow: () => defined({ flows: [flow(), flow()] }),
  duplicateTool: () => defined({ tools: [tool(), tool()] }),
  duplicateEvent: () => withFlow({ events: [event(), event()] }),
  duplicateSkill: () => withModelFlow({ skills: [skill(), skill()] }),
  duplicateCondition: () => withTool({ conditions: untyped([condition, condition]) }),
  duplicateParameter: () =>
    withModelFlow({
      skills: [
        skill({
          parameters: [
            { name: "a", defaultValue: "" },
            { name: "a", defaultValue: "1" },
          ],
        }),
      ],
    }),
  duplicatePossibleValue: () => withAttribute({ valueType: "enum", possibleValues: ["a", "b", "a"] }),
  caseClash: () => withModelFlow({ skills: [skill(), skill({ idn: "findTimesSkill" })] }),
  missingProperty: () =>
    defined({ attributes: [attribute(), untyped({ ...attribute(), title: undefined })] }),
  unknownProperty: () => defined({ attributes: [untyped({ ...attribute(), isHidden: true })] }),
  notText: () => withAttribute({ defaultValue: untyped(true) }),
  wrongType: () => withAttribute({ hidden: untyped("True") }),
  notOneOf: () => withAttribute({ valueType: untyped("boolean") }),
  emptyText: () => withAttribute({ title: "" }),
  longTitle: () => withAttribute({ title: "x".repeat(70) }),
  controlCharacter: () => withAttribute({ description: "one\ttwo" }),
  yamlSpecialText: () => withAttribute({ valueType: "string", defaultValue: "<<" }),
  noConditions: () => withTool({ conditions: [] }),
  notSnakeCase: () => withAttribute({ idn: "sampleExtra" }),
  notPrefix: () => modelled({ identity: { ...model().identity, attributePrefix: "sample" } }),
  notPascalCase: () => withFlow({ idn: "times_flow" }),
  notIdentifier: () => withModelFlow({ skills: [skill(), skill({ idn: "find-times" })] }),
  badVersion: () => modelled({ identity: { ...model().identity, version: "1.4" } }),
  anonymousHandler: () =>
    withFlow({
      events: [
        event({
          handler: (
            () => () =>
              undefined
          )(),
        }),
      ],
    }),
  ambiguousHandler: () => {
    const twin = { findTimes: () => undefined }.findTimes;
    return withFlow({ events: [event({ handler: findTimes }), event({ idn: "other", handler: twin })] });
  },
  unknownSkill: () => withModelFlow({ events: [flowEvent({ skillIdn: "FindTimeSkill" })] }),
  unknownSwitch: () => withTool({ enabledBy: "sample_time_enabled" }),
  switchNotBool: () => defined({ attributes: [attribute({ valueType: "string" })] }),
  toolWithoutEvent: () => withFlow({ events: [event({ idn: "session_started" })] }),
  flowWithoutEvents: () => defined({ flows: [flow(), flow({ idn: "SetupFlow", events: [] })] }),
  secretWithDefault: () => withAttribute({ valueType: "string", secret: true, defaultValue: "hunter2" }),
  badBoolDefault: () => withAttribute({ defaultValue: "true" }),
  badNumberDefault: () => withAttribute({ valueType: "number", defaultValue: "1_000" }),
  badJsonDefault: () => withAttribute({ valueType: "json", defaultValue: "{'a': 1}" }),
  defaultNotPossible: () =>
    withAttribute({ valueType: "enum", possibleValues: ["a", "b"], defaultValue: "c" }),
  possibleValuesWithoutEnum: () => withAttribute({ valueType: "string", possibleValues: ["a"] }),
  requiredOfModule: () => withAttribute({ owner: "module", required: true }),
  yamlSyntax: () => parseIdentity("project: [\n").problems,
  identityUnreadable: () => readIdentity("no-such-folder").problems,
  sandboxFileMissing: () =>
    checkSandboxFiles("test/projects/bike-repair", { simulator: "gone.ts", conversations: "", demo: "" }),
};

/** Two flows with two handlers: what several mistakes at once are made from. */
export const secondFlow = flow({
  idn: "SetupFlow",
  events: [event({ idn: "project_publish_finish", connector: "project", handler: setUp })],
});
