/** What a module is tried out with: what its sources export, and the service its project names. */
import { loadDefinitions } from "../assemble/index.ts";
import type { Project, PythonPlaces } from "../project/index.ts";
import {
  openTheatre,
  type RunnableModule,
  type RuntimeName,
  type Simulator,
  type Theatre,
} from "../sandbox/conversations/index.ts";
import type { ArtifactTree } from "../model/types.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { ProblemsError } from "./problems-error.ts";
import { runFile } from "./run-file.ts";
import { withPlainFaults } from "./sandbox-faults.ts";

/** A module with the service it is tried out against, and where its Python is. */
export interface TriedModule {
  readonly module: RunnableModule;
  readonly simulator: Simulator;
  readonly pythonPlaces: PythonPlaces;
}

/**
 * Runs the sources of a project and its simulator, as they are on disk now.
 *
 * @throws UserError when the project names no simulator, or a file lacks its export
 * @throws ProblemsError when one of the files does not run
 */
export async function loadTriedModule(project: Project): Promise<TriedModule> {
  const { folders } = project;
  const file = namedFile(project, "simulator");
  const { definition, problems } = await loadDefinitions(project);
  if (definition === null) {
    throw new ProblemsError([...project.problems, ...problems]);
  }
  const runtimeFile = `${folders.module}/runtime.ts`;
  const runtime = await runFile(project, runtimeFile, runtimeFile);
  const { simulator } = await runFile(project, `The simulator ${file}`, file);
  if (simulator === undefined) {
    throw new UserError(`${file} exports no \`simulator\`.`, exitCodes.usage);
  }
  return {
    module: { definition, runtime: runtime as unknown as RunnableModule["runtime"] },
    simulator: simulator as Simulator,
    pythonPlaces: project.python,
  };
}

/**
 * A file or folder the project's `module.yaml` names in its group `sandbox`, relative to the project.
 *
 * @throws UserError when it names none
 */
export function namedFile({ sandbox }: Project, name: keyof Project["sandbox"]): string {
  if (sandbox[name] === "") {
    throw new UserError(
      `module.yaml does not say where the ${name} of this project stands. Write it there: sandbox: { ${name}: ... }.`,
      exitCodes.usage,
    );
  }
  return sandbox[name];
}

/** What a verb may change of a theatre. */
type TheatreOptions = Pick<Parameters<typeof openTheatre>[0], "brain" | "platform">;

/** Plays something on an artifact and closes everything. @throws UserError for a bad artifact or a missing Python */
export function onTheatre<T>(
  tried: TriedModule & TheatreOptions,
  artifact: ArtifactTree,
  runtime: RuntimeName,
  play: (theatre: Theatre) => Promise<T>,
): Promise<T> {
  return withPlainFaults(async () => {
    const theatre = await openTheatre({ ...tried, artifact, runtime });
    try {
      return await play(theatre);
    } finally {
      await theatre.close();
    }
  });
}
