/** The verbs. A verb has its description here, its implementation in `commands/` and a line in `implementations.ts`. */
import { environmentName } from "../toolkit.ts";
import type { CommandDefinition } from "./command.ts";

const out = {
  kind: "text",
  value: "folder",
  description: "folder of the build, relative to the project",
  default: "dist",
} as const;

const format = {
  kind: "text",
  value: "form",
  description: "how problems are shown: for people, or for machines and then alone on the output",
  default: "pretty",
  choices: ["pretty", "json"],
} as const;

const problemFormat = { ...format, choices: ["pretty", "json", "sarif"] } as const;

const json = { kind: "flag", description: "print the result as JSON and nothing else" } as const;

const maps = {
  kind: "text",
  value: "folder",
  description: "where releases keep their maps, relative to the project: of a build, or of a registry",
  default: "",
} as const;

const yes = {
  kind: "flag",
  letter: "y",
  description: "do not ask before writing to a Builder that is not on this machine",
} as const;

const publish = {
  kind: "flag",
  description: "publish all flows afterwards, which runs the module's hook",
} as const;

const as = {
  kind: "text",
  value: "idn",
  description: "idn of the project in the account, instead of the module's own",
  default: "",
} as const;

const conversation = {
  description:
    "Play written conversations on the artifact against the project's simulator, in both runtimes.",
  argument: {
    value: "FILE",
    description: "YAML files, relative to the current folder; all of the project when left out",
    many: true,
    optional: true,
  },
  options: {
    runtime: {
      kind: "text",
      value: "name",
      description: "the handlers in Node, the compiled skills, or both compared action by action",
      default: "both",
      choices: ["both", "node", "nsl"],
    },
    json,
  },
} as const;

const newName = {
  value: "NAME",
  description: "what it is called, in small letters with hyphens: confirm-visit",
  many: false,
} as const;

