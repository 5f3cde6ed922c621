/** The account as an archive in the `newo_v2` form. */
import { writeContent } from "../../artifact/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import type { LocalBuilder } from "./local-builder.ts";
import { knowledgeText } from "./state/knowledge-text.ts";
import { contentOfAttributes, contentOfProject } from "./state/project-content.ts";

/** What goes into it besides the projects. */
export interface ExportOptions {
  readonly knowledge: boolean;
  readonly attributes: boolean;
  /** Idns of projects that are left out. */
  readonly without: readonly string[];
}

/** The tree. */
export function exportAccount(builder: LocalBuilder, options: ExportOptions): ArtifactTree {
  const { state } = builder;
  const projects = state.projects.filter(({ idn }) => !options.without.includes(idn));
  const agents = options.knowledge ? projects.flatMap((project) => project.agents) : [];
  return writeContent({
    projects: projects.map((project) => contentOfProject(project, builder.attributesOf(project))),
    attributes: options.attributes ? contentOfAttributes(builder.account.customer) : [],
    knowledge: new Map(
      agents.flatMap(({ idn, persona }) => {
        const topics = state.topics.filter(({ persona_id }) => persona_id === persona.id);
        return topics.length === 0 ? [] : [[idn, knowledgeText(topics)] as const];
      }),
    ),
  });
}
