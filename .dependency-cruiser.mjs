// The architecture as rules: which room may lean on which (docs/architecture.md). `npm run check` holds them.

const toolkit = "scripts/toolkit[.]ts";
const compiler = "scripts/compiler";
const rooms = {
  // The module. What says "types" may be imported as types only.
  attributes: [],
  scenarios: ["attributes"],
  "skills/text": [],
  "skills/domain": ["attributes", "skills/text"],
  "skills/wording": ["skills/domain", "skills/text"],
  "skills/matching": ["skills/domain", "skills/text", "skills/wording"],
  "skills/altegio": ["types skills/domain", "skills/text"],
  "skills/hearing": ["attributes", "skills/domain", "skills/text"],
  "skills/lookups": ["attributes", "skills/(altegio|domain|matching|text|wording)"],
  "skills/(appointments|availability|booking|cancellation|reschedule)": [
    "attributes",
    "skills/(altegio|domain|hearing|lookups|matching|text|wording)",
  ],
  "skills/setup": ["attributes", "scenarios", "skills/(altegio|domain|lookups|text|wording)"],
  module: ["attributes", "scenarios", "skills"],

  // The toolkit.
  "scripts/sdk": [],
  "scripts/model": ["types scripts/sdk", toolkit],
  "scripts/project": ["scripts/model", toolkit],
  "scripts/artifact": ["scripts/model", "types scripts/sdk"],
  "scripts/lint": ["scripts/model", "types scripts/sdk"],
  "scripts/compiler/nsl": ["types scripts/model"],
  "scripts/compiler/diagnostics": ["scripts/model", toolkit],
  "scripts/compiler/analysis": [],
  "scripts/compiler/context": [`types ${compiler}/(analysis|diagnostics)`, `${compiler}/nsl`],
  "scripts/compiler/transform": [`${compiler}/(analysis|context|diagnostics|nsl)`],
  "scripts/compiler/builtins": [
    `${compiler}/(analysis|diagnostics|nsl|transform)`,
    `types ${compiler}/context`,
  ],
  "scripts/compiler/segments": [
    `${compiler}/(analysis|diagnostics|transform)`,
    `types ${compiler}/(context|nsl)`,
  ],
  "scripts/compiler/flow": [`${compiler}/(analysis|context|diagnostics|nsl|segments|transform)`],
  "scripts/compiler": ["types scripts/model", "scripts/project", toolkit],
  "scripts/assemble": ["scripts/(artifact|compiler|model|project|sdk)", toolkit],
  "scripts/sandbox/platform": ["types scripts/model", "scripts/(project|sdk)", toolkit],
  "scripts/sandbox/program": ["scripts/(compiler|model|project|sandbox/platform|sdk)", toolkit],
  "scripts/sandbox/conversations": ["scripts/(assemble|model|project|sandbox/platform|sdk)", toolkit],
  "scripts/python": ["types scripts/project", "scripts/sandbox/platform", toolkit],
  "scripts/cli": [
    "scripts/(artifact|assemble|lint|model|project|python|sandbox)",
    "types scripts/(compiler|sdk)",
    toolkit,
  ],
  "scripts/fuzz": ["types scripts/(model|sdk)", "scripts/sandbox/program", toolkit],
  "scripts/bench": ["scripts/(assemble|project)", toolkit],
  "scripts/docs": ["scripts/(cli|compiler|model|project|sandbox/program)", toolkit],
};

const own = "^(attributes|module|scenarios|skills|scripts)/";
const outsideToolkit = /^(attributes|scenarios|skills|module)/u;

/** The rules of one room: nothing but what it names, and of some only types. */
function rulesOf([room, allowed]) {
  const sdk = outsideToolkit.test(room) ? ["scripts/sdk/index[.]ts$"] : [];
  const inRoom = room.includes("(") ? room.replace(/\(.*\)/u, "$1") : `${room}/`;
  const types = allowed.filter((entry) => entry.startsWith("types ")).map((entry) => entry.slice(6));
  const values = allowed.filter((entry) => !entry.startsWith("types "));
  const pathNot = (entries) => entries.map((entry) => `^${entry}`);
  const rules = [
    {
      name: `${room} leans on its own`,
      severity: "error",
      from: { path: `^${room.includes("(") ? room : room}/` },
      to: { path: own, pathNot: pathNot([inRoom, ...sdk, ...types, ...values]) },
    },
  ];
  return types.length === 0
    ? rules
    : [
        ...rules,
        {
          name: `${room} takes only types`,
          severity: "error",
          from: { path: `^${room}/` },
          to: { path: types.map((entry) => `^${entry}`), pathNot: `^${inRoom}`, dependencyTypesNot: ["type-only"] },
        },
      ];
}
