// Accounts in Firebase Auth: made by a function alone, with organisation and person as their only claims.
import type { Auth, UserRecord } from 'firebase-admin/auth';
import { isDeepStrictEqual } from 'node:util';
import type { Accounts } from '../handlers/ports.ts';

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'auth/user-not-found';

export function authAccounts(auth: Auth): Accounts {
  return {
    async converge({ uid, email, name, disabled, claims }) {
      const wanted = { email, displayName: name, disabled };
      let user: UserRecord | null = await auth.getUser(uid).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      user ??= await auth.createUser({ uid, ...wanted });
      if (user.email !== email || user.displayName !== name || user.disabled !== disabled)
        await auth.updateUser(uid, wanted);
      if (!isDeepStrictEqual(user.customClaims, claims)) await auth.setCustomUserClaims(uid, claims);
      // A token lives up to an hour; closing an account ends its sessions now.
      if (disabled && !user.disabled) await auth.revokeRefreshTokens(uid);
    },
  };
}
