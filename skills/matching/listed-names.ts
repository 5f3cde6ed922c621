/** Several names given as one text. */

/**
 * The names of a list such as `pedicure and manicure`; a name that is counted, as in `two pedicures`, stands there
 * twice. One text when it is no list.
 */
export function listedNames(text: string): readonly string[] {
  const names = parts(text.replace(/[,;+&\n]| (?:and|then|with|plus|und|mit|sowie|et|e|y|и|та|і) /gu, "\n"));
  return names.flatMap((name) => {
    const counted = name.match(
      /^(?:[2-9]|[Tt]wo|[Tt]hree|[Ff]our|[Zz]wei|[Dd]rei|[Vv]ier|[Дд]ве|[Дд]ва|[Тт]ри)(?: ?x)? +(.+)$/u,
    );
    return counted === null ? [name] : [counted[1] ?? "", counted[1] ?? ""];
  });
}

/** The names of a choice such as `Anna or Mila`; one text when it is none. */
export function alternativeNames(text: string): readonly string[] {
  return parts(text.replace(/[/\n]| (?:or|oder|ou|или|або) /gu, "\n"));
}

function parts(lines: string): readonly string[] {
  return lines
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
