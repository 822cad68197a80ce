// Cases of saying that something was read.
import { aNotice } from '../../../fixtures/documents.ts';
import { kind, type Kind } from '../draft.ts';
import { notice } from '../scene.ts';
import { fields } from './parts.ts';

export const noticeKinds: Kind[] = [false, true].map((read) =>
  kind('notices', 'update', read ? 'read before' : 'unread', () => ({
    ...{ as: 'person', id: notice, prior: fields(aNotice({ read })) },
    write: { read: true },
  })),
);
