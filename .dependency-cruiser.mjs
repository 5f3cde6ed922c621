// The architecture as rules: which room may lean on which (docs/architecture.md). `npm run check` holds them.

import { readdirSync } from "node:fs";

const toolkit = "scripts/toolkit[.]ts";
/** The platform's names, which the compiler writes as the SDK does. */
const contract = "scripts/sdk/contract[.]ts";

/**
 * Room -> the rooms it may import; what stands behind "types of" may only be imported as types. A room that is not
 * here may import anything (`test/`, `docs/examples/`); every room may import itself.
 */
const rooms = {
  // The module. All of it may import the SDK's entry besides.
  attributes: [],
  scenarios: ["attributes"],
  "skills/text": [],
  "skills/domain": ["attributes"],
  "skills/wording": ["skills/(domain|text)"],
  "skills/matching": ["skills/(domain|text|wording)"],
  "skills/altegio": ["types of skills/domain", "skills/text"],
  "skills/hearing": ["attributes", "skills/(domain|text)"],
  "skills/lookups": ["attributes", "skills/(altegio|domain|matching|text|wording)"],
  "skills/telling": ["skills/(domain|hearing|text|wording)"],
  "skills/setup": ["attributes", "scenarios", "skills/(altegio|domain|lookups|text|wording)"],
  module: ["attributes", "scenarios", "skills"],

  // The toolkit. None of it may import the module, or the simulator of what the module talks to.
  "scripts/sdk": [],
  "scripts/secrets": [],
  "scripts/model": ["types of scripts/sdk", toolkit],
  "scripts/project": ["scripts/model", toolkit],
  "scripts/artifact": ["scripts/model", "types of scripts/sdk"],
  "scripts/registry": ["scripts/artifact", toolkit],
  "scripts/builder": ["types of scripts/model", "scripts/(artifact|secrets)", toolkit],
  "scripts/lint": ["scripts/model", "types of scripts/sdk"],
  "scripts/release": ["scripts/(artifact|model)", "types of scripts/sdk", toolkit],
  "scripts/probe": [
    "types of scripts/model",
    "scripts/model/problem[.]ts",
    "scripts/artifact",
    contract,
    toolkit,
  ],
  "scripts/diff": ["scripts/(artifact|model)", contract],
  "scripts/compiler/nsl": ["types of scripts/model"],
  "scripts/compiler/diagnostics": ["scripts/model", toolkit],
  "scripts/compiler/analysis": [],
  "scripts/compiler/context": ["types of scripts/compiler/(analysis|diagnostics)", "scripts/compiler/nsl"],
  "scripts/compiler/transform": ["scripts/compiler/(analysis|context|diagnostics|nsl)"],
  "scripts/compiler/builtins": [
    "types of scripts/compiler/context",
    "scripts/compiler/(analysis|diagnostics|nsl|transform)",
    contract,
  ],
  "scripts/compiler/segments": [
    "types of scripts/compiler/context",
    "scripts/compiler/(analysis|diagnostics|transform)",
  ],
  "scripts/compiler/flow": [
    "scripts/compiler/(analysis|context|diagnostics|nsl|segments|transform)",
    contract,
  ],
  "scripts/compiler": ["types of scripts/model", "scripts/compiler", "scripts/project", toolkit],
  "scripts/assemble": ["scripts/(artifact|compiler|model|project|release|sdk)", toolkit],
  "scripts/sandbox/platform": [
    "types of scripts/model",
    "scripts/model/yaml-depth[.]ts",
    "scripts/(project|sdk|secrets)",
    toolkit,
  ],
  "scripts/sandbox/program": ["scripts/(compiler|model|project|sandbox/platform|sdk|secrets)", toolkit],
  "scripts/sandbox/builder": [
    "types of scripts/(model|project)",
    "scripts/(artifact|registry|sandbox/platform|secrets)",
  ],
  "scripts/sandbox/conversations": ["types of scripts/(project|sdk)", "scripts/(model|sandbox/platform)"],
  "scripts/new": ["types of scripts/sdk", toolkit],
  "scripts/sandbox/workbench": [
    contract,
    "types of scripts/(model|project|sdk)",
    "scripts/(artifact|builder|diff|registry|sandbox/builder|sandbox/conversations|sandbox/platform)",
    toolkit,
  ],
  // Runs in a browser.
  "scripts/workbench-page": ["types of scripts/sandbox/workbench"],
  "scripts/python": ["types of scripts/project", "scripts/sandbox/platform", toolkit],
  "scripts/talk": ["scripts/(sandbox/conversations|sandbox/platform|sdk|secrets)", toolkit],
  "scripts/demo": ["types of scripts/model", "scripts/sandbox"],
  "scripts/cli": [
    "types of scripts/(compiler|sdk)",
    "scripts/(artifact|assemble|builder|demo|diff|lint|model|new|probe|project|python|registry|release|sandbox|secrets|talk)",
    toolkit,
  ],
  "scripts/fuzz": [
    "types of scripts/(model|sdk)",
    "scripts/(compiler|compiler/optimise|sandbox/program)",
    toolkit,
  ],
  "scripts/bench": ["scripts/(assemble|project|sandbox/program)", "types of scripts/(model|sdk)", toolkit],
  "scripts/phones": [toolkit],
  "scripts/docs": [
    "types of scripts/sdk",
    "scripts/(assemble|cli|compiler|lint|model|probe|project|release|sandbox/program)",
    toolkit,
  ],
  // On top of both: what is simulated, and how many requests the module makes of it.
  "scripts/simulator": [
    "attributes",
    "module",
    "scenarios",
    "skills/(altegio|domain|text)",
    "scripts/(assemble|compiler|model|project|sandbox|sdk)",
    toolkit,
  ],
};

