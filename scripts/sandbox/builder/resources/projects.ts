/** Projects: made, installed from a registry, changed, updated. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import { findRelease, installRelease, sourceOf } from "../install.ts";
import type { ProjectMeta, ProjectRecord } from "../state/records.ts";

function shown(project: ProjectRecord): ProjectMeta {
  const fields = Object.entries(project).filter(([name]) => name !== "agents");
  return Object.fromEntries(fields) as unknown as ProjectMeta;
}

/** With the registry's fields it is an installation; without, an empty project. */
function create({ builder, fields }: Call): Reply {
  const body = fields();
  const idn = body.idn();
  if (builder.state.projects.some((known) => known.idn === idn)) {
    throw Refusal.exists("project", idn);
  }
  const project: ProjectRecord = {
    id: builder.newId(),
    idn,
    title: body.textOr("title", idn),
    description: body.textOr("description", ""),
    version: body.textOr("version", ""),
    is_synchronized: true,
    preferred_update_time: null,
    is_auto_update_enabled: body.flagOr("is_auto_update_enabled", false),
    registry_idn: body.textOr("registry_idn", null),
    registry_item_idn: body.textOr("registry_item_idn", null),
    registry_item_version: body.textOr("registry_item_version", null),
    created_at: builder.time,
    updated_at: builder.time,
    agents: [],
  };
  const source = sourceOf(project);
  if (source !== null) {
    installRelease(builder, project, findRelease(builder, source));
  }
  builder.state.projects.push(project);
  return Reply.created({ id: project.id });
}

/** Not partial: what is left out goes back to what it is without being set. */
function patch({ builder, param, fields }: Call): ProjectMeta {
  const project = builder.project(param("id"));
  const body = fields();
  const idn = body.has("idn") ? body.idn() : project.idn;
  if (builder.state.projects.some((other) => other !== project && other.idn === idn)) {
    throw Refusal.exists("project", idn);
  }
  const changed: ProjectRecord = {
    ...project,
    idn,
    title: body.textOr("title", project.title),
    description: body.textOr("description", ""),
    is_auto_update_enabled: body.flagOr("is_auto_update_enabled", false),
    registry_idn: body.textOr("registry_idn", null),
    registry_item_idn: body.textOr("registry_item_idn", null),
    registry_item_version: body.textOr("registry_item_version", null),
  };
  const source = sourceOf(changed);
  if (source === null) {
    changed.version = body.textOr("version", "");
  } else if (source.version !== null && source.version !== project.version) {
    // A version that is asked for wins, also an older one.
    installRelease(builder, changed, findRelease(builder, source));
  }
  Object.assign(project, changed);
  builder.touch(project);
  return shown(project);
}

/** "Force Update Project": the newest version of the registry, whatever was edited here. */
function forceUpdate({ builder, param }: Call): null {
  const project = builder.project(param("id"));
  const source = sourceOf(project);
  if (source === null) {
    throw Refusal.invalid(`The project ${project.idn} comes from no registry.`);
  }
  const release = findRelease(builder, { ...source, version: null });
  installRelease(builder, project, release);
  if (project.registry_item_version !== null) {
    project.registry_item_version = release.version;
  }
  return null;
}

/** The designer's projects. */
export const projectRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/projects",
    handle: ({ builder }) => builder.state.projects.map(shown),
  },
  { at: "POST /api/v1/designer/projects", handle: create },
  {
    at: "GET /api/v1/designer/projects/by-id/:id",
    handle: ({ builder, param }) => shown(builder.project(param("id"))),
  },
  { at: "PATCH /api/v1/designer/projects/by-id/:id", handle: patch },
  { at: "POST /api/v1/designer/projects/by-id/:id/force-update", handle: forceUpdate },
  {
    at: "DELETE /api/v1/designer/projects/:id",
    handle: ({ builder, param }) => {
      builder.removeProject(builder.project(param("id")));
      return null;
    },
  },
];
