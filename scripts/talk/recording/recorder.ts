/** Keeps what a model answers. */
import type { Model } from "../model/model.ts";
import type { RecordedAnswer, Recording } from "./files.ts";
import { promptKey } from "./prompt-key.ts";

/** A model whose answers are kept. */
export interface Recorder extends Model {
  /** All answers so far, in order. */
  readonly recording: Recording;
}

/** Answers as the model does, and keeps it. */
export function recorderOf(model: Model): Recorder {
  const answers: RecordedAnswer[] = [];
  return {
    name: model.name,
    recording: { model: model.name, answers },
    finish: () => model.finish?.(),
    async ask(question) {
      const answer = await model.ask(question);
      answers.push({ role: question.role, prompt: promptKey(question), ...answer });
      return answer;
    },
  };
}
