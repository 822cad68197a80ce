// Cloud Storage as the signed-in person; the SDK comes with the first file.
import type { FirebaseStorage } from 'firebase/storage';
import { servicesNow } from '../session.ts';

type Sdk = typeof import('firebase/storage');

let opened: Promise<{ sdk: Sdk; storage: FirebaseStorage }> | null = null;

/** How long an upload or download is tried again over a poor connection before the page says so. */
const patience = 20_000;

async function open() {
  const { app, config } = servicesNow();
  const sdk = await import('firebase/storage');
  const storage = sdk.getStorage(app);
  if (import.meta.env.MODE === 'suite' && config.local) {
    sdk.connectStorageEmulator(storage, '127.0.0.1', config.local.ports.storage);
  }
  storage.maxUploadRetryTime = patience;
  return { sdk, storage };
}

/** A chunk that didn't arrive is asked for again next time. */
export const openStorage = () =>
  (opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  }));

export const storageCode = (error: unknown): string =>
  typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
