// The form of one unit: name, kind, place in the tree, special cases, with a reason and the history.
import { useMemo } from 'preact/hooks';
import { differencesOfUnit } from '../../../../functions/src/domain/import/differences.ts';
import { idFromName } from '../../../../functions/src/domain/import/ids.ts';
import { blockLabels } from '../../../../functions/src/domain/labels.ts';
import type { UnitValue } from '../../../../functions/src/domain/changes.ts';
import { blocks, type Block } from '../../../../functions/src/domain/words.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { thisMonth } from '../../now.ts';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Notice, PageHead } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { History } from './History.tsx';
import { DraftNotice, RecordFoot } from './RecordFoot.tsx';
import { lastApplied, useRecord } from './useRecord.ts';
import { namesIn, unitOptions } from './words.ts';

const valueOf = (unit: UnitDocument): UnitValue => ({
  name: unit.name,
  kind: unit.kind,
  block: unit.block,
  parent: unit.parent,
  headcountOverride: unit.headcountOverride,
  role: unit.role,
  closed: unit.closed,
  excludedFromSystem: unit.excludedFromSystem,
});

const newUnit = (parent: UnitDocument | undefined): UnitValue => ({
  name: '',
  kind: '',
  block: parent?.block ?? 'government',
  parent: parent?.id ?? null,
  headcountOverride: null,
  role: null,
  closed: null,
  excludedFromSystem: [],
});

