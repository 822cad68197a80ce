// "Chuyển đơn vị" and "Thôi việc": a few questions that fill the record; nothing is saved before the foot of the form.
import { useState } from 'preact/hooks';
import { formatDate } from '../../../../functions/src/domain/civilDate.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { thisMonth } from '../../now.ts';
import { Check, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import { leftOn, stays, transferred, type PersonValue } from './acts.ts';
import { postKindOptions, unitOptions } from './words.ts';

interface Props {
  whole: WholeOrganisation;
  value: PersonValue;
  onFilled: (value: PersonValue) => void;
}

export function GuidedActs({ whole, value, onFilled }: Props) {
  const [open, setOpen] = useState<'transfer' | 'leave' | null>(null);
  const fill = (next: PersonValue) => {
    onFilled(next);
    setOpen(null);
    requestAnimationFrame(() => document.getElementById('foot-title')?.scrollIntoView({ block: 'start' }));
  };
  return (
    <div class="stack guided">
      <div class="row">
        <button
          type="button"
          class="button"
          aria-expanded={open === 'transfer'}
          onClick={() => setOpen(open === 'transfer' ? null : 'transfer')}
        >
          Chuyển đơn vị
        </button>
        {value.left === null ? (
          <button
            type="button"
            class="button"
            aria-expanded={open === 'leave'}
            onClick={() => setOpen(open === 'leave' ? null : 'leave')}
          >
            Thôi việc
          </button>
        ) : (
          <button type="button" class="button" onClick={() => fill(stays(value))}>
            Bỏ thôi việc
          </button>
        )}
      </div>
      {open === 'transfer' && <TransferForm whole={whole} value={value} onFilled={fill} />}
      {open === 'leave' && <LeaveForm whole={whole} value={value} onFilled={fill} />}
    </div>
  );
}

function TransferForm({ whole, value, onFilled }: Props) {
  const [unit, setUnit] = useState('');
  const [kind, setKind] = useState('');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<CivilDate | null>(null);
  const [endOthers, setEndOthers] = useState(false);
  const [errors, setErrors] = useState<Errors>(new Map());
  const others = value.posts.some((post) => !post.primary && post.to === null);
  const done = () => {
    const missing = new Map<string, string>();
    if (!unit) missing.set('transfer.unit', 'Chọn đơn vị mới');
    if (!kind) missing.set('transfer.kind', 'Chọn loại chức vụ ở đơn vị mới');
    if (!title.trim()) missing.set('transfer.title', 'Ghi tên chức vụ mới');
    if (from === null) missing.set('transfer.from', 'Ghi ngày bắt đầu ở đơn vị mới');
    setErrors(missing);
    const [first] = missing.keys();
    if (first) document.getElementById(first)?.focus();
    else if (from !== null) onFilled(transferred(value, { unit, kind, title, from, endOthers }));
  };
  return (
    <section class="guided-in stack" aria-labelledby="transfer-title">
      <h3 id="transfer-title">Chuyển đơn vị</h3>
      <p class="hint">
        Chức vụ chính hiện tại kết thúc vào ngày trước đó. Phiếu của tháng đang mở chỉ theo đơn vị mới khi
        ngày chuyển trước hạn nộp.
      </p>
      <Select
        id="transfer.unit"
        label="Đơn vị mới"
        value={unit}
        options={unitOptions(whole)}
        errors={errors}
        onChange={(next) => {
          setUnit(next);
          setKind('');
        }}
      />
      <div class="pair">
        <Select
          id="transfer.kind"
          label="Loại chức vụ mới"
          value={kind}
          options={postKindOptions(whole, unit)}
          errors={errors}
          onChange={setKind}
        />
        <TextLine
          id="transfer.title"
          label="Tên chức vụ mới"
          value={title}
          errors={errors}
          onInput={setTitle}
        />
      </div>
      <DateField
        id="transfer.from"
        label="Từ ngày"
        month={thisMonth()}
        value={from}
        errors={errors}
        onInput={setFrom}
      />
      {others && (
        <Check
          id="transfer.others"
          label="Thôi cả các chức vụ kiêm nhiệm"
          checked={endOthers}
          onChange={setEndOthers}
        />
      )}
      <p>
        <button type="button" class="button" onClick={done}>
          Điền vào hồ sơ
        </button>
      </p>
    </section>
  );
}

function LeaveForm({ value, onFilled }: Props) {
  const [last, setLast] = useState<CivilDate | null>(null);
  const [isMissing, setMissing] = useState(false);
  const done = () => {
    setMissing(last === null);
    if (last === null) document.getElementById('leave.last')?.focus();
    else onFilled(leftOn(value, last));
  };
  return (
    <section class="guided-in stack" aria-labelledby="leave-title">
      <h3 id="leave-title">Thôi việc</h3>
      <Notice>
        <p>{leavingConsequence(value.name, last)}</p>
      </Notice>
      <DateField
        id="leave.last"
        label="Ngày làm việc cuối cùng"
        month={thisMonth()}
        value={last}
        errors={new Map(isMissing ? [['leave.last', 'Ghi ngày làm việc cuối cùng']] : [])}
        onInput={setLast}
      />
      <p>
        <button type="button" class="button" onClick={done}>
          Điền vào hồ sơ
        </button>
      </p>
    </section>
  );
}

export const leavingConsequence = (name: string, last: CivilDate | null): string =>
  `Sau ngày ${last === null ? 'này' : formatDate(last)}, tài khoản của ${name || 'người này'} bị khóa; mọi chức vụ, quyền và ủy quyền chấm dứt; người kế nhiệm đánh giá, quyết định thay ở các phiếu đang mở.`;
