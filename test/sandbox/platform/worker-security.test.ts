/** What a skill of an artifact from elsewhere cannot do. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readArtifact } from "../../../scripts/artifact/index.ts";
import { findJinjaVersions } from "../../../scripts/sandbox/platform/python.ts";
import { startWorker, type Worker } from "../../../scripts/sandbox/platform/worker.ts";
import { temporaryFolder } from "../../artifact/temporary-folder.ts";

const pythons = findJinjaVersions();
const secretName = "PLANTED_TOKEN";
const secret = "planted-token-8271";

describe.each(pythons)("a skill on Jinja2 $jinjaVersion", ({ path }) => {
  let worker: Worker;
  beforeAll(async () => {
    worker = await startWorker({ python: path });
  });
  afterAll(() => worker.close());

  /** The value of a skill, or its error. */
  const outcome = async (source: string): Promise<string> => {
    const ended = await worker.loadAndRun(
      "F",
      { Main: { source, parameters: [] } },
      "Main",
      {},
      () => undefined,
    );
    return ended.ok ? (ended.value ?? "") : `${ended.error.type}: ${ended.error.message}`;
  };

  test.each([
    "{{ re.enum.sys.modules['os'].popen('echo broken out').read() }}",
    "{{ json.codecs.open('/etc/hostname').read() }}",
    "{{ json.decoder.scanner.re.enum.sys.modules }}",
    "{{ datetime.sys.modules }}",
    "{{ uuid.os.popen('echo broken out').read() }}",
    "{{ zoneinfo.reset_tzpath(to=['/etc']) }}",
    "{{ zoneinfo.ZoneInfo('../../../etc/hostname') }}",
    "{{ re.sub.__globals__ }}",
    "{{ json.loads.__globals__ }}",
    "{{ uuid.uuid4.__self__ }}",
    "{{ (re | attr('enum')).sys }}",
    "{{ re['enum'].sys }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(re) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format_map(json) }}",
    "{{ ['{0.__class__}'] | map('format', re) | list }}",
    "{{ re.sub('a', '{0.re.__class__}'.format, 'a') }}",
    "{{ json.loads('{}', object_hook='{0.__class__}'.format) }}",
    "{{ re.sub('a', '{0.re.__class__}' | attr('format'), 'a') }}",
    "{{ re.sub('a', '{0.re.__class__}'['format'], 'a') }}",
    "{{ lipsum.__globals__['os'].popen('echo broken out').read() }}",
    "{{ cycler('a').next.__func__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{% set ns = namespace(a=1) %}{{ ns._Namespace__attrs }}{{ ns.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{% macro m() %}{% endmacro %}{{ m._func }}{{ m._environment }}",
    "{% for x in [1] %}{{ loop._iterator }}{{ loop._undefined }}{% endfor %}",
    "{{ ([1] | map('string')).gi_frame.f_globals }}",
    "{{ (['x'] | selectattr('__class__') | list) or '' }}",
    "{{ [re] | map(attribute='__dict__') | first }}",
    "{{ [json.loads] | map(attribute='__globals__') | first }}",
    "{{ (dict | attr('mro'))() }}",
    "{{ re.search('a', 'a').re.__class__.__base__ }}",
    "{{ datetime.datetime.__subclasses__() }}",
    "{{ datetime.timezone.utc.__reduce__() }}",
    "{{ uuid.UUID.__init__.__globals__ }}",
    "{{ DUMMY.__closure__ }}{{ Return.__globals__ }}{{ Main.__code__ }}",
    "{{ nobody._undefined_exception }}{{ nobody._fail_with_undefined_error }}",
    "{{ zoneinfo.ZoneInfo.from_file('/etc/hostname') }}",
    "{{ json.loads('[]', cls=cycler) }}",
    "{{ re.sub('a', lipsum, 'a') }}",
    "{% extends '/etc/hostname' %}",
    "{% from '/etc/hostname' import host %}",
    "{% include '/etc/hostname' %}",
    "{% import '/etc/hostname' as host %}",
  ])("cannot get out by %s", async (source) => {
    const result = await outcome(source);
    // What is undefined prints as nothing; nothing that is printed tells of Python's own objects.
    expect(result).toMatch(
      /^(|(Security|Undefined|Value|Type|Index|Key|Attribute|Runtime)Error: .*|\['\{0\.__class__\}'\])$/u,
    );
    expect(result).not.toMatch(/broken out|<class|<module|<function/u);
  });

  test.each([
    "{{ 'a' * 10**9 }}",
    "{{ [0] * 10**10 }}",
    "{{ 'a' | center(10**10) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:2000000000}'.format(1) | length }}",
    "{{ (1).to_bytes(10**10, 'big') | length }}",
    "{% set ns = namespace(v='ab') %}{% for i in range(60) %}{% set ns.v = ns.v ~ ns.v %}{% endfor %}",
  ])("is refused the memory for %s, and the next one runs", async (source) => {
    // What is constant is worked out when the flow is loaded.
    const result = await outcome(source).catch((thrown: unknown) => (thrown as Error).message);
    expect(result).toMatch(/MemoryError: it needs more memory than skills are given$/u);
    expect(await outcome("{{ 1 + 1 }}")).toBe("2");
  });

  test.each([
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% set l = [0] %}{% for i in l %}{% set _ = l.append(1) %}{% endfor %}",
  ])("is ended when it takes too long: %s", async (source) => {
    const impatient = await startWorker({ python: path, timeoutMs: 1500 });
    const running = impatient.loadAndRun(
      "F",
      { Main: { source, parameters: [] } },
      "Main",
      {},
      () => undefined,
    );
    await expect(running).rejects.toThrow("did not answer within 1500 ms: run F Main");
    await impatient.close();
  });

  test("still has what NSL has", async () => {
    const source = `{{ json.dumps(json.loads('{"a": 1}')) }} {{ re.sub('b', 'c', 'ab') }} {{ re.findall('a', 'aA', re.I) | length }}
      {{ datetime.datetime(2026, 1, 2, tzinfo=zoneinfo.ZoneInfo('Europe/Riga')).isoformat() }}
      {{ 'Europe/Riga' in zoneinfo.available_timezones() }} {{ datetime.timedelta(days=1).total_seconds() }} {{ '{}'.format(3) }}`;
    expect((await outcome(source)).split(/\s+/u)).toEqual([
      ...['{"a":', "1}", "ac", "2", "2026-01-02T00:00:00+02:00", "True", "86400.0", "3"],
    ]);
  });
});

test("a process that runs skills does not have the variables of the person who started it", async () => {
  vi.stubEnv(secretName, secret);
  const { workerEnvironment } = await import("../../../scripts/sandbox/platform/worker-environment.ts");
  const environment = workerEnvironment(process.env);
  vi.unstubAllEnvs();
  expect(JSON.stringify(environment)).not.toContain(secret);
  expect(Object.keys(workerEnvironment({ PATH: "/bin", ALTEGIO_PARTNER_TOKEN: "x", HOME: "/h" }))).toEqual([
    "PATH",
    "HOME",
    "PYTHONHASHSEED",
  ]);
});

test("an artifact cannot take in a file from elsewhere by a link", () => {
  const folder = temporaryFolder();
  const outside = join(temporaryFolder(), "secret.nsl");
  writeFileSync(outside, secret);
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "import_version.txt"), "v2.0.0");
  symlinkSync(outside, join(folder, "a", "linked.nsl"));
  expect([...readArtifact(folder).values()].join("")).not.toContain(secret);
});