export function UnitForm(props: {
  me: Me;
  whole: WholeOrganisation;
  unit: UnitDocument | null;
  parent: string | null;
  onApplied: (id: string) => void;
}) {
  const { me, whole, unit, parent, onApplied } = props;
  const names = useMemo(() => namesIn(whole), [whole]);
  const start = useMemo(
    () => (unit ? valueOf(unit) : newUnit(whole.units.find(({ id }) => id === parent))),
    [unit],
  );
  const form = useRecord<UnitValue>({ me, whole, kind: 'units', existing: unit, start, onApplied });
  const { value, edit, faults } = form;
  const errors: Errors = new Map(faults.map((f) => [f.id, f.text]));
  const kinds = [...whole.profile.unitKinds].map(([kind, entry]) => ({ value: kind, label: entry.name }));
  const roles = [...whole.profile.unitRoles].map(([role, label]) => ({ value: role, label }));
  const derived = idFromName(value.name, new Set(whole.units.map(({ id }) => id)));
  return (
    <>
      <PageHead title={unit ? unit.name : 'Thêm đơn vị'} lead={unit ? names.unitKind(unit.kind) : ''}>
        {unit && (
          <a class="link" href={hrefOf({ page: 'organisation', unit: unit.id })}>
            Xem nhân sự
          </a>
        )}
      </PageHead>
      <div class="stack narrow record">
        {unit && lastApplied.id === unit.id && !form.isChanged && (
          <Notice tone="good" role="status">
            <p>Đã lưu. Thay đổi đứng ở đầu mục Lịch sử.</p>
          </Notice>
        )}
        <DraftNotice form={form} />
        <ErrorSummary
          title={faults.length === 1 ? 'Còn một chỗ phải sửa' : `Còn ${faults.length} chỗ phải sửa`}
          faults={faults}
          stamp={form.stamp}
        />
        <section class="stack" aria-labelledby="unit-form-title" id="record" tabIndex={-1}>
          <h2 id="unit-form-title">Thông tin chung</h2>
          <TextLine
            id="name"
            label="Tên đơn vị, như in trên phiếu"
            value={value.name}
            errors={errors}
            onInput={(name) => edit({ name })}
          />
          {unit ? (
            <p class="hint">
              Mã trong hệ thống: <span class="code">{unit.id}</span>
            </p>
          ) : (
            <TextLine
              id="id"
              label="Mã trong hệ thống"
              hint="Chữ thường không dấu, số, gạch ngang; không đổi được về sau"
              max={40}
              value={form.id}
              errors={errors}
              onInput={form.setId}
            />
          )}
          {!unit && form.id === '' && derived !== '' && (
            <p>
              <button type="button" class="link" onClick={() => form.setId(derived)}>
                Dùng mã {derived}
              </button>
            </p>
          )}
          <Select
            id="kind"
            label="Loại đơn vị"
            hint="Loại đơn vị quyết định ai đánh giá, ai quyết định theo bảng thẩm quyền"
            value={value.kind}
            options={kinds}
            errors={errors}
            onChange={(kind) => edit({ kind })}
          />
          <Choices<Block>
            id="block"
            legend="Khối"
            options={blocks.map((block) => ({ value: block, label: blockLabels[block] }))}
            value={value.block}
            errors={errors}
            onChange={(block) => edit({ block })}
          />
          <Select
            id="parent"
            label="Đơn vị cấp trên"
            value={value.parent ?? ''}
            none="Không có, đứng đầu khối"
            options={unitOptions(whole, value.parent).filter(({ value: other }) => other !== unit?.id)}
            errors={errors}
            onChange={(next) => edit({ parent: next || null })}
          />
          <Select
            id="role"
            label="Việc làm cho toàn tổ chức"
            value={value.role ?? ''}
            none="Không"
            options={roles}
            errors={errors}
            onChange={(role) => edit({ role: role || null })}
          />
        </section>
        <section class="stack" aria-labelledby="special-title">
          <h2 id="special-title">Trường hợp riêng</h2>
          <NumberLine
            id="headcountOverride"
            label="Ấn định số CBCCVC"
            hint="Thay cho số hệ thống đếm khi xét đơn vị có từ 20 CBCCVC; để trống thì hệ thống tự đếm. Ghi căn cứ ở mục lý do."
            value={value.headcountOverride}
            errors={errors}
            onInput={(headcountOverride) => edit({ headcountOverride })}
          />
          <TextArea
            id="excludedFromSystem"
            label="Chức danh không đưa vào hệ thống"
            hint="Chức danh mà danh tính người giữ là bí mật nhà nước; mỗi dòng một chức danh, không ghi tên người"
            max={2000}
            value={value.excludedFromSystem.join('\n')}
            errors={errors}
            onInput={(text) => edit({ excludedFromSystem: text === '' ? [] : text.split('\n') })}
          />
          <DateField
            id="closed"
            label="Ngày hoạt động cuối cùng"
            hint="Chỉ ghi khi đơn vị giải thể, sáp nhập; khi đó không còn ai giữ chức vụ ở đây"
            month={thisMonth()}
            value={value.closed}
            errors={errors}
            onInput={(closed) => edit({ closed })}
          />
        </section>
        <RecordFoot
          form={form}
          differences={unit || form.isChanged ? differencesOfUnit(unit && start, value, names) : []}
          errors={errors}
          consequence={
            unit && value.kind !== start.kind
              ? 'Đổi loại đơn vị thì thẩm quyền đánh giá, quyết định của cả đơn vị đổi theo từ tháng sau.'
              : null
          }
        />
        {unit && (
          <section class="stack" aria-labelledby="history-title">
            <h2 id="history-title">Lịch sử</h2>
            <History
              log={unit.log}
              value={start}
              describe={(before, after) => differencesOfUnit(before, after, names)}
              nameOf={names.person}
            />
          </section>
        )}
      </div>
    </>
  );
}

function NumberLine(props: {
  id: string;
  label: string;
  hint: string;
  value: number | null;
  errors: Errors;
  onInput: (value: number | null) => void;
}) {
  const { value, onInput } = props;
  return (
    <TextLine
      {...props}
      value={value === null ? '' : String(value)}
      max={4}
      onInput={(text) => {
        const digits = text.replace(/\D/g, '');
        onInput(digits === '' ? null : Number(digits));
      }}
    />
  );
}
