/**
 * Skills that have been written already. Flows share most of their helpers, and from one build to the next most
 * functions stay as they are; both then take the skill, and with it its text, from here.
 */
import type ts from "typescript";
import type { Skill } from "../nsl/ast.ts";
import type { Plan } from "../segments/plan.ts";

/** A skill, and what writing it asked the flow for. */
interface Piece {
  readonly skill: Skill;
  /** Helpers it calls, in the order they were asked for. */
  readonly helpers: readonly ts.FunctionDeclaration[];
  /** Does it ask the language model? */
  readonly prompts: boolean;
}

/** A piece while it is written. */
export interface PieceDraft {
  readonly helpers: ts.FunctionDeclaration[];
  prompts: boolean;
  /** Does the skill name its flow? Then it serves no other. */
  namesFlow: boolean;
  /** Does it depend on tables that may stand in any file? Then it is written anew each time. */
  readsTables: boolean;
  /** Was anything in it refused? Then the next build must refuse it again. */
  refused: boolean;
}

/** What a function is in the flow: one of its handlers, which nobody waits for, or what a handler calls. */
export type PieceRole = "handler" | "helper";

/** The name under which a piece serves every flow. */
const ANY_FLOW = "";

/** All pieces of a build, by the function they were made from. */
export class PieceStore {
  private readonly plans = new Map<ts.FunctionDeclaration, Plan>();
  private readonly pieces = new Map<ts.FunctionDeclaration, Map<string, Piece>>();

  /** The plan of a function, made once. */
  plan(declaration: ts.FunctionDeclaration, make: () => Plan): Plan {
    const known = this.plans.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const plan = make();
    this.plans.set(declaration, plan);
    return plan;
  }

  /** A piece of a function for a flow; undefined when it is yet to be written. */
  find(declaration: ts.FunctionDeclaration, idn: string, role: PieceRole, flow: string): Piece | undefined {
    const own = this.pieces.get(declaration);
    return own?.get(pieceKey(idn, role, ANY_FLOW)) ?? own?.get(pieceKey(idn, role, flow));
  }

  /** Keeps a piece that was written without a diagnostic. */
  keep(
    declaration: ts.FunctionDeclaration,
    role: PieceRole,
    flow: string,
    skill: Skill,
    { helpers, prompts, namesFlow }: PieceDraft,
  ): void {
    const own = this.pieces.get(declaration) ?? new Map<string, Piece>();
    this.pieces.set(declaration, own);
    own.set(pieceKey(skill.idn, role, namesFlow ? flow : ANY_FLOW), { skill, helpers, prompts });
  }

  /** The pieces that still hold when only the functions of some files do. */
  of(holds: (file: ts.SourceFile) => boolean): PieceStore {
    const rest = new PieceStore();
    const stays = (declaration: ts.FunctionDeclaration): boolean => holds(declaration.getSourceFile());
    this.plans.forEach((plan, declaration) => {
      if (stays(declaration)) {
        rest.plans.set(declaration, plan);
      }
    });
    this.pieces.forEach((own, declaration) => {
      if (stays(declaration)) {
        rest.pieces.set(declaration, own);
      }
    });
    return rest;
  }
}

function pieceKey(idn: string, role: PieceRole, flow: string): string {
  return `${flow}/${role}/${idn}`;
}
