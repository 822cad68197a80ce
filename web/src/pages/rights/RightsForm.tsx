// The rights of one person, as boxes to tick, with a reason; refused ones are told before anything is sent.
import { useState } from 'preact/hooks';
import type { MemberRights } from '../../../../functions/src/domain/changes.ts';
import { blockLabels } from '../../../../functions/src/domain/labels.ts';
import { blocks, type Block } from '../../../../functions/src/domain/words.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import {
  flagHints,
  flagLabels,
  rightFlags,
  rightsOf,
  whyRefused,
  type RightsWorld,
} from '../../data/rights.ts';
import { useChange, type Outcome } from '../../data/useChange.ts';
import { Check } from '../../parts/fields.tsx';
import { Picker } from '../../parts/Picker.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { Me } from '../../session.ts';

export function RightsForm(props: {
  me: Me;
  person: PersonDocument;
  world: RightsWorld;
  onDone: (told: string) => void;
  onCancel: () => void;
}) {
  const { me, person, world, onDone, onCancel } = props;
  const before = world.members.find(({ id }) => id === person.id)?.data ?? null;
  const [rights, setRights] = useState<MemberRights>(() => rightsOf(before));
  const [refused, setRefused] = useState<Outcome | null>(null);
  const { isBusy, outcome, send } = useChange(me);
  const edit = (change: Partial<MemberRights>) => {
    setRights({ ...rights, ...change });
    setRefused(null);
  };
  const submit = async (reason: string) => {
    const reasons = whyRefused(world, person.id, rights, me.pid);
    if (reasons.length > 0) {
      setRefused({ isGood: false, text: 'Không giao được, chưa có gì thay đổi:', reasons });
      return;
    }
    const row = { id: person.id, base: before?.rev ?? null, value: rights };
    const told = `Đã ghi quyền của ${person.name}. Có hiệu lực ngay.`;
    if (await send({ kind: 'members', reason, rows: [row] }, told)) onDone(told);
  };
  return (
    <section class="stack narrow" aria-labelledby="rights-title">
      <h2 id="rights-title">Quyền của {person.name}</h2>
      <ReasonForm
        id="rights"
        button="Ghi quyền"
        primary
        isBusy={isBusy}
        outcome={refused ?? outcome}
        onSend={(reason) => void submit(reason)}
        onCancel={onCancel}
      >
        <fieldset class="field">
          <legend class="label">Vai trò</legend>
          {rightFlags.map((flag) => (
            <Check
              key={flag}
              id={flag}
              label={
                <>
                  {flagLabels[flag]} <span class="hint">{flagHints[flag]}</span>
                </>
              }
              checked={rights[flag]}
              onChange={(is) => edit({ [flag]: is })}
            />
          ))}
        </fieldset>
        <Blocks
          id="aggregates"
          legend="Tổng hợp, tham mưu"
          value={rights.aggregates}
          onChange={(aggregates) => edit({ aggregates })}
        />
        <Blocks
          id="offices"
          legend="Văn phòng gửi số liệu của các đơn vị"
          value={rights.offices}
          onChange={(offices) => edit({ offices })}
        />
        <Picker
          id="oversees"
          label="Phụ trách đơn vị"
          hint="Xem tình trạng và con số tổng hợp của đơn vị, ghi ý kiến về đơn vị; không xem phiếu"
          title="Đơn vị được phụ trách"
          button="Chọn đơn vị"
          all={world.units.map(({ id, name }) => ({ id, name, hint: id }))}
          value={rights.oversees}
          onChange={(oversees) => edit({ oversees })}
        />
      </ReasonForm>
    </section>
  );
}

function Blocks(props: { id: string; legend: string; value: Block[]; onChange: (value: Block[]) => void }) {
  const { id, legend, value, onChange } = props;
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      {blocks.map((block) => (
        <Check
          key={block}
          id={`${id}-${block}`}
          label={blockLabels[block]}
          checked={value.includes(block)}
          onChange={(is) => onChange(blocks.filter((b) => (b === block ? is : value.includes(b))))}
        />
      ))}
    </fieldset>
  );
}
