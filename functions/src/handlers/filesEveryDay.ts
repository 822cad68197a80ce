// Every night: files announced and never uploaded end, lost events are made up for, readers follow rights, and objects that belong to nothing go (ADR 0014).
import { millisOf, type Moment } from '../domain/moment.ts';
import { evidencePrefix, fileId } from '../schema/paths.ts';
import { collectionOf, fileRef, organisations } from '../schema/refs.ts';
import { converge } from './converge.ts';
import { filesFollowRights } from './fileReaders.ts';
import { fileWritten, refused } from './fileWritten.ts';
import type { EvidencePorts } from './ports.ts';

/** As long as an upload may take, with a night's sleep in it. */
const patience = 24 * 3_600_000;
const notUploaded = 'Không tải tệp lên trong một ngày. Chọn lại tệp nếu vẫn cần đính kèm.';

export async function filesEveryDay(ports: EvidencePorts, at: Moment): Promise<void> {
  for (const { id } of await ports.documents.find(organisations, [])) {
    await finish(ports, id, at);
    await filesFollowRights(ports.documents, id);
    await sweepObjects(ports, id, at);
  }
}

async function finish(ports: EvidencePorts, org: string, at: Moment): Promise<void> {
  const { documents } = ports;
  const [announced, sent, expected] = await Promise.all([
    documents.find(collectionOf(org, 'files'), [['state', 'announced']]),
    documents.find(collectionOf(org, 'files'), [['state', 'sent']]),
    documents.find(collectionOf(org, 'files'), [['state', 'expected']]),
  ]);
  // An event that was lost for good: judged now, by the moment of what the author did.
  for (const { id } of [...announced, ...sent]) await fileWritten(ports, org, id);
  for (const { id } of expected) {
    const ended = await converge(documents, fileRef(org, id), ({ data }) => {
      const isOver = data.announcedAt !== null && millisOf(data.announcedAt) + patience <= millisOf(at);
      return data.state === 'expected' && isOver
        ? refused(fileRef(org, id).path, data.log, notUploaded, at)
        : null;
    });
    if (ended?.data.state === 'refused') await fileWritten(ports, org, id);
  }
}

/** Whoever is signed in may upload into a folder of their own; what no document asked for is nobody's evidence. */
async function sweepObjects({ documents, clock, evidence }: EvidencePorts, org: string, at: Moment) {
  for (const { path, uploadedAt } of await evidence.unread(evidencePrefix(org))) {
    if (millisOf(await clock.momentOf(uploadedAt)) + patience > millisOf(at)) continue;
    const [author = '', name = ''] = path.slice(evidencePrefix(org).length).split('/');
    const file = await documents.get(fileRef(org, fileId(author, name.split('.')[0] ?? '')));
    if (!file || file.data.state === 'refused') await evidence.remove(path);
  }
}
