// Recording a limitation that the yearly review named: what, of which year, by which document, gợi ý kiểm điểm sâu or not (S3 II.3.2).
import { useState } from 'preact/hooks';
import { leastFactWords, type About } from '../../../../functions/src/domain/facts.ts';
import { deepLabel } from '../../../../functions/src/domain/factLabels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { NewLimitation as NewDocument } from '../../../../functions/src/schema/limitation.ts';
import { factId } from '../../../../functions/src/schema/paths.ts';
import { createDocument } from '../../data/firestore.ts';
import { thisMonth } from '../../now.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { Check, TextArea, TextLine } from '../../parts/fields.tsx';
import { Recording, useRecording } from '../../parts/Recording.tsx';
import type { Me } from '../../session.ts';
import { factKey } from '../../data/keys.ts';

interface Words {
  text: string;
  year: string;
  source: string;
  deep: boolean;
}

function check(w: Words): Fault[] {
  const faults: Fault[] = [];
  if (w.text.trim().length < leastFactWords)
    faults.push({ id: 'limitation.text', text: 'Nêu nội dung tồn tại, hạn chế được chỉ ra' });
  if (!/^20\d\d$/.test(w.year))
    faults.push({ id: 'limitation.year', text: 'Nhập năm kiểm điểm, ví dụ 2025' });
  if (w.source.trim() === '')
    faults.push({ id: 'limitation.source', text: 'Nhập số, ký hiệu văn bản chỉ ra' });
  return faults;
}

export function NewLimitation(props: {
  me: Me;
  about: About;
  subject: string;
  name: string;
  month: Month;
  as: 'authority' | 'aggregator';
  onDone: () => void;
  onCancel: () => void;
}) {
  const { me, about, subject, name, month, as, onDone, onCancel } = props;
  const lastYear = String(Number(thisMonth().slice(0, 4)) - 1);
  const [w, setWords] = useState<Words>({ text: '', year: lastYear, source: '', deep: false });
  const [key] = useState(factKey);
  const recording = useRecording({
    check: () => check(w),
    send: () => {
      const fields: Omit<NewDocument, 'savedAt'> = {
        ...{ about, subject, month, key, as, author: me.pid, ...w },
        ...{ planWho: '', planTask: '', planDue: null, progress: '', progressMonth: null, closeNote: '' },
        ...{ state: 'open', rev: 1, actor: me.pid },
      };
      return createDocument(me.org, 'limitations', factId(subject, month, key), fields, ['savedAt']);
    },
    refused: 'Máy chủ không nhận: tháng này chưa mở, hoặc không thuộc thẩm quyền. Tải lại trang rồi ghi lại.',
    onDone,
  });
  const { errors } = recording;
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  return (
    <Recording
      title={<h3>Ghi tồn tại, hạn chế của {name} sau kiểm điểm</h3>}
      recording={recording}
      isNarrow
      onCancel={onCancel}
    >
      <TextArea
        id="limitation.text"
        label="Tồn tại, hạn chế được chỉ ra"
        max={sizes.text}
        value={w.text}
        errors={errors}
        onInput={(text) => set({ text })}
      />
      <div class="pair">
        <TextLine
          id="limitation.year"
          label="Kiểm điểm năm"
          max={4}
          value={w.year}
          errors={errors}
          onInput={(year) => set({ year })}
        />
        <TextLine
          id="limitation.source"
          label="Số, ký hiệu văn bản"
          value={w.source}
          errors={errors}
          onInput={(source) => set({ source })}
        />
      </div>
      <Check id="limitation.deep" label={deepLabel} checked={w.deep} onChange={(deep) => set({ deep })} />
      <p class="hint">
        {about === 'person' ? name : `Người đứng đầu ${name}`} đọc được ngay, lập kế hoạch khắc phục và báo
        cáo kết quả ở mục III của phiếu hằng tháng.
      </p>
    </Recording>
  );
}
