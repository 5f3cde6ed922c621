import { testDeceptiveAnswers } from "./deceptive-answers.ts";

testDeceptiveAnswers("node");
