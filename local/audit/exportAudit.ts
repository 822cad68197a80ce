// Writes what an auditor gets of a running suite: every log, what was moved out of logs, and the seals of both places (docs/audit.md).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loggedCollections } from '../../functions/src/domain/auditSeal.ts';
import { openAdmin, type Admin } from '../sample/admin.ts';
import type { SuiteClient } from '../suiteClient.ts';

const pageSize = 1000;

export interface Exported {
  documents: number;
  seals: number;
}

export async function exportAudit(
  suite: Pick<SuiteClient, 'project' | 'env'>,
  out: string,
): Promise<Exported> {
  mkdirSync(out, { recursive: true });
  const admin = openAdmin(suite);
  try {
    const lines = await linesOf(admin);
    writeFileSync(join(out, 'documents.jsonl'), lines.map((line) => `${line}\n`).join(''));
    return { documents: lines.length, seals: await copySeals(suite, out) };
  } finally {
    await admin.close();
  }
}

async function linesOf({ firestore }: Admin): Promise<string[]> {
  const lines: string[] = [];
  for (const org of (await firestore.collection('orgs').select().get()).docs) {
    // What rests on another chain before that chain, and parts last: what happens meanwhile only makes chains longer.
    // Of a document that carries a log nothing else: an auditor needs no evaluation to check it.
    for (const name of loggedCollections.toReversed())
      lines.push(...(await pagesOf(firestore.collection(`${org.ref.path}/${name}`).select('log'))));
    const own: unknown = (await org.ref.get()).get('log');
    if (own !== undefined) lines.push(JSON.stringify({ path: org.ref.path, data: { log: own } }));
    for (const name of ['logs', 'seals'])
      lines.push(...(await pagesOf(firestore.collection(`${org.ref.path}/${name}`))));
  }
  return lines;
}

type Query = ReturnType<ReturnType<Admin['firestore']['collection']>['select']>;

async function pagesOf(query: Query): Promise<string[]> {
  const lines: string[] = [];
  const ordered = query.orderBy('__name__').limit(pageSize);
  for (let page = ordered; ;) {
    const { docs } = await page.get();
    for (const doc of docs) lines.push(JSON.stringify({ path: doc.ref.path, data: doc.data() }));
    const last = docs.at(-1);
    if (!last || docs.length < pageSize) return lines;
    page = ordered.startAfter(last);
  }
}

/** The emulator's own interface: the second place of a deployment is copied with its bucket's tools. */
async function copySeals(
  { project, env }: Pick<SuiteClient, 'project' | 'env'>,
  out: string,
): Promise<number> {
  const objects = `${env['STORAGE_EMULATOR_HOST']}/storage/v1/b/${project}-seals/o`;
  const headers = { authorization: 'Bearer owner' };
  const names: string[] = [];
  for (let token: string | null = ''; token !== null;) {
    const page = await fetch(`${objects}?prefix=orgs/${token === '' ? '' : `&pageToken=${token}`}`, {
      headers,
    });
    if (!page.ok) throw new Error(`the seals can't be listed: ${page.status} ${await page.text()}`);
    const { items = [], nextPageToken } = (await page.json()) as {
      items?: { name: string }[];
      nextPageToken?: string;
    };
    names.push(...items.map(({ name }) => name));
    token = nextPageToken === undefined ? null : encodeURIComponent(nextPageToken);
  }
  for (const name of names) {
    const file = await fetch(`${objects}/${encodeURIComponent(name)}?alt=media`, { headers });
    if (!file.ok) throw new Error(`${name} can't be read: ${file.status}`);
    const target = join(out, 'seals', name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await file.text());
  }
  return names.length;
}
