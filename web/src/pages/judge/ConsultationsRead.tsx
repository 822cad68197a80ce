// What the consulted and proposing authorities said; only who decides gets them.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import type { Row } from '../../data/firestore.ts';

const kinds = {
  consult: 'Tham khảo',
  request: 'Ý kiến người phụ trách',
  propose: 'Đề xuất',
  'former-head': 'Nhận xét của đơn vị cũ',
} as const;

interface Props {
  consultations: Row<Consultation>[];
  children?: ComponentChildren;
}

export function ConsultationsRead({ consultations, children }: Props) {
  if (consultations.length === 0 && !children) return null;
  return (
    <div class="stack">
      <h3>Ý kiến tham khảo, đề xuất</h3>
      <dl class="words">
        {consultations.map(({ id, data }) => (
          <div key={id}>
            <dt>
              {data.whoName || data.who} ({kinds[data.kind]})
            </dt>
            <dd>
              {data.state === 'answered'
                ? data.note
                : data.state === 'silent'
                  ? 'Không có ý kiến trong thời hạn.'
                  : data.due
                    ? `Chưa trả lời, hạn ${formatMoment(data.due)}.`
                    : 'Đang chuyển câu hỏi.'}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
