// Reports in Cloud Storage; who may read one stands in its metadata, so the rules need no look-up.
import type { Storage } from 'firebase-admin/storage';
import type { Files } from '../handlers/ports.ts';

export function storageFiles(storage: Storage): Files {
  const bucket = storage.bucket();
  return {
    exists: async (path) => (await bucket.file(path).exists())[0],
    save: async (path, content, readers) => {
      await bucket
        .file(path)
        .save(Buffer.from(content), {
          resumable: false,
          contentType: 'application/pdf',
          metadata: { cacheControl: 'private, max-age=0', metadata: { readers: readers.join(',') } },
        });
    },
  };
}
