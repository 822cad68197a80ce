// The form of what drags on: recorded anew, its plan and date changed, or a hard task taken on (S3 III.2.4).
import { useState } from 'preact/hooks';
import type { About } from '../../../../functions/src/domain/facts.ts';
import { competences } from '../../../../functions/src/domain/facts.ts';
import { competenceLabels, factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { NewBacklog } from '../../../../functions/src/schema/backlog.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { factId } from '../../../../functions/src/schema/paths.ts';
import { createDocument } from '../../data/firestore.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { thisMonth, today } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Check, Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { CountField, DateField } from '../../parts/numberFields.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';
import { checkBacklog, drivenFields, emptyBacklog, isPutOff, type BacklogWords } from './backlogWords.ts';
import { factKey } from '../../data/keys.ts';
import { actOn, type BacklogRow } from './readFacts.ts';
import { useSending } from '../../data/useSending.ts';

interface Props {
  me: Me;
  /** What stands there; without it a new one of `subject`. */
  row?: BacklogRow;
  subject?: { about: About; id: string; name: string };
  onDone: () => void;
  onCancel: () => void;
}

export function BacklogForm({ me, row, subject, onDone, onCancel }: Props) {
  const before = row?.data ?? null;
  const isPersons = (before?.about ?? subject?.about) === 'person';
  const [w, setWords] = useState<BacklogWords>(
    before ? { ...emptyBacklog, ...before, why: '' } : { ...emptyBacklog, hard: isPersons },
  );
  const [faults, setFaults] = useState<Fault[]>([]);
  const [stamp, setStamp] = useState(0);
  const [key] = useState(factKey);
  const { problem, send } = useSending(
    onDone,
    row ? undefined : 'Máy chủ không nhận: tháng này chưa mở, hoặc không còn là người đứng đầu đơn vị.',
  );
  const set = (change: Partial<BacklogWords>) => setWords({ ...w, ...change });
  const errors: Errors = new Map(faults.map((f) => [f.id, f.text]));
  // What was answered stays as it was proposed.
  const isAnswered = before !== null && before.answer !== '';
  const save = () => {
    const found = withUnread(checkBacklog(w, before, today()));
    setFaults(found);
    setStamp(stamp + 1);
    const { due, since, text } = w;
    if (found.length > 0 || due === null || since === null) return;
    const driven = drivenFields({ ...w, due }, before);
    if (row) {
      void send(() => actOn(me, 'backlogs', row, driven));
      return;
    }
    if (!subject) return;
    void send(async () => {
      const month = await monthToRecord(me.org);
      const fields: Omit<NewBacklog, 'savedAt'> = {
        ...{ about: subject.about, subject: subject.id, month, key, author: me.pid, text, since, ...driven },
        ...{ why: '', answer: '', result: '', word: '', state: 'open', rev: 1, actor: me.pid },
      };
      await createDocument(me.org, 'backlogs', factId(subject.id, month, key), fields, ['savedAt']);
    });
  };
  return (
    <div class="stack entry narrow">
      {subject && (
        <h3>{isPersons ? factTitles.hardTasks : `Ghi việc chậm trễ, kéo dài của ${subject.name}`}</h3>
      )}
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      {!row && (
        <>
          <TextArea
            id="backlog.text"
            label="Việc, nội dung còn tồn tại"
            max={sizes.text}
            value={w.text}
            errors={errors}
            onInput={(text) => set({ text })}
          />
          <div class="pair">
            <DateField
              id="backlog.since"
              label="Phát sinh từ ngày"
              month={thisMonth()}
              value={w.since}
              errors={errors}
              onInput={(since) => set({ since })}
            />
            <CountField
              id="backlog.putOff"
              label="Đã lùi hạn mấy lần"
              value={w.putOff}
              errors={errors}
              onInput={(putOff) => set({ putOff })}
            />
          </div>
        </>
      )}
      {!isAnswered && (
        <Choices
          id="backlog.competence"
          legend="Thẩm quyền giải quyết"
          column
          options={competences.map((value) => ({ value, label: competenceLabels[value] }))}
          value={w.competence}
          onChange={(competence) => set({ competence })}
        />
      )}
      {w.competence === 'beyond' && !isAnswered && (
        <TextArea
          id="backlog.proposal"
          label="Nội dung đề xuất cấp trên"
          max={sizes.note}
          value={w.proposal}
          errors={errors}
          onInput={(proposal) => set({ proposal })}
        />
      )}
      {w.competence === 'own' && (
        <TextArea
          id="backlog.plan"
          label="Kế hoạch giải quyết"
          max={sizes.note}
          value={w.plan}
          errors={errors}
          onInput={(plan) => set({ plan })}
        />
      )}
      <DateField
        id="backlog.due"
        label="Thời hạn giải quyết"
        month={thisMonth()}
        value={w.due}
        errors={errors}
        onInput={(due) => set({ due })}
      />
      {isPutOff(w, before) && (
        <TextArea
          id="backlog.why"
          label="Lý do lùi hạn"
          hint={`Đây là lần lùi hạn thứ ${(before?.putOff ?? 0) + 1}`}
          max={sizes.note}
          value={w.why}
          errors={errors}
          onInput={(why) => set({ why })}
        />
      )}
      {!isPersons && (
        <Check
          id="backlog.hard"
          label="Đăng ký đảm nhận, chỉ đạo, giải quyết việc khó khăn, phức tạp, kéo dài này"
          checked={w.hard}
          onChange={(hard) => set({ hard })}
        />
      )}
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={save}>
          {row ? 'Lưu' : isPersons ? 'Đăng ký' : 'Ghi nhận'}
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}
