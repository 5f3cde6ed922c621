/** Skills and their parameters. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FoundFlow, LocalBuilder } from "../local-builder.ts";
import type { SkillRecord } from "../state/records.ts";
import { modelField, runnerTypes } from "./model-field.ts";

/** @throws Refusal 404 */
function find(builder: LocalBuilder, id: string): FoundFlow & { readonly skill: SkillRecord } {
  for (const found of builder.flows()) {
    const skill = found.flow.skills.find((known) => known.id === id);
    if (skill !== undefined) {
      return { ...found, skill };
    }
  }
  throw Refusal.notFound("skill", id);
}

/** Parameters in the body are ignored; they are created one by one. */
function create({ builder, param, fields }: Call): Reply {
  const found = builder.flow(param("flowId"));
  const body = fields();
  const idn = body.idn();
  if (found.flow.skills.some((skill) => skill.idn === idn)) {
    throw Refusal.exists("skill", idn);
  }
  const skill: SkillRecord = {
    id: builder.newId(),
    idn,
    title: body.textOr("title", ""),
    prompt_script: body.textOr("prompt_script", ""),
    runner_type: body.oneOf("runner_type", runnerTypes),
    model: modelField(body, "model"),
    parameters: [],
    path: "",
  };
  found.flow.skills.push(skill);
  builder.touchFlow(found);
  return Reply.created({ id: skill.id });
}

/** The whole skill; parameters without an id are new. */
function put({ builder, param, fields }: Call): null {
  const found = find(builder, param("id"));
  const body = fields();
  const { skill } = found;
  if (body.text("idn") !== skill.idn) {
    throw Refusal.invalid(`The idn of a skill does not change; it is ${skill.idn}.`);
  }
  const changed = {
    title: body.textOr("title", ""),
    prompt_script: body.textOr("prompt_script", ""),
    runner_type: body.oneOf("runner_type", runnerTypes),
    model: modelField(body, "model"),
    parameters: body.list("parameters").map((parameter) => {
      const name = parameter.text("name");
      const id = skill.parameters.find((known) => known.name === name)?.id ?? builder.newId();
      return { id, name, default_value: parameter.textOr("default_value", "") };
    }),
  };
  Object.assign(skill, changed);
  builder.touchFlow(found);
  return null;
}

function addParameter({ builder, param, fields }: Call): Reply {
  const found = find(builder, param("id"));
  const body = fields();
  const name = body.text("name");
  if (found.skill.parameters.some((known) => known.name === name)) {
    throw Refusal.exists("parameter", name);
  }
  const parameter = { id: builder.newId(), name, default_value: body.textOr("default_value", "") };
  found.skill.parameters.push(parameter);
  builder.touchFlow(found);
  return Reply.created({ id: parameter.id });
}

function remove({ builder, param }: Call): null {
  const found = find(builder, param("id"));
  const { skills } = found.flow;
  skills.splice(skills.indexOf(found.skill), 1);
  builder.touchFlow(found);
  return null;
}

/** Skills of flows. */
export const skillRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/skills",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.skills,
  },
  { at: "POST /api/v1/designer/flows/:flowId/skills", handle: create },
  {
    at: "GET /api/v1/designer/skills/:id",
    handle: ({ builder, param }) => find(builder, param("id")).skill,
  },
  { at: "PUT /api/v1/designer/flows/skills/:id", handle: put },
  { at: "DELETE /api/v1/designer/flows/skills/:id", handle: remove },
  { at: "POST /api/v1/designer/flows/skills/:id/parameters", handle: addParameter },
];
