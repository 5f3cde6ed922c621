/** @module A small project that asks an account how it is, and what its report says to what is taken for granted. */
export { probeCatalogue } from "./catalogue.ts";
export { compareReport, problemsOf, type ComparedAssumption } from "./compare.ts";
export { probeContent, probeProjectIdn, probeTree } from "./probe-project.ts";
export { answersOf, readReport, ReportError, type ProbeReport } from "./report.ts";
