/** Compiles the handlers of one flow, and every helper they need, into the skills of that flow. */
import path from "node:path";
import ts from "typescript";
import type { CallGraph } from "../analysis/call-graph.ts";
import { takesFunctions } from "../analysis/function-parameters.ts";
import { functionName, isAsync } from "../analysis/functions.ts";
import type { ProgramView } from "../analysis/program-view.ts";
import type { Sdk } from "../analysis/sdk.ts";
import type { DecimalFiles } from "../analysis/program-view.ts";
import type { RuntimeFunctions } from "../context/flow-scope.ts";
import { FunctionContext } from "../context/function-context.ts";
import type { Language } from "../context/language.ts";
import { skillPart } from "../context/names.ts";
import type { DiagnosticKey } from "../diagnostics/catalogue.ts";
import type { Reporter } from "../diagnostics/report.ts";
import type { Skill } from "../nsl/ast.ts";
import { tooDeep } from "../nsl/depth.ts";
import { cutFunction } from "../segments/cut.ts";
import type { Plan } from "../segments/plan.ts";
import { writeEntry } from "./entry-skill.ts";
import { writeHelper } from "./helper-skill.ts";
import type { PieceDraft, PieceRole, PieceStore } from "./piece-store.ts";
import { findNamesakes } from "./namesakes.ts";
import { promptSkill } from "./prompt-skill.ts";
import { writeDriver, writeResultSkill } from "./result-skill.ts";
import { handsOver, SegmentRegistry } from "./segment-registry.ts";
import { writeSegment } from "./segment-skill.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";
import { driverIdn, entryIdn, promptSkillIdn, RESULT_SKILL } from "./skill-idns.ts";

/** What a flow is compiled from. */
interface FlowInput {
  readonly idn: string;
  /** Exported functions `(ctx, event)`. */
  readonly handlers: readonly ts.FunctionDeclaration[];
}

/** What is shared by all flows of a build. */
export interface CompilerServices {
  readonly checker: ts.TypeChecker;
  readonly reporter: Reporter;
  readonly graph: CallGraph;
  readonly sdk: Sdk;
  readonly decimals: DecimalFiles;
  readonly absences: ProgramView["absences"];
  readonly language: Language;
  readonly runtime: RuntimeFunctions;
  readonly pieces: PieceStore;
}

/** A flow's skills, before printing. */
interface FlowSkills {
  readonly skills: readonly Skill[];
  readonly entrySkills: ReadonlyMap<string, string>;
  readonly resultSkillIdn: string | null;
}

/** Skills the compiler writes itself; no function may have their names. */
const OWN_SKILLS: ReadonlySet<string> = new Set([RESULT_SKILL, driverIdn, promptSkillIdn]);

/** One flow while it is compiled. */
export class FlowCompiler implements SegmentedFlow {
  readonly checker: ts.TypeChecker;
  readonly graph: CallGraph;
  readonly sdk: Sdk;
  readonly decimals: DecimalFiles;
  readonly absences: ProgramView["absences"];
  readonly language: Language;
  readonly runtime: RuntimeFunctions;
  readonly registry: SegmentRegistry;

  private readonly skills = new Map<string, Skill>();
  private readonly owners = new Map<string, ts.Node>();
  private readonly waiting: (() => void)[] = [];
  /** Functions whose name another file of the flow has, too. */
  private namesakes: ReadonlySet<ts.FunctionDeclaration> = new Set();
  private readonly pieces: PieceStore;
  private readonly reporter: Reporter;
  /** The piece that is being written. */
  private draft: PieceDraft = newDraft();

  constructor(
    private readonly input: FlowInput,
    services: CompilerServices,
  ) {
    this.pieces = services.pieces;
    this.checker = services.checker;
    this.reporter = services.reporter;
    this.graph = services.graph;
    this.sdk = services.sdk;
    this.decimals = services.decimals;
    this.absences = services.absences;
    this.language = services.language;
    this.runtime = services.runtime;
    this.registry = new SegmentRegistry((declaration) => this.nameOf(declaration));
  }

  get idn(): string {
    this.draft.namesFlow = true;
    return this.input.idn;
  }

  /** Compiles the flow. */
  compile(): FlowSkills {
    this.namesakes = findNamesakes(this.input.handlers, this.graph, this.sdk, Object.values(this.runtime));
    const entrySkills = new Map<string, string>();
    for (const handler of this.input.handlers) {
      const idn = entryIdn(functionName(handler));
      entrySkills.set(functionName(handler), idn);
      this.claim(idn, handler);
      this.findPlans(handler);
    }
    for (const handler of this.input.handlers) {
      const idn = entryIdn(functionName(handler));
      this.piece(handler, idn, () => writeEntry(idn, handler, this));
    }
    this.work();
    const hasResults = this.registry.plans.length > 0;
    if (hasResults) {
      this.writeSegments();
      this.work();
      this.add(writeResultSkill(RESULT_SKILL, this));
      if (this.registry.needsDriver) {
        this.add(writeDriver(this));
      }
      this.work();
    }
    return {
      skills: [...this.skills.values()],
      entrySkills,
      resultSkillIdn: hasResults ? RESULT_SKILL : null,
    };
  }

