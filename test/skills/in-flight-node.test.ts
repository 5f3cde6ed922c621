import { testInFlightMatrix } from "./in-flight-matrix.ts";

testInFlightMatrix("node");
