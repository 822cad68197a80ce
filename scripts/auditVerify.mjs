// `npm run audit:verify -- --export <folder or file> [--key <public.pem> …]`: walks an export of the audit log and names the
// first entry that doesn't fit. Needs Node and nothing else of this system: copy this one file anywhere (docs/audit.md has the format).
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const isText = (value) => typeof value === 'string';
const isTextOrNull = (value) => value === null || isText(value);

/** Every field an entry may have, and what it may hold. */
const fields = {
  n: (value) => Number.isInteger(value) && value >= 1,
  at: (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  who: isText,
  forWhom: isTextOrNull,
  what: isText,
  before: isTextOrNull,
  after: isTextOrNull,
  reason: (value) => value === undefined || isText(value),
  hash: (value) => isText(value) && /^[0-9a-f]{64}$/.test(value),
};

class Misfit extends Error {
  constructor(document, entry, field, reason) {
    super(
      [document, entry && `entry ${entry}`, field && `field ${field}`, reason].filter(Boolean).join(': '),
    );
    Object.assign(this, { document, entry, field, reason });
  }
}

function hashOf(previous, { n, at, who, forWhom, what, before, after, reason }) {
  return sha256(JSON.stringify([previous, n, at, who, forWhom, what, before, after, reason ?? null]));
}

function checkEntry(document, chain, i) {
  const entry = chain[i];
  if (typeof entry !== 'object' || entry === null) throw new Misfit(document, i + 1, null, 'is no entry');
  const names = new Set([...Object.keys(fields), ...Object.keys(entry)]);
  for (const name of names)
    if (!fields[name]?.(entry[name]))
      throw new Misfit(document, i + 1, name, 'is not what the format allows');
  if (entry.n !== i + 1)
    throw new Misfit(document, i + 1, 'n', `says ${entry.n}: an entry is missing, added or out of its place`);
  const hash = hashOf(i === 0 ? document : chain[i - 1].hash, entry);
  if (hash === entry.hash) return;
  const next = chain[i + 1];
  // What comes after rests on the hash that belongs here: then the hash alone was changed.
  const hashAlone = next !== undefined && next.hash === hashOf(hash, next);
  throw new Misfit(
    document,
    i + 1,
    hashAlone ? 'hash' : null,
    'does not follow from its content and the entry before',
  );
}

/** The whole log of a document: parts that were moved out of it, then what stands in it; a part moved twice over is the same. */
function chainOf(document, log, parts) {
  const chain = [];
  for (const { path, first, entries } of parts.toSorted((a, b) => a.first - b.first)) {
    if (first !== chain.length + 1)
      throw new Misfit(
        document,
        chain.length + 1,
        null,
        `is missing: the next kept ones, ${path}, begin with ${first}`,
      );
    chain.push(...entries);
  }
  const moved = chain.length;
  for (const [i, entry] of log.entries()) {
    const known = Number.isInteger(entry?.n) && entry.n <= moved ? chain[entry.n - 1] : undefined;
    if (known === undefined) return [...chain, ...log.slice(i)];
    if (JSON.stringify(Object.entries(known).sort()) !== JSON.stringify(Object.entries(entry).sort()))
      throw new Misfit(
        document,
        entry.n,
        null,
        'is another in the document than among the entries moved out of it',
      );
  }
  return chain;
}

function gather(documents) {
  const logs = new Map();
  const parts = new Map();
  const seals = new Map();
  const known = new Set();
  for (const { path, data } of documents) {
    if (known.has(path)) throw new Misfit(path, null, null, 'stands twice in the export');
    known.add(path);
    const [, org, collection, id, below] = path.split('/');
    // The organisation itself carries the log of its settings.
    const isWhole = collection === undefined;
    if (below !== undefined || (id === undefined && !isWhole)) continue;
    if (collection === 'logs') {
      const { of, first, entries } = data;
      const isOwn =
        isText(of) &&
        Array.isArray(entries) &&
        path === `orgs/${org}/logs/${of.split('/').slice(2).join('_')}_${first}`;
      if (!isOwn) throw new Misfit(path, null, 'of', 'entries lie under the name of another document');
      parts.set(of, [...(parts.get(of) ?? []), { path, first, entries }]);
    } else if (collection === 'seals') seals.set(org, [...(seals.get(org) ?? []), { path, ...data }]);
    else if (data.log !== undefined) {
      if (!Array.isArray(data.log)) throw new Misfit(path, null, 'log', 'is no list');
      logs.set(path, data.log);
    }
  }
  return { logs, parts, seals };
}

function checkLogs({ logs, parts }) {
  const chains = new Map();
  for (const path of [...new Set([...logs.keys(), ...parts.keys()])].sort(byText)) {
    if (!logs.has(path))
      throw new Misfit(path, null, null, 'is missing, though entries were moved out of its log');
    const chain = chainOf(path, logs.get(path), parts.get(path) ?? []);
    for (let i = 0; i < chain.length; i++) checkEntry(path, chain, i);
    chains.set(path, chain);
  }
  for (const [path, chain] of chains)
    for (const { n, what, before, after } of chain.filter((entry) => entry.what === 'continue')) {
      const [count, hash] = String(after).split(' ');
      if (Number(count) !== 0 && chains.get(before)?.[Number(count) - 1]?.hash !== hash)
        throw new Misfit(path, n, 'after', `${what}s ${before}, which has no such entry ${count}`);
    }
  return chains;
}

/** Splits a file of seals into what is hashed and the line behind it; the root is the hash of exactly these bytes. */
function readSeal({ file, text }) {
  try {
    const cut = text.lastIndexOf('\n', text.length - 2) + 1;
    const [header, ...heads] = text
      .slice(0, cut)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { file, header, heads, root: sha256(text.slice(0, cut)), signed: JSON.parse(text.slice(cut)) };
  } catch {
    throw new Misfit(file, null, null, 'is no seal');
  }
}

function checkSignature({ file, header, heads, root, signed }, keys) {
  if (signed.root !== root) throw new Misfit(file, null, 'root', 'is not the hash of the list');
  if (header.documents !== heads.length) throw new Misfit(file, null, 'documents', 'is not their number');
  if (!file.endsWith(`orgs/${header.org}/seals/${header.date}-${root.slice(0, 16)}.jsonl`))
    throw new Misfit(file, null, null, 'is the seal of another organisation or night');
  if (keys.size === 0) return;
  const key = keys.get(signed.key);
  if (!key) throw new Misfit(file, null, 'key', `${signed.key} is none of those given`);
  if (!verify(null, Buffer.from(root), key, Buffer.from(signed.signature, 'base64')))
    throw new Misfit(file, null, 'signature', 'is not of this root by this key');
}

function checkHeads({ file, header, heads }, chains) {
  for (const [path, count, hash] of heads) {
    const chain = chains.get(path);
    if (!chain)
      throw new Misfit(
        path,
        null,
        null,
        `is missing; sealed on ${header.date} with ${count} entries (${file})`,
      );
    if (chain.length < count)
      throw new Misfit(path, chain.length + 1, null, `is missing; sealed on ${header.date} (${file})`);
    if (chain[count - 1].hash !== hash)
      throw new Misfit(path, count, null, `is another than was sealed on ${header.date} (${file})`);
  }
}

/** The documents of an organisation's seals name one file each, and each file the one before. */
function checkSeals(org, documents, files, chains) {
  let previous = '';
  const known = documents.toSorted((a, b) => byText(a.date, b.date));
  for (const { path, file, ...seal } of known) {
    const found = files.find((one) => one.root === seal.root);
    if (!found) throw new Misfit(path, null, 'root', `no such seal lies in the second place (${file})`);
    const { header, signed } = found;
    const stated = { ...header, ...signed };
    for (const field of ['date', 'documents', 'previous', 'key', 'signature'])
      if (seal[field] !== stated[field])
        throw new Misfit(path, null, field, `is another than in ${found.file}`);
    if (!path.endsWith(`/${seal.date}`)) throw new Misfit(path, null, 'date', 'is of another night');
    if (seal.previous !== previous)
      throw new Misfit(path, null, 'previous', 'is not the root of the seal before it');
    checkHeads(found, chains);
    previous = seal.root;
  }
  const nights = new Set(known.map(({ date }) => date));
  for (const { file, header } of files)
    if (!nights.has(header.date))
      throw new Misfit(
        `orgs/${org}/seals/${header.date}`,
        null,
        null,
        `is missing, though ${file} lies in the second place`,
      );
  return known.length;
}

/** `documents`: {path, data}; `seals`: {file, text}; `keys`: PEM of public keys. `misfit` is null where everything fits. */
export function verifyExport({ documents, seals, keys = [] }) {
  const counts = { documents: 0, entries: 0, seals: 0, unsealed: 0 };
  try {
    const gathered = gather(documents);
    const chains = checkLogs(gathered);
    counts.documents = [...chains.values()].filter(({ length }) => length > 0).length;
    counts.entries = [...chains.values()].reduce((sum, { length }) => sum + length, 0);
    const publicKeys = new Map(keys.map((pem) => namedKey(pem)));
    const read = seals.toSorted((a, b) => byText(a.file, b.file)).map(readSeal);
    for (const one of read) checkSignature(one, publicKeys);
    for (const org of [...new Set([...gathered.seals.keys(), ...read.map(({ header }) => header.org)])].sort(
      byText,
    ))
      counts.seals += checkSeals(
        org,
        gathered.seals.get(org) ?? [],
        read.filter(({ header }) => header.org === org),
        chains,
      );
    counts.unsealed = unsealed(chains, read);
    return { misfit: null, counts };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { document, entry, field, reason, message } = error;
    return { misfit: { document, entry, field, reason, message }, counts };
  }
}

function namedKey(pem) {
  const key = createPublicKey(pem);
  const der = key.export({ format: 'der', type: 'spki' });
  return [createHash('sha256').update(der).digest('hex').slice(0, 16), key];
}

/** Entries newer than every seal: nothing but their chain speaks for them yet. */
function unsealed(chains, read) {
  const sealed = new Map();
  for (const { heads } of read)
    for (const [path, count] of heads) sealed.set(path, Math.max(count, sealed.get(path) ?? 0));
  return [...chains].reduce((sum, [path, { length }]) => sum + length - (sealed.get(path) ?? 0), 0);
}

async function linesOf(file) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') }))
    if (line.trim() !== '') lines.push(JSON.parse(line));
  return lines;
}

