/** A real model at the workbench: it answers the skills, and speaks as the agent. */
import type { Brain, MemoryMessage, Sandbox } from "../platform/index.ts";

/** Where the agent speaks. */
interface AgentScene {
  readonly integration: string;
  /** Phone number or id. */
  readonly caller: string;
  readonly sandbox: Sandbox;
  readonly personaId: string;
  /** What was said so far. */
  readonly memory: readonly MemoryMessage[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What tools have just told it; none when the caller has spoken. */
  readonly told: readonly string[];
}

/** A model that is configured. Its key stays with it. */
export interface RealModel {
  /** For people. */
  readonly name: string;
  /** Answers what skills ask. */
  readonly brain: Brain;
  /** Says the next message. @returns it, and the tools promised in it @throws Error with a sentence for people */
  speak(scene: AgentScene): Promise<{ readonly message: string; readonly tools: readonly string[] }>;
}
