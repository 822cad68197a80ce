// Limitations of the yearly review that are mine to work off: the plan with person, task and date, and the report of the month (S3 II.3.2).
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { CivilDate, Month } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';
import { LimitationItem } from './LimitationItem.tsx';
import { actOn, type LimitationRow } from './readFacts.ts';
import { useSending } from '../../data/useSending.ts';

interface Props {
  me: Me;
  month: Month;
  rows: LimitationRow[];
  /** Saved, with what was reported for the month. */
  onReported: (row: LimitationRow, progress: string) => void;
}

export function MyLimitations(props: Props) {
  const open = props.rows.filter(({ data }) => data.state === 'open');
  const closed = props.rows.filter(({ data }) => data.state === 'closed');
  if (props.rows.length === 0) return null;
  return (
    <section aria-labelledby="limitations-title">
      <h2 id="limitations-title">{factTitles.limitations}</h2>
      <div>
        {open.map((row) => (
          <LimitationItem key={row.id} row={row}>
            <Work key={row.data.rev} {...props} row={row} />
          </LimitationItem>
        ))}
      </div>
      {closed.length > 0 && (
        <details>
          <summary>{closed.length} nội dung đã kết thúc</summary>
          {closed.map((row) => (
            <LimitationItem key={row.id} row={row} />
          ))}
        </details>
      )}
    </section>
  );
}

interface Words {
  planWho: string;
  planTask: string;
  planDue: CivilDate | null;
  progress: string;
}

function Work(props: Omit<Props, 'rows'> & { row: LimitationRow }) {
  const { me, month, row, onReported } = props;
  const { id, data } = row;
  const isThisMonth = data.progressMonth === month;
  const [w, setWords] = useState<Words>({
    planWho: data.planWho || me.name,
    planTask: data.planTask,
    planDue: data.planDue,
    progress: isThisMonth ? data.progress : '',
  });
  const set = (change: Partial<Words>) => setWords({ ...w, ...change });
  const { problem, say, send } = useSending(() =>
    onReported({ ...row, data: { ...data, planTask: w.planTask, planDue: w.planDue } }, w.progress),
  );
  const field = (name: keyof Words) => `${name}.${id}`;
  const save = () => {
    if (w.planTask.trim() === '' || w.planDue === null) {
      say('Nêu việc khắc phục và hạn hoàn thành');
      document.getElementById(field(w.planTask.trim() === '' ? 'planTask' : 'planDue'))?.focus();
      return;
    }
    const reported = w.progress.trim() === '' ? {} : { progress: w.progress, progressMonth: month };
    const { planWho, planTask, planDue } = w;
    void send(() => actOn(me, 'limitations', row, { planWho, planTask, planDue, ...reported }));
  };
  const errors: Errors = new Map(problem ? [[field('planTask'), problem]] : []);
  return (
    <div class="stack narrow">
      <TextArea
        id={field('planTask')}
        label="Việc khắc phục"
        short
        max={sizes.note}
        value={w.planTask}
        errors={errors}
        onInput={(planTask) => set({ planTask })}
      />
      <div class="pair">
        <TextLine
          id={field('planWho')}
          label="Người thực hiện"
          value={w.planWho}
          onInput={(planWho) => set({ planWho })}
        />
        <DateField
          id={field('planDue')}
          label="Hạn hoàn thành"
          month={month}
          value={w.planDue}
          onInput={(planDue) => set({ planDue })}
        />
      </div>
      <TextArea
        id={field('progress')}
        label={`Kết quả khắc phục tháng ${formatMonth(month)}`}
        hint="Được đưa vào mục III của Phiếu số 01 tháng này, sửa được ở đó trước khi nộp"
        max={3000}
        value={w.progress}
        onInput={(progress) => set({ progress })}
      />
      <div class="row">
        <button type="button" class="button" onClick={save}>
          Lưu kế hoạch và kết quả
        </button>
      </div>
    </div>
  );
}
