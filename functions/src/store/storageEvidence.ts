// Evidence files in Cloud Storage: looked at and read by functions, and by people whom the metadata names (storage.rules).
import type { Storage } from 'firebase-admin/storage';
import type { ServerTime } from '../domain/moment.ts';
import type { Evidence } from '../handlers/ports.ts';
import { contentType } from './contentType.ts';

interface Metadata {
  size?: string | number;
  timeCreated?: string;
  metadata?: Record<string, unknown> | null;
}

const isAbsent = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 404;

function readersOf({ metadata }: Metadata): string[] | null {
  const named = metadata?.['readers'];
  if (typeof named !== 'string') return null;
  return named === '' ? [] : named.split(',');
}

export function storageEvidence(storage: Storage): Evidence {
  const bucket = storage.bucket();
  return {
    look: async (path) => {
      try {
        const [metadata] = (await bucket.file(path).getMetadata()) as [Metadata, unknown];
        return { size: Number(metadata.size), readers: readersOf(metadata) };
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    read: async (path) => (await bucket.file(path).download())[0],
    typeOf: contentType,
    letRead: async (path, readers) => {
      await bucket.file(path).setMetadata({
        cacheControl: 'private, max-age=0',
        // Whatever a browser is made to do with it, it never runs as a page.
        contentDisposition: 'attachment',
        metadata: { readers: readers.join(',') },
      });
    },
    remove: async (path) => {
      await bucket.file(path).delete({ ignoreNotFound: true });
    },
    unread: async (prefix) => {
      const [files] = await bucket.getFiles({ prefix });
      return files
        .map(({ name, metadata }) => ({ path: name, of: metadata }))
        .filter(({ of }) => readersOf(of) === null)
        .map(({ path, of }) => ({ path, uploadedAt: Date.parse(of.timeCreated ?? '') as ServerTime }));
    },
  };
}
