/** Ids that are the same in every run. */

/**
 * Makes UUIDs (version 4 by their form) that count upwards.
 *
 * @returns gives the next id as text
 */
export function sequentialIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}
