/** The account as an archive in the `newo_v2` form. */
import { writeContent, type AttributeContent } from "../../artifact/index.ts";
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
  /** Whether values of attributes that hold secrets are in it: for a backup on this machine, and nobody else. */
  readonly secrets: boolean;
}

/** The tree. */
export function exportAccount(builder: LocalBuilder, options: ExportOptions): ArtifactTree {
  const { state } = builder;
  const projects = state.projects.filter(({ idn }) => !options.without.includes(idn));
  const agents = options.knowledge ? projects.flatMap((project) => project.agents) : [];
  const shown = (attributes: readonly AttributeContent[]): AttributeContent[] =>
    attributes.map((attribute) =>
      options.secrets || !builder.isSecret(attribute.idn) ? attribute : { ...attribute, value: "" },
    );
  return writeContent({
    projects: projects
      .map((project) => contentOfProject(project, builder.attributesOf(project)))
      .map((project) => ({ ...project, attributes: shown(project.attributes) })),
    attributes: options.attributes ? shown(contentOfAttributes(builder.account.customer)) : [],
    knowledge: new Map(
      agents.flatMap(({ idn, persona }) => {
        const topics = state.topics.filter(({ persona_id }) => persona_id === persona.id);
        return topics.length === 0 ? [] : [[idn, knowledgeText(topics)] as const];
      }),
    ),
  });
}
