/** @module Talks: a model plays the caller, the agent, the tool caller and the extraction, and the calendar judges. */
export { realModel } from "./agent-turn.ts";
export { talkBrain } from "./brain.ts";
export { endpointModel } from "./model/endpoint.ts";
export { ModelError, type Model } from "./model/model.ts";
export { endpointSettings } from "./model/settings.ts";
export { playTalk } from "./play-talk.ts";
export { readTalks, type FoundTalk } from "./read-talks.ts";
export { readRecording, readWrittenAnswers, writeRecording } from "./recording/files.ts";
export { recorderOf } from "./recording/recorder.ts";
export { replayOf, replayOfWritten } from "./recording/replay.ts";
export type { TalkReport } from "./report.ts";
export { talkText } from "./show-talk.ts";
