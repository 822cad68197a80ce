// Accounts in Firebase Auth: made by a function alone, with organisation and person as their only claims.
import type { Auth, UserRecord } from 'firebase-admin/auth';
import { isDeepStrictEqual } from 'node:util';
import type { Accounts } from '../handlers/ports.ts';

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'auth/user-not-found';

export function authAccounts(auth: Auth): Accounts {
  const find = (uid: string): Promise<UserRecord | null> =>
    auth.getUser(uid).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  return {
    async converge({ uid, email, name, disabled, claims }) {
      const wanted = { email, displayName: name, disabled };
      const user = (await find(uid)) ?? (await auth.createUser({ uid, ...wanted }));
      // A token lives up to an hour; closing an account ends its sessions now. Before the account says so: a call that
      // ends between the two is made again, and would find an account that looks closed.
      if (disabled && !user.disabled) await auth.revokeRefreshTokens(uid);
      if (user.email !== email || user.displayName !== name || user.disabled !== disabled)
        await auth.updateUser(uid, wanted);
      if (!isDeepStrictEqual(user.customClaims, claims)) await auth.setCustomUserClaims(uid, claims);
    },
    async close(uid) {
      const user = await find(uid);
      if (!user || user.disabled) return;
      await auth.revokeRefreshTokens(uid);
      await auth.updateUser(uid, { disabled: true });
    },
  };
}
