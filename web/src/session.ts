// Who is signed in: e-mail and password, claims `org` and `pid`, kept in IndexedDB so that a closed tab stays signed in.
import { initializeApp, type FirebaseApp } from 'firebase/app';
import {
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  signInWithEmailAndPassword,
  signOut as authSignOut,
  type Auth,
  type User,
} from 'firebase/auth';
import type { Config } from './config.ts';

export interface Me {
  org: string;
  pid: string;
  name: string;
  email: string;
}

export type Session =
  | { at: 'starting' }
  | { at: 'out'; why: 'first' | 'left' | 'ended' }
  /** Signed in, but the account belongs to no organisation. */
  | { at: 'stranger'; email: string }
  | { at: 'in'; me: Me };

export interface Services {
  app: FirebaseApp;
  auth: Auth;
  config: Config;
}

let services: Services | null = null;

/** True between pressing "Đăng xuất" and the sign-out, which tells it from a session that ended by itself. */
let leaving = false;

/** What pages need to reach Firebase; set once before anything is drawn. */
export function servicesNow(): Services {
  if (!services) throw new Error('the session has not been opened');
  return services;
}

let signedIn: Me | null = null;

/** Who is signed in, for what is read in their organisation outside of any page. */
export function meNow(): Me {
  if (!signedIn) throw new Error('nobody is signed in');
  return signedIn;
}

async function readMe(user: User): Promise<Session> {
  const { claims } = await user.getIdTokenResult();
  const { org, pid } = claims;
  if (typeof org !== 'string' || typeof pid !== 'string') {
    return { at: 'stranger', email: user.email ?? '' };
  }
  return { at: 'in', me: { org, pid, name: user.displayName ?? user.email ?? pid, email: user.email ?? '' } };
}

/** Opens the session and tells every change of it. */
export function openSession(config: Config, tell: (session: Session) => void): void {
  const app = initializeApp(config.firebase);
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (import.meta.env.MODE === 'suite' && config.local) {
    connectAuthEmulator(auth, `http://127.0.0.1:${config.local.ports.auth}`, { disableWarnings: true });
  }
  services = { app, auth, config };
  let wasIn = false;
  onIdTokenChanged(auth, (user) => {
    if (!user) {
      tell({ at: 'out', why: !wasIn ? 'first' : leaving ? 'left' : 'ended' });
      wasIn = false;
      leaving = false;
      return;
    }
    readMe(user).then(
      (session) => {
        wasIn = true;
        signedIn = session.at === 'in' ? session.me : null;
        tell(session);
      },
      () => tell({ at: 'out', why: 'ended' }),
    );
  });
}

export async function signOut(): Promise<void> {
  leaving = true;
  await authSignOut(servicesNow().auth);
}

export type SignInProblem = { field: 'email' | 'password' | 'form'; text: string };

const problems: Record<string, SignInProblem> = {
  'auth/invalid-email': { field: 'email', text: 'Nhập địa chỉ thư điện tử đầy đủ, ví dụ ten@donvi.gov.vn' },
  'auth/user-disabled': {
    field: 'email',
    text: 'Tài khoản này đã bị khóa. Liên hệ người phụ trách nhân sự của đơn vị.',
  },
  'auth/too-many-requests': { field: 'form', text: 'Đã thử quá nhiều lần. Chờ vài phút rồi đăng nhập lại.' },
  'auth/network-request-failed': {
    field: 'form',
    text: 'Không kết nối được. Kiểm tra mạng rồi đăng nhập lại.',
  },
};

/** Null where it succeeded; otherwise what to tell, and at which field. */
export async function signIn(email: string, password: string): Promise<SignInProblem | null> {
  try {
    await signInWithEmailAndPassword(servicesNow().auth, email, password);
    return null;
  } catch (error) {
    const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
    // Which of the two is wrong is not told, so that accounts can't be tried out.
    return (
      problems[code] ?? {
        field: 'password',
        text: 'Thư điện tử hoặc mật khẩu không đúng. Nhập lại mật khẩu.',
      }
    );
  }
}
