/** Pieces of text for one file, in their order where several are put at one position. */
import type ts from "typescript";
import { at, type Insertion } from "./edited-sources.ts";

/** Collects what is put into a file: what ends at a position comes before what begins there. */
export class Pieces {
  private readonly places = new Map<number, { ends: string; starts: string }>();

  /** Puts something around what stands there; what is put later comes inside. */
  around(from: number, before: string, to: number, after: string): void {
    this.placeAt(from).starts += before;
    const place = this.placeAt(to);
    place.ends = after + place.ends;
  }

  /** Has something else be read in place of what stands there, which becomes a comment. */
  instead(from: number, to: number, text: string): void {
    this.around(from, `${text}/*`, to, "*/");
  }

  /** Puts something before what stands there. */
  before(position: number, text: string): void {
    this.placeAt(position).starts += text;
  }

  /** Puts something before all that is put before what stands there. */
  first(position: number, text: string): void {
    const place = this.placeAt(position);
    place.starts = text + place.starts;
  }

  /** Puts something behind what ends there, and behind what was put there before. */
  behind(position: number, text: string): void {
    this.placeAt(position).ends += text;
  }

  /** All of it. */
  insertions(file: ts.SourceFile): readonly Insertion[] {
    return [...this.places].map(([position, { ends, starts }]) => at(file, position, ends + starts));
  }

  private placeAt(position: number): { ends: string; starts: string } {
    const place = this.places.get(position) ?? { ends: "", starts: "" };
    this.places.set(position, place);
    return place;
  }
}
