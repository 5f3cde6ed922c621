/** @module The project a command works on. */
export {
  findProjectRoot,
  looseSources,
  openProject,
  pythonPlaces,
  type Project,
  type PythonPlaces,
  type SourceRoot,
} from "./project.ts";
