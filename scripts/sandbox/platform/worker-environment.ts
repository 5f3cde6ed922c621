/** The variables that the process which runs skills is given. */

/** What Python needs to start and to find its packages, its time zones and a place for texts of a locale. */
const needed = [
  ...["PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "PYTHONHOME", "PYTHONTZPATH", "LD_LIBRARY_PATH"],
  ...["SYSTEMROOT", "APPDATA", "USERPROFILE"],
] as const;

/**
 * The few variables of `all` that Python needs; tokens and keys of the person stay outside. The fixed hash seed makes
 * the order of Python's sets, and with it every run, repeatable.
 */
export function workerEnvironment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = needed.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const]));
  return { ...Object.fromEntries(kept), PYTHONHASHSEED: "0" };
}
