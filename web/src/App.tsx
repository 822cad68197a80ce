// The way in: sign-in while nobody is signed in, otherwise the frame, whose code comes only then.
import { useEffect, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import { lazy } from './lazy.tsx';
import { Loading, Notice } from './parts/Page.tsx';
import { SignIn } from './pages/SignIn.tsx';
import { openSession, signOut, type Session } from './session.ts';

const Frame = lazy(() => import('./Frame.tsx').then((m) => m.Frame));

export function App({ config }: { config: Config }) {
  const [session, setSession] = useState<Session>({ at: 'starting' });
  useEffect(() => openSession(config, setSession), []);
  if (session.at === 'starting') {
    return (
      <main>
        <Loading />
      </main>
    );
  }
  if (session.at === 'out') return <SignIn why={session.why} />;
  if (session.at === 'stranger') {
    return (
      <main class="stack">
        <h1>Tài khoản chưa gắn với tổ chức nào</h1>
        <Notice>
          <p>
            {session.email} đăng nhập được nhưng chưa có trong danh sách nhân sự. Liên hệ người phụ trách nhân
            sự của đơn vị để được gắn vào tổ chức.
          </p>
        </Notice>
        <button type="button" class="button" onClick={() => void signOut()}>
          Đăng xuất
        </button>
      </main>
    );
  }
  return <Frame me={session.me} />;
}
