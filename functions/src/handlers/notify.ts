// Puts notices before people, each once: a notice is named by what it is about, so a replay finds it there.
import type { Moment } from '../domain/moment.ts';
import type { NoticeOf } from '../domain/notices.ts';
import { isNobody } from '../domain/vacant.ts';
import { noticeRef } from '../schema/refs.ts';
import type { Documents } from './ports.ts';

export async function notify(
  documents: Documents,
  org: string,
  notices: readonly NoticeOf[],
  at: Moment,
): Promise<void> {
  const told = notices.filter(({ person }) => !isNobody(person));
  if (told.length === 0) return;
  await documents.createMissing(
    told.map(({ key, ...notice }) => ({
      ref: noticeRef(org, notice.person, key),
      data: { ...notice, at, read: false },
    })),
  );
}
