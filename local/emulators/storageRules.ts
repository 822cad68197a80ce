// Provides the engine for Storage rules: the CLI's own where this machine has it, else Google's rules engine out of
// the Firestore emulator's jar, behind the same protocol (storage-rules/).
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { cacheDir, projectRoot } from '../paths.ts';
import { SetupProblem } from '../setupProblem.ts';
import { cliCache, downloadByCli, thisMachine, type FirestoreJar } from './firestoreJar.ts';
import { writeManifestJar } from './jar.ts';
import type { Java } from './java.ts';

const sources = globSync(join(projectRoot, 'local', 'storage-rules', '*.java')).sort();
const mainClass = 'StorageRules';

function cliRuntime(): string | null {
  const given = process.env['STORAGE_EMULATOR_BINARY_PATH'];
  if (given !== undefined && given !== '') return given;
  return globSync(join(cliCache(), 'cloud-storage-rules-runtime-v*.jar')).sort().at(-1) ?? null;
}

/** One folder per jar, source and Java, since each of them may change under the same name. */
function cacheFolder(java: Java, jar: FirestoreJar): string {
  const { size, mtimeMs } = statSync(jar.path);
  const code = sources.map((file) => readFileSync(file, 'utf8'));
  const key = [jar.path, size, mtimeMs, java.version, ...code].join('\n');
  return join(cacheDir, `storage-rules-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`);
}

/** Compiled and probed beside its place and then renamed, so that two runs at once never see half of it. */
async function compile(java: Java, jar: FirestoreJar, folder: string): Promise<void> {
  if (java.javac === null)
    throw new SetupProblem(
      `The Storage rules need a JDK, and the Java in ${java.home} has no compiler: install a JDK of version ${java.version}, or get the CLI's own engine with \`npx firebase setup:emulators:storage\`.`,
    );
  mkdirSync(cacheDir, { recursive: true });
  const draft = mkdtempSync(join(cacheDir, 'compiling-'));
  try {
    await promisify(execFile)(java.javac, ['-nowarn', '-d', draft, '-cp', jar.path, ...sources]);
    const probing = join(draft, 'probe.jar');
    writeManifestJar(probing, mainClass, [jar.path, `${draft}/`]);
    await probe(java, probing);
    writeFileSync(join(draft, 'probed'), '');
    if (!existsSync(folder)) renameSync(draft, folder);
  } catch (error) {
    if (existsSync(join(folder, 'probed'))) return; // another run was faster
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    throw new SetupProblem(
      `The rules engine in the Firestore emulator ${jar.version} does not work for Storage rules (${reason}): get the CLI's own engine with \`npx firebase setup:emulators:storage\`.`,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const probeRules = `rules_version = '2';
service firebase.storage { match /b/{b}/o { match /{owner}/{file} { allow get: if request.auth.token.unit in resource.metadata.readers.split(','); } } }`;

const text = (value: string) => ({ string_value: value });
const map = (fields: object) => ({ map_value: { fields } });

function question(id: number, unit: string): object {
  const segments = ['b', 'bucket', 'o', 'someone', 'file'].map((simple) => ({ simple }));
  const auth = map({ uid: text('u'), token: map({ unit: text(unit) }) });
  return {
    id,
    action: 'verify',
    context: {
      rulesetName: '0',
      service: 'firebase.storage',
      path: '/b/bucket/o/someone/file',
      method: 'get',
      variables: {
        request: map({ path: { path_value: { segments } }, auth }),
        resource: map({ metadata: map({ readers: text('a,b') }) }),
      },
    },
  };
}

/** It is an internal interface of Google's: one request that must pass and one that must not tell whether it still holds. */
async function probe(java: Java, jar: string): Promise<void> {
  const engine = spawn(java.java, ['-jar', jar], { stdio: ['pipe', 'pipe', 'ignore'] });
  const limit = setTimeout(() => engine.kill('SIGKILL'), 30_000);
  const load = {
    id: 0,
    action: 'load_ruleset',
    context: { rulesetName: '0', source: { files: [{ name: 'storage.rules', content: probeRules }] } },
  };
  engine.stdin.end(
    [load, question(1, 'b'), question(2, 'c')].map((one) => `${JSON.stringify(one)}\n`).join(''),
  );
  const verdicts: Record<number, boolean | undefined> = {};
  for await (const line of createInterface({ input: engine.stdout })) {
    const { id, result } = JSON.parse(line) as { id: number; result?: { permit?: boolean } };
    verdicts[id] = result?.permit;
  }
  clearTimeout(limit);
  if (verdicts[1] !== true || verdicts[2] !== false)
    throw new Error(
      `a request to allow was answered ${String(verdicts[1])}, one to deny ${String(verdicts[2])}`,
    );
}

/** The jar to start as the Storage rules runtime; may make one in the folder of the run. */
export async function storageRulesJar(java: Java, jar: FirestoreJar, run: string): Promise<string> {
  const own = cliRuntime() ?? (jar.fromCli && downloadByCli('storage', thisMachine) ? cliRuntime() : null);
  if (own !== null) return own;
  const folder = cacheFolder(java, jar);
  if (!existsSync(join(folder, 'probed'))) await compile(java, jar, folder);
  const made = join(run, 'storage.jar');
  writeManifestJar(made, mainClass, [jar.path, `${folder}/`]);
  return made;
}
