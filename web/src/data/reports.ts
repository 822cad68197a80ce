// Reports out of Cloud Storage; the SDK comes with the first download.
import { servicesNow } from '../session.ts';

export type Fetched = { at: 'found'; file: Blob } | { at: 'making' } | { at: 'failed' };

/** The file, or that it is still being made: a missing object and one not yet released look alike. */
export async function fetchReport(path: string): Promise<Fetched> {
  const { app, config } = servicesNow();
  const sdk = await import('firebase/storage');
  const storage = sdk.getStorage(app);
  if (import.meta.env.MODE === 'suite' && config.local) {
    sdk.connectStorageEmulator(storage, '127.0.0.1', config.local.ports.storage);
  }
  try {
    const bytes = await sdk.getBytes(sdk.ref(storage, path));
    return { at: 'found', file: new Blob([bytes], { type: 'application/pdf' }) };
  } catch (error) {
    const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
    return {
      at: code === 'storage/object-not-found' || code === 'storage/unauthorized' ? 'making' : 'failed',
    };
  }
}
