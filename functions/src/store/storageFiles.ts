// Files in Cloud Storage: reports, whose readers stand in their metadata so that the rules need no look-up, and seals, which no rule lets anybody read.
import type { Storage } from 'firebase-admin/storage';
import type { Files } from '../handlers/ports.ts';

const contentTypeOf = (path: string) => (path.endsWith('.pdf') ? 'application/pdf' : 'application/jsonl');

/** `bucketName`: another bucket than the project's own. */
export function storageFiles(storage: Storage, bucketName?: string): Files {
  const bucket = bucketName === undefined ? storage.bucket() : storage.bucket(bucketName);
  return {
    exists: async (path) => (await bucket.file(path).exists())[0],
    save: async (path, content, readers) => {
      await bucket
        .file(path)
        .save(Buffer.from(content), {
          resumable: false,
          contentType: contentTypeOf(path),
          metadata: { cacheControl: 'private, max-age=0', metadata: { readers: readers.join(',') } },
        });
    },
  };
}
