// Cases of evidence files: announced by the person and by who judges them, and said to be uploaded.
import { cast } from '../../../fixtures/documents.ts';
import { anExpectedFile, newFile, theFile, theKey, validFiles } from '../../../fixtures/files.ts';
import { now } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { fields, variant } from './parts.ts';

export const fileKinds: Kind[] = [
  kind(
    'files',
    'create',
    'the person',
    (random) => ({
      as: 'person',
      id: theFile,
      write: { ...fields(newFile()), ...variant(random, validFiles), savedAt: now },
    }),
    { tabled: true },
  ),
  kind('files', 'create', 'the evaluator', () => ({
    as: 'evaluator',
    id: `${cast.evaluator}_${theKey}`,
    write: { ...fields(newFile({ author: cast.evaluator })), savedAt: now },
  })),
  kind('files', 'update', 'the person sends', () => {
    const prior = fields(anExpectedFile());
    return {
      as: 'person',
      id: theFile,
      prior,
      write: { state: 'sent', sentAt: now, rev: Number(prior['rev']) + 1 },
    };
  }),
];
