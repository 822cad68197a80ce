// A template of the organisation's own as a form's source; issuing is an act that carries nothing (ADR 0008).
import { templateFieldsOf, type StoredTemplate } from '../../../../functions/src/schema/template.ts';
import type { TemplateFields } from '../../../../functions/src/domain/templatesDraft.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export const templateSource = (me: Me, id: string): Source<StoredTemplate, TemplateFields> => ({
  key: `${me.org}/${me.pid}/templates/${id}`,
  read: () => readDocument<StoredTemplate>(me.org, 'templates', id),
  write: (change, rev) =>
    updateDocument(me.org, 'templates', id, { ...change, author: me.pid, rev }, ['savedAt']),
  draftOf: templateFieldsOf,
  isEditable: ({ state }) => state === 'draft',
});