/** What the module does: each folder of `skills/` that is no room above. None of them leans on another. */
const tasks = readdirSync("skills", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `skills/${name}`)
  .filter((folder) => !(folder in rooms))
  .map((folder) => [
    folder,
    ["attributes", "skills/(altegio|domain|hearing|lookups|matching|telling|text|wording)"],
  ]);

const everything = "^(attributes|module|scenarios|skills|scripts)/";
const types = "types of ";

/** The rules of one room: it imports itself and the rooms it names, and of some of them only types. */
function rulesOf([room, allowed]) {
  const entry = room.startsWith("scripts/") ? [] : ["scripts/sdk/index[.]ts"];
  const typeRooms = allowed.filter((name) => name.startsWith(types)).map((name) => name.slice(types.length));
  const within = (names) => names.map((name) => `^${name}${name.endsWith("[.]ts") ? "$" : "/"}`);
  const pathNot = within([
    room,
    ...entry,
    ...typeRooms,
    ...allowed.filter((name) => !name.startsWith(types)),
  ]);
  // A room within a room has rules of its own.
  const inner = Object.keys(rooms).filter((name) => name.startsWith(`${room}/`));
  const from = { path: `^${room}/`, ...(inner.length === 0 ? {} : { pathNot: within(inner) }) };
  const known = {
    name: `what ${room} may import`,
    comment: `See the list of rooms in .dependency-cruiser.mjs.`,
    severity: "error",
    from,
    to: { path: everything, pathNot },
  };
  const onlyTypes = {
    name: `what ${room} may import as types only`,
    severity: "error",
    from,
    // A file that is named alone may be imported for its values.
    to: {
      path: within(typeRooms),
      pathNot: within([room, ...allowed.filter((name) => name.endsWith("[.]ts"))]),
      dependencyTypesNot: ["type-only"],
    },
  };
  return typeRooms.length === 0 ? [known] : [known, onlyTypes];
}

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...[...Object.entries(rooms), ...tasks].flatMap(rulesOf),
    {
      name: "no circles",
      comment: "Two files that need each other's values belong into one, or what both need into a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "skills import no package",
      comment: "Neither Node nor npm exists on the platform.",
      severity: "error",
      from: { path: "^(attributes|module|scenarios|skills)/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-peer", "npm-optional"] },
    },
    { name: "no missing files", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no tests in the product",
      severity: "error",
      from: { pathNot: "^(test|docs)/|^[^/]*$" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage|test/compiler/diagnostics|test/compiler/authors/(programs|edited))/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
