// Where what was written stands now: on this device, on its way, on the server.
import { formatMoment } from '../../../functions/src/domain/civilDate.ts';
import { momentOf } from '../../../functions/src/domain/moment.ts';
import type { Saving } from '../data/editor.ts';
import { Icon, type IconName } from './icons.tsx';

/** "16:40". */
export const clockOf = (ms: number) => formatMoment(momentOf(ms)).slice(11);

const words: Record<Saving, [IconName, string]> = {
  clean: ['check', 'Chưa có gì thay đổi'],
  local: ['device', 'Còn trên máy này, chưa gửi'],
  saving: ['sent', 'Đang lưu…'],
  saved: ['check', 'Đã lưu'],
  offline: ['cloudOff', 'Mất kết nối. Phần đã viết còn trên máy này và sẽ tự gửi lại.'],
  'signed-out': ['warning', 'Phiên đăng nhập đã hết. Phần đã viết còn trên máy này; đăng nhập lại để gửi.'],
  refused: [
    'warning',
    'Máy chủ không nhận lần lưu này: phiếu đã chuyển bước hoặc có ô quá dài. Phần đã viết còn trên máy này.',
  ],
};

export function SaveState({ saving, savedAt }: { saving: Saving; savedAt: number | null }) {
  const [icon, text] = words[saving];
  return (
    <p class="save-state small" role="status" data-saving={saving}>
      <span class={saving === 'refused' || saving === 'signed-out' ? 'state late' : 'state quiet'}>
        <Icon name={icon} />
      </span>{' '}
      {text}
      {saving === 'saved' && savedAt !== null ? ` lúc ${clockOf(savedAt)}` : ''}
    </p>
  );
}
