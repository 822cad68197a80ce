// Reports out of Cloud Storage.
import { openStorage, storageCode } from './storage.ts';

export type Fetched = { at: 'found'; file: Blob } | { at: 'making' } | { at: 'failed' };

/** The file, or that it is still being made: a missing object and one not yet released look alike. */
export async function fetchReport(path: string): Promise<Fetched> {
  try {
    const { sdk, storage } = await openStorage();
    const bytes = await sdk.getBytes(sdk.ref(storage, path));
    return { at: 'found', file: new Blob([bytes], { type: 'application/pdf' }) };
  } catch (error) {
    const code = storageCode(error);
    return {
      at: code === 'storage/object-not-found' || code === 'storage/unauthorized' ? 'making' : 'failed',
    };
  }
}