/** Verb, with a blank between a group and its member -> what it is. */
export const commands = {
  build: {
    description: "Compile the module and write the artifact that is imported into Newo.",
    options: {
      out,
      json: { ...json, description: "print the manifest as JSON and nothing else" },
      format: problemFormat,
      cache: {
        kind: "negated",
        description: "compile again, although nothing has changed since the last build",
      },
    },
    examples: {
      build: "write dist/artifact, the zip, the manifest and the source maps",
      "build --out ../module-dist": "write them somewhere else",
      "build --json": "write them and print the manifest, for a script",
    },
  },
  check: {
    description:
      "Do everything a build does except writing; check the scenarios, and that released names are kept.",
    options: {
      probe: {
        kind: "text",
        value: "FILE",
        description:
          "also compare the report of a live account, which `probe --read` writes, with what is taken for granted",
        default: "",
      },
      json,
      format: problemFormat,
    },
    examples: {
      check: "report every problem of the sources at once",
      "check --probe report.json":
        "say which assumptions an account has confirmed or contradicted, with their places",
      "check --format json": "report them as JSON, for an editor or a script",
    },
  },
  compile: {
    description: "Compile one file that exports main(ctx, input): show its NSL, or run it in both runtimes.",
    argument: { value: "FILE.ts", description: "the program; relative to the current folder", many: false },
    options: {
      run: {
        kind: "text",
        value: "INPUT.json",
        description:
          'run it as JavaScript and as NSL and print {js, nsl, equal}; the file holds {"input": ...} and what else docs/subset.md names',
        default: "",
      },
      map: { kind: "flag", description: "also print the source map of each skill" },
      all: { kind: "flag", description: "also show the skills of the runtime and the SDK" },
      json: { ...json, description: "print the skills as JSON and nothing else" },
      format: problemFormat,
    },
    examples: {
      "compile hello.ts": "show the skills it becomes",
      "compile hello.ts --run input.json": "run it with an input and compare both runtimes",
      "compile hello.ts --map": "show the skills and their source maps",
    },
  },
  locate: {
    description: "Find the TypeScript line behind a line of a compiled skill.",
    argument: {
      value: "place",
      description: "flow, skill and line, or a line of the platform's log",
      many: true,
    },
    options: {
      out,
      version: {
        kind: "text",
        value: "x.y.z",
        description: "the version that wrote the line, when it is not the one that was built last",
        default: "",
      },
      maps,
      json,
    },
    examples: {
      "locate BookingFlow BookAppointmentSkill 14": "find the source of line 14 of this skill",
      'locate "BookingFlow/BookAppointmentSkill:14 undefined"': "find the place a line of the log names",
      "locate --version 1.2.0 --maps .registries BookingFlow BookAppointmentSkill 14":
        "look into the maps of a release",
    },
  },
  watch: {
    description: "Build, and build again whenever a source changes.",
    options: { out, json: { ...json, description: "print a line of JSON for each build and nothing else" } },
    examples: { watch: "keep dist up to date while you write" },
  },
  texts: {
    description:
      "Render the templates of the scenarios, and the version, into the files that the module reads.",
    options: { json },
    examples: { texts: "bring scenarios/texts.ts up to date after a template was changed" },
  },
  lint: {
    description: "Check the texts of the scenarios: numbering, references, the phrases that fire the tools.",
    options: { json, format: problemFormat },
    examples: { lint: "report what the agent would stumble over" },
  },
  diff: {
    description: "Show what differs between two states of the module, object by object and line by line.",
    argument: {
      value: "SIDE",
      description:
        "working-tree, latest, a released version, live, live:<idn>, a folder or a zip; latest and working-tree when left out",
      many: true,
      optional: true,
    },
    options: { json },
    examples: {
      diff: "show what has changed since the newest release",
      "diff 1.2.0": "show what has changed since that release",
      "diff before.zip dist": "compare a zip with what was built",
      "diff live": "show what a push would change in the account of NEWO_BASE_URL and NEWO_API_KEY",
    },
  },
  release: {
    description: "Release the module: check, tag, and put artifact, manifest and maps into the registry.",
    options: {
      bump: {
        kind: "text",
        value: "part",
        description:
          "raise the version first; by the part that what has changed since the newest release asks for, or by the one named",
        default: "",
        choices: ["auto", "major", "minor", "patch"],
        whenBare: "auto",
      },
      "dry-run": { kind: "flag", description: "say what would be released and why, and write nothing" },
      json,
    },
    examples: {
      "release --bump": "raise the version as the changes ask for, commit, tag and release",
      release: "release the version that module.yaml has",
      "release --bump --dry-run": "show the version and the changes behind it",
    },
  },
  demo: {
    description: "Build the module and play a phone call on the artifact against a simulated service.",
    options: {
      date: {
        kind: "text",
        value: "YYYY-MM-DD",
        description: "day the caller asks for, instead of the one that is written down",
        default: "",
      },
      build: { kind: "negated", description: "do not build; play what the folder of the build holds" },
      out,
      json,
    },
    examples: {
      demo: "build into dist and play the call",
      "demo --date 2026-12-05": "have the caller ask for a Saturday",
      "demo --no-build": "play the artifact as it is in dist",
    },
  },
  "conversation run": {
    ...conversation,
    examples: {
      "conversation run": "play all conversations of the project",
      "conversation run booking.yaml": "play those of one file",
      "conversation run --runtime node": "play them without Python, while you write",
    },
  },
  converse: {
    ...conversation,
    description: "The short name of `conversation run`.",
    examples: { "converse booking.yaml": "play the conversations of one file" },
  },
  talk: {
    description:
      "Play talks in which a language model is the caller, the agent, the tool caller and the extraction.",
    argument: {
      value: "FILE",
      description: "YAML files or folders, relative to the current folder",
      many: true,
    },
    options: {
      record: { kind: "flag", description: "keep every answer of the model beside the file of its talk" },
      replay: {
        kind: "flag",
        description: "play what was recorded, or answers written by hand, without a network",
      },
      json,
    },
    examples: {
      "talk test/talks/hurried.yaml": `play one with the model that ${environmentName("TALK_URL")}, _KEY and _MODEL name`,
      "talk test/talks --record": "play all of a folder and keep the answers",
      "talk test/talks --replay": "play all that has answers, without a model",
    },
  },
  setup: {
    description: "Make sure that there is a Python with Jinja2, which runs compiled skills locally.",
    options: { json },
    examples: { setup: "find a Python with Jinja2, or install Jinja2 into .venv" },
  },
  doctor: {
    description:
      "Look at Node, Python, the account of the service and the Builder, and say what to do about each.",
    options: { json },
    examples: {
      doctor: "look at everything; tokens are read from the environment or .env, and nothing is written",
    },
  },
  verify: {
    description:
      "Make the five checks of the set-up guide with the module's own handlers, on a simulated service or a real account.",
    options: {
      live: {
        kind: "flag",
        description:
          "on the real account of the tokens in the environment or .env; --location and --phone go with it",
      },
      location: {
        kind: "text",
        value: "number",
        description: "the location of the account that is booked at",
        default: "",
      },
      phone: {
        kind: "text",
        value: "number",
        description: "phone number of the visitor, with country code; the service may send it messages",
        default: "",
      },
      service: {
        kind: "text",
        value: "name",
        description: "the service that is booked; the first with free times when left out",
        default: "",
      },
      staff: {
        kind: "text",
        value: "name",
        description: "the member of the staff it is booked with; the first with free times when left out",
        default: "",
      },
      runtime: {
        kind: "text",
        value: "name",
        description:
          "the handlers in Node, the compiled skills, or first the one and then the other; in Node on a real account and both on a simulated one when left out",
        default: "",
        choices: ["both", "node", "nsl"],
      },
      yes: { ...yes, description: "do not ask before booking in a real account" },
      json,
    },
    examples: {
      verify: "check the module against the simulator of the project, in both runtimes",
      "verify --live --location 720441 --phone +4915198765432":
        "check a real account; what is booked is cancelled again",
      "verify --live --location 720441 --phone +4915198765432 --staff Anna --json --yes":
        "book with this member, ask nothing and print JSON",
    },
  },
  logs: {
    description: "Show lines of the platform's log, each with the TypeScript line it comes from.",
    argument: {
      value: "FILE",
      description: "a file of log lines, or - for the input; those of the Builder's account when left out",
      many: false,
      optional: true,
    },
    options: {
      level: {
        kind: "text",
        value: "level",
        description: "lines of this level alone",
        default: "",
        choices: ["info", "warning", "error"],
      },
      last: { kind: "text", value: "number", description: "so many of the newest lines", default: "50" },
      as,
      out,
      version: {
        kind: "text",
        value: "x.y.z",
        description:
          "the version that wrote the lines; that of the account, or of the last build, when left out",
        default: "",
      },
      maps,
      json,
    },
    examples: {
      logs: "show the newest lines of the account of NEWO_BASE_URL and NEWO_API_KEY",
      "logs --level error --last 10": "show the last errors",
      "logs saved.log --version 1.2.0 --maps .registries": "show a file that a release has written",
    },
  },
  invoke: {
    description:
      "Run one skill of the artifact in the sandbox: for an event as its handler, or a helper with parameters.",
    argument: { value: "SKILL", description: "idn of a skill or an event, or Flow/idn", many: false },
    options: {
      input: {
        kind: "text",
        value: "FILE.json",
        description:
          "what it is run with: now, caller, attributes, memory, facts, arguments of the event, parameters of a helper; a record with any of them",
        default: "",
      },
      runtime: {
        kind: "text",
        value: "name",
        description: "the handler in Node, or the compiled skill, which alone runs helpers",
        default: "nsl",
        choices: ["node", "nsl"],
      },
      json,
    },
    examples: {
      "invoke session_started": "run what the module does when a conversation begins",
      "invoke CheckAvailabilitySkill --input wish.json": "run a handler with what was said and understood",
      "invoke BookingFlow/_helper --input values.json":
        "call a helper with parameters and show what it returns",
    },
  },
  "sandbox publish": {
    description: "Install the module into the local sandbox, publish it and print the set-up status.",
    options: { json },
    examples: { "sandbox publish": "show what the publish hook reports" },
  },
  "sandbox start": {
    description: "Run a Builder of an account of your own, with the project's simulator, until Ctrl+C.",
    options: {
      port: {
        kind: "text",
        value: "number",
        description: "TCP port of the Builder; 0 for any",
        default: "4747",
      },
      json: { ...json, description: "print the addresses as JSON and nothing else" },
    },
    examples: {
      "sandbox start": "print the addresses, and what real clients need in their .env",
      "sandbox start --port 0": "take any port that is free",
    },
  },
  workbench: {
    description:
      "Open a local page to configure the module, talk to it and watch the calendar, until Ctrl+C.",
    options: {
      port: {
        kind: "text",
        value: "number",
        description: "TCP port of the page; 0 for any",
        default: "4748",
      },
      open: { kind: "flag", description: "open the page in the browser of this machine" },
      json: { ...json, description: "print the address as JSON and nothing else" },
    },
    examples: {
      workbench: "print the address of the page",
      "workbench --open": "and open it",
    },
  },
  install: {
    description: "Install the module from a registry into an account, as a Builder user does.",
    options: {
      release: {
        kind: "text",
        value: "version",
        description: "a version to keep to; the newest when left out",
        default: "",
      },
      as,
      publish,
      yes,
      json,
    },
    examples: {
      install: "install the newest release into the account of NEWO_BASE_URL and NEWO_API_KEY",
      "install --release 1.0.0 --publish": "install one that stays, and publish it",
    },
  },
  status: {
    description:
      "Show what an account holds: versions, what is newer, what is not published, the set-up status.",
    options: { as, json },
    examples: { status: "look at the account of NEWO_BASE_URL and NEWO_API_KEY" },
  },
  push: {
    description: "Build the module and send to an account what differs there, then publish what has changed.",
    options: {
      as,
      "dry-run": { kind: "flag", description: "show what would be sent, and send nothing" },
      prune: { kind: "flag", description: "also remove what was not made by a push from here" },
      overwrite: {
        kind: "flag",
        description: "also replace what was edited in the Builder since the last push",
      },
      yes,
      json,
    },
    examples: {
      push: "send what has changed; a second one sends nothing",
      "push --dry-run": "show what would be sent",
    },
  },
  pull: {
    description: "Write a project of an account into a folder, in the form of an artifact.",
    argument: { value: "FOLDER", description: "where to; relative to the current folder", many: false },
    options: { as, json },
    examples: { "pull ../live": "write the module as the account has it" },
  },
  "force-update": {
    description:
      "Bring a project of an account to the newest release, after showing what changes and trying it on a copy.",
    options: {
      as,
      "dry-run": { kind: "flag", description: "show what would change, rehearse it, and change nothing" },
      force: { kind: "flag", description: "also update where the rehearsal in the sandbox has failed" },
      publish,
      yes,
      json,
    },
    examples: {
      "force-update --dry-run": "show what the newest release changes, and which edits it would replace",
      "force-update --publish": "update and publish",
    },
  },
  probe: {
    description:
      "Write a small project that reports what a live account gives where that is not documented; send it; read its report.",
    options: {
      out: {
        kind: "text",
        value: "place",
        description: "where the project goes: a folder, or a name that ends with .zip",
        default: ".sandbox/probe",
      },
      url: {
        kind: "text",
        value: "address",
        description:
          "an address without login that it sends two requests to; the first of the project's simulator when left out",
        default: "",
      },
      push: {
        kind: "flag",
        description: "send it to the Builder and publish it, as a project of its own, instead of writing it",
      },
      read: {
        kind: "text",
        value: "FILE",
        description: "read what it has reported from the Builder into a file, or without one to the output",
        default: "",
        whenBare: "-",
      },
      yes,
      json,
    },
    examples: {
      probe: "write the project into .sandbox/probe",
      "probe --out probe.zip": "write it as a zip",
      "probe --push": "send it to the Builder of NEWO_BASE_URL and NEWO_API_KEY and publish it",
      "probe --read report.json":
        "read what it has reported, two minutes later; then: check --probe report.json",
    },
  },
  "new attribute": {
    description: "Write a new attribute, which the Builder user enters, and its first test.",
    argument: newName,
    options: { json },
    examples: { "new attribute opening-note": "write the definition and enter it into the module" },
  },
  "new tool": {
    description:
      "Write a new tool with its switch, flow, handler and scenario, and a conversation as its first test.",
    argument: newName,
    options: { json },
    examples: { "new tool confirm-visit": "write all that makes a promise of the agent run a handler" },
  },
  "new scenario": {
    description: "Write a new intent with its scenario, and its first test.",
    argument: newName,
    options: { json },
    examples: { "new scenario gift-card": "write what the agent is told, from a template" },
  },
  "new conversation": {
    description: "Play one exchange in which a tool fires, and write it down with what it came to.",
    argument: newName,
    options: {
      tool: {
        kind: "text",
        value: "idn",
        description: "the tool; the first of the module when left out",
        default: "",
      },
      json,
    },
    examples: { "new conversation who-is-free": "write a conversation that passes, to go on from" },
  },
} as const satisfies Readonly<Record<string, CommandDefinition>>;

/** The verbs by name. */
export type Commands = typeof commands;

/** The name of a verb. */
export type CommandName = keyof Commands;

/** Groups of verbs: `sandbox publish` belongs to `sandbox`. */
export const commandGroups: Readonly<Record<string, string>> = {
  conversation: "Work with written conversations.",
  new: "Write something new, entered wherever it has to be known, with a first test that passes.",
  sandbox: "Work with the local Newo sandbox.",
};
