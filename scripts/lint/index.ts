/** @module Checks of the default conversation content. */
export { catalogue as scenarioCatalogue } from "./catalogue.ts";
export { lintScenarios } from "./lint-scenarios.ts";
export { placeIn } from "./place-of.ts";
