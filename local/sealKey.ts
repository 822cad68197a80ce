// The key with which seals are signed on this machine: made once, kept beside the local data, good for nothing elsewhere.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDir } from './paths.ts';

const privateFile = join(stateDir, 'seal-key.txt');
/** What an auditor would be given by another way than the export. */
export const publicKeyFile = join(stateDir, 'seal-key.pub.pem');

/** PKCS #8 in DER as base64, as the secret SEAL_KEY in production. */
export function localSealKey(): string {
  mkdirSync(stateDir, { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  try {
    // Of two that start side by side the first makes it.
    writeFileSync(privateFile, made, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(privateFile, 'utf8');
  const key = createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' });
  writeFileSync(publicKeyFile, createPublicKey(key).export({ format: 'pem', type: 'spki' }));
  return kept;
}
