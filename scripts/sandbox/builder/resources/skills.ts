/** Skills and their parameters. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FlowRecord, SkillRecord } from "../state/records.ts";
import { findPart, removing } from "./flow-part.ts";
import { modelField, runnerTypes } from "./model-field.ts";

const skills = { word: "skill", partsOf: (flow: FlowRecord) => flow.skills };

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
function put(call: Call): null {
  const { builder, fields } = call;
  const found = findPart(skills, call);
  const body = fields();
  const skill = found.part;
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

function addParameter(call: Call): Reply {
  const { builder, fields } = call;
  const found = findPart(skills, call);
  const body = fields();
  const name = body.text("name");
  if (found.part.parameters.some((known) => known.name === name)) {
    throw Refusal.exists("parameter", name);
  }
  const parameter = { id: builder.newId(), name, default_value: body.textOr("default_value", "") };
  found.part.parameters.push(parameter);
  builder.touchFlow(found);
  return Reply.created({ id: parameter.id });
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
    handle: (call) => findPart(skills, call).part,
  },
  { at: "PUT /api/v1/designer/flows/skills/:id", handle: put },
  { at: "DELETE /api/v1/designer/flows/skills/:id", handle: removing(skills) },
  { at: "POST /api/v1/designer/flows/skills/:id/parameters", handle: addParameter },
];
