/**
 * What was worked out from a text the last time. A build in a process that goes on finds most texts unchanged, and
 * a result is kept only until its text changes, so that nothing grows from build to build.
 */
export class LastResults<T> {
  private readonly known = new Map<string, { readonly from: string; readonly result: T }>();

  /**
   * The result for a key, made anew when `from` is another text than the last time.
   *
   * @param key what the result is of, such as a file name
   * @param from everything the result depends on
   */
  of(key: string, from: string, make: () => T): T {
    const last = this.known.get(key);
    if (last?.from === from) {
      return last.result;
    }
    const result = make();
    this.known.set(key, { from, result });
    return result;
  }
}
