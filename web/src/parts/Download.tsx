// A PDF from Cloud Storage, fetched as the signed-in person and never through a link that works for anybody.
import { useState } from 'preact/hooks';
import { fetchReport } from '../data/reports.ts';
import { Icon } from './icons.tsx';
import { saveAs } from './saveAs.ts';

const words = {
  idle: '',
  busy: 'Đang tải…',
  done: 'Đã tải về.',
  making: 'Hệ thống đang tạo bản PDF. Thử lại sau ít phút.',
  failed: 'Không tải được vì mất kết nối. Thử lại khi có mạng.',
} as const;

export function Download({ path, name, label }: { path: string; name: string; label: string }) {
  const [at, setAt] = useState<keyof typeof words>('idle');
  const load = async () => {
    if (at === 'busy') return;
    setAt('busy');
    const found = await fetchReport(path);
    if (found.at === 'found') saveAs(found.file, name);
    setAt(found.at === 'found' ? 'done' : found.at);
  };
  return (
    <span class="row">
      <button type="button" class="button" onClick={() => void load()}>
        <Icon name="download" /> {label}
      </button>
      <span class="small soft" role="status">
        {words[at]}
      </span>
    </span>
  );
}
