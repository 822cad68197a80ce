// Đăng nhập: e-mail and password, each fault said at its field.
import { useEffect, useState } from 'preact/hooks';
import { TextLine, type Errors } from '../parts/fields.tsx';
import { Mark } from '../parts/Mark.tsx';
import { Notice } from '../parts/Page.tsx';
import { signIn, type SignInProblem } from '../session.ts';

const reasons = {
  first: null,
  left: 'Đã đăng xuất.',
  ended: 'Phiên đăng nhập đã hết. Phần đã viết còn trên máy này; đăng nhập lại để viết tiếp.',
} as const;

function check(email: string, password: string): SignInProblem | null {
  if (!/^\S+@\S+\.\S+$/.test(email.trim())) {
    return { field: 'email', text: 'Nhập địa chỉ thư điện tử đầy đủ, ví dụ ten@donvi.gov.vn' };
  }
  return password === '' ? { field: 'password', text: 'Nhập mật khẩu' } : null;
}

export function SignIn({ why }: { why: keyof typeof reasons }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = 'Đăng nhập · Năm Rõ';
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    const wrong = check(email, password);
    setBusy(!wrong);
    const found = wrong ?? (await signIn(email.trim(), password));
    setBusy(false);
    setProblem(found);
    if (found && found.field !== 'form') document.getElementById(found.field)?.focus();
  };
  const errors: Errors = new Map(problem && problem.field !== 'form' ? [[problem.field, problem.text]] : []);
  return (
    <main class="sign-in">
      <p class="brand">
        <Mark /> Năm Rõ
      </p>
      <h1>Đăng nhập</h1>
      <p class="soft">Đánh giá, nhận diện hằng tháng theo Chỉ thị 24-CT/TU</p>
      {reasons[why] && (
        <Notice role="status">
          <p>{reasons[why]}</p>
        </Notice>
      )}
      {problem?.field === 'form' && (
        <Notice tone="attention" role="alert">
          <p>{problem.text}</p>
        </Notice>
      )}
      <form class="stack" noValidate onSubmit={(e) => void submit(e)}>
        <TextLine
          id="email"
          type="email"
          label="Thư điện tử"
          autocomplete="username"
          value={email}
          errors={errors}
          onInput={setEmail}
        />
        <TextLine
          id="password"
          type="password"
          label="Mật khẩu"
          autocomplete="current-password"
          value={password}
          errors={errors}
          onInput={setPassword}
        />
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {isBusy ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
      </form>
      <p class="hint">Quên mật khẩu: liên hệ người phụ trách nhân sự của đơn vị để được cấp lại.</p>
    </main>
  );
}