/** A folder: documents.jsonl, and the seals' files as they lie in their bucket under seals/. A file: lines {path, data} and {file, text}. */
async function readExport(place) {
  if (!statSync(place).isDirectory()) {
    const lines = await linesOf(place);
    return {
      documents: lines.filter(({ path }) => path !== undefined),
      seals: lines.filter(({ file }) => file !== undefined),
    };
  }
  const folder = join(place, 'seals');
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.jsonl'))
    : [];
  return {
    documents: await linesOf(join(place, 'documents.jsonl')),
    seals: names.map((name) => ({
      file: name.replaceAll('\\', '/'),
      text: readFileSync(join(folder, name), 'utf8'),
    })),
  };
}

async function main() {
  const { values } = parseArgs({
    options: { export: { type: 'string' }, key: { type: 'string', multiple: true, default: [] } },
  });
  if (values.export === undefined)
    throw new Error('Use: audit:verify -- --export <folder or file> [--key <public.pem>]');
  const keys = values.key.map((file) => readFileSync(file, 'utf8'));
  const { misfit, counts } = verifyExport({ ...(await readExport(values.export)), keys });
  if (misfit !== null) {
    process.stdout.write(`Does not fit: ${misfit.message}\n`);
    process.exitCode = 1;
    return;
  }
  const { documents, entries, seals, unsealed: newer } = counts;
  process.stdout.write(
    `Everything fits: ${documents} logs, ${entries} entries, ${seals} seals, ${newer} entries newer than the last seal.\n`,
  );
  if (seals > 0 && keys.length === 0)
    process.stdout.write('Signatures were not checked: give the public key with --key.\n');
  if (seals === 0)
    process.stdout.write(
      'Without a seal nothing shows what was cut off at the end of a log, or whole documents that are gone.\n',
    );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });
