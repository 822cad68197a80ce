// The nightly seal: where every log of an organisation stands, chained onto the seal before, signed, and put in a second place.
import { createHash } from 'node:crypto';
import { isWholeDue, readingsOf, sealText, signatureLine, type Head } from '../domain/auditSeal.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate } from '../domain/words.ts';
import { collectionPath, orgPath } from '../schema/paths.ts';
import { collectionOf, organisations } from '../schema/refs.ts';
import { sealFile, sealRef } from '../schema/seal.ts';
import { Conflict, type SealPorts } from './ports.ts';

/** `at` is the schedule's own time, and its day names the seal. */
export async function sealAudit(ports: SealPorts, at: Moment): Promise<void> {
  for (const { id, data } of await ports.documents.find(organisations, [])) {
    const last = data.log.at(-1);
    const own = last ? [{ path: orgPath(id), count: last.n, hash: last.hash }] : [];
    await sealOrganisation(ports, id, civilDateOf(at), own);
  }
}

/** `own`: the head of the organisation's own log, of its settings. */
async function sealOrganisation(
  ports: SealPorts,
  org: string,
  date: CivilDate,
  own: readonly Head[],
): Promise<void> {
  const { documents, logs, files, signer } = ports;
  const last = await logs.newestSeal(org);
  // Done, or a late repeat of a night that a newer seal covers.
  if (last !== null && last.date >= date) return;
  const isWhole = isWholeDue(date, last?.whole ?? null);
  const previous = last?.root ?? '';
  const heads = [...own, ...(await headsOf(ports, org, isWhole))];
  const text = sealText({ org, date, previous }, heads);
  const root = createHash('sha256').update(text).digest('hex');
  const signed = { root, key: signer.key, signature: signer.sign(root) };
  const file = sealFile(org, date, root);
  // The file first: a seal that the organisation knows of lies in the second place.
  if (!(await files.exists(file)))
    await files.save(file, new TextEncoder().encode(text + signatureLine(signed)), []);
  const whole = isWhole ? date : (last?.whole ?? date);
  try {
    await documents.create(sealRef(org, date), {
      ...{ date, documents: heads.length, previous, whole, file },
      ...signed,
    });
  } catch (error) {
    // The same night's run came first; its seal stands.
    if (!(error instanceof Conflict)) throw error;
  }
}

/** One collection after another: a night has time, and not much memory. */
async function headsOf({ documents, logs }: SealPorts, org: string, isWhole: boolean): Promise<Head[]> {
  const cycles = await documents.find(collectionOf(org, 'cycles'), []);
  const months = cycles.map(({ data }) => ({ month: data.month, isLocked: data.state === 'locked' }));
  const heads: Head[][] = [];
  for (const { collection, filter } of readingsOf(isWhole, months))
    heads.push(await logs.heads(collectionPath(org, collection), filter));
  return heads.flat();
}
