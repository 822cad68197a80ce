// Signs the nightly seals with Ed25519; whoever has the public key checks them without this system.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Signer } from '../handlers/ports.ts';

/** `secret`: PKCS #8 in DER, as base64. Throws where it is something else. */
export function sealSigner(secret: string): Signer {
  const privateKey = createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('SEAL_KEY is no Ed25519 key');
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    key: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}