  report(node: ts.Node, key: DiagnosticKey, ...details: readonly string[]): void {
    this.draft.refused = true;
    this.reporter.at(node, key, ...details);
  }

  skillOf(declaration: ts.FunctionDeclaration): string {
    const idn = `_${this.nameOf(declaration)}`;
    this.draft.helpers.push(declaration);
    if (this.claim(idn, declaration)) {
      this.waiting.push(() => {
        this.piece(declaration, idn, () => writeHelper(idn, declaration, this));
      });
    }
    return idn;
  }

  readsTables(): void {
    this.draft.readsTables = true;
  }

  promptSkill(): string {
    this.draft.prompts = true;
    if (!this.skills.has(promptSkillIdn)) {
      this.skills.set(promptSkillIdn, promptSkill());
    }
    return promptSkillIdn;
  }

  /** The name of a function in the idns of its skills: with its file where two files have a function of the name. */
  private nameOf(declaration: ts.FunctionDeclaration): string {
    const name = skillPart(functionName(declaration));
    const file = path.basename(declaration.getSourceFile().fileName).replace(/\.\w+$/u, "");
    return this.namesakes.has(declaration) ? `${name}_of_${skillPart(file)}` : name;
  }

  /** Takes an idn for a function; true the first time, a diagnostic when two functions want it. */
  private claim(idn: string, owner: ts.Node): boolean {
    const known = this.owners.get(idn);
    if (known === undefined && !OWN_SKILLS.has(idn)) {
      this.owners.set(idn, owner);
      return true;
    }
    if (known !== owner) {
      // Of an author's function and one of the runtime's, the author's is the one to rename.
      const renamed = known !== undefined && this.sdk.isOwn(owner) ? known : owner;
      this.report(
        ts.isFunctionDeclaration(renamed) ? (renamed.name ?? renamed) : renamed,
        "duplicateSkill",
        idn,
      );
    }
    return false;
  }

  /** Plans the handler and every async function it calls, directly or through others. */
  private findPlans(handler: ts.FunctionDeclaration): void {
    const wanted = [handler];
    for (const declaration of wanted) {
      if (!isAsync(declaration) || this.registry.planOf(declaration) !== undefined) {
        continue;
      }
      if (takesFunctions(declaration, this.checker)) {
        // It is written in place of its calls.
        wanted.push(...[...this.graph.callees(declaration)].filter(ts.isFunctionDeclaration));
        continue;
      }
      const isHandler = this.input.handlers.includes(declaration);
      const circle = isHandler ? this.graph.recursion(declaration) : undefined;
      if (circle !== undefined) {
        // Nobody waits for a handler.
        const name = functionName(declaration);
        this.report(declaration.name ?? declaration, "recursion", name, circle.join(" -> "));
        continue;
      }
      const plan = this.pieces.plan(declaration, () => this.plan(declaration));
      if (plan.segments.length > 1 || !isHandler || handsOver(plan)) {
        this.registry.add(plan, isHandler);
      }
      for (const callee of this.graph.callees(declaration)) {
        if (ts.isFunctionDeclaration(callee) && isAsync(callee)) {
          wanted.push(callee);
        }
      }
    }
  }

  private plan(declaration: ts.FunctionDeclaration): Plan {
    const context = new FunctionContext(this, { isJump: false, emit: () => undefined });
    return cutFunction(declaration, context);
  }

  private writeSegments(): void {
    for (const plan of this.registry.plans) {
      for (const segment of plan.segments) {
        if (!this.registry.hasSkill(plan, segment)) {
          continue;
        }
        const idn = this.registry.skillOf(plan, segment);
        this.claim(idn, plan.declaration);
        const role = this.registry.isHandler(plan) ? "handler" : "helper";
        this.piece(plan.declaration, idn, () => writeSegment(idn, plan, segment, this), role);
      }
    }
  }

  /** Adds the skill of a function: written now, or taken over as it was written before. */
  private piece(
    declaration: ts.FunctionDeclaration,
    idn: string,
    write: () => Skill,
    role: PieceRole = "helper",
  ): void {
    // What calls namesakes calls other names in other flows.
    const isShared = this.namesakes.size === 0;
    const known = isShared ? this.pieces.find(declaration, idn, role, this.input.idn) : undefined;
    if (known !== undefined) {
      known.helpers.forEach((helper) => this.skillOf(helper));
      if (known.prompts) {
        this.promptSkill();
      }
      this.skills.set(idn, known.skill);
      return;
    }
    const draft = newDraft();
    this.draft = draft;
    const skill = write();
    this.add(skill);
    this.draft = newDraft();
    if (!draft.refused && !draft.readsTables && isShared) {
      this.pieces.keep(declaration, role, this.input.idn, skill, draft);
    }
  }

  private add(skill: Skill): void {
    this.skills.set(skill.idn, skill);
    const excess = tooDeep(skill.body);
    if (excess !== null) {
      this.report(excess.place, "tooDeep", excess.limit);
    }
  }

  private work(): void {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      next();
    }
  }
}

function newDraft(): PieceDraft {
  return { helpers: [], prompts: false, namesFlow: false, readsTables: false, refused: false };
}
