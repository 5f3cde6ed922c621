/** One page of a list, as most lists of the platform come. */

/** Items and where they stand. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly metadata: { readonly page: number; readonly per: number; readonly total: number };
}

/** The page that `page` (from 1) and `per` ask for. */
export function page<T>(items: readonly T[], query: URLSearchParams): Page<T> {
  const number = (name: string, otherwise: number): number => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const at = number("page", 1);
  const per = number("per", 50);
  return {
    items: items.slice((at - 1) * per, at * per),
    metadata: { page: at, per, total: items.length },
  };
}
