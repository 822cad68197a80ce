// One file that is kept: its name to fetch it by, how large it is, whose, and since when.
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import type { StoredFile } from '../../../../functions/src/schema/file.ts';
import { fetchEvidence } from '../../data/evidence.ts';
import { Icon } from '../../parts/icons.tsx';
import { saveAs } from '../../parts/saveAs.ts';
import type { Me } from '../../session.ts';

const words = {
  idle: '',
  busy: 'Đang tải…',
  found: 'Đã tải về.',
  refused: 'Không còn quyền đọc tệp này. Tải lại trang.',
  failed: 'Không tải được vì mất kết nối. Thử lại khi có mạng.',
} as const;

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;

export function AttachedFile({ me, file }: { me: Me; file: StoredFile }) {
  const [at, setAt] = useState<keyof typeof words>('idle');
  const load = async () => {
    if (at === 'busy') return;
    setAt('busy');
    const fetched = await fetchEvidence(me, file);
    if (fetched.at === 'found') saveAs(fetched.file, file.name);
    setAt(fetched.at);
  };
  return (
    <li>
      <button type="button" class="link" onClick={() => void load()}>
        <Icon name="download" />
        <span>
          <span class="hidden-visually">Tải về </span>
          {file.name}
        </span>
      </button>
      <p class="small soft">
        {sizeText(file.size)} · {file.authorName}
        {file.announcedAt && `, ${formatMoment(file.announcedAt)}`} <span role="status">{words[at]}</span>
      </p>
    </li>
  );
}
