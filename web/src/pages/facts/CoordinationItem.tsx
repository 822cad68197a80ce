// Trouble between two units: what each side said, and what the authority above both made of it; the act that is mine beside it.
import { useState } from 'preact/hooks';
import { coordinationStateLabels } from '../../../../functions/src/domain/factLabels.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { showDate } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import type { Me } from '../../session.ts';
import { FactWords } from './FactWords.tsx';
import { FindingFromTrouble } from './FindingFromTrouble.tsx';
import { actOn, type CoordinationRow } from './readFacts.ts';
import { SayForm } from './SayForm.tsx';

const looks = {
  open: ['todo', 'hourglass'],
  answered: ['waiting', 'hourglass'],
  closed: ['filed', 'check'],
  found: ['late', 'warning'],
} as const;

interface Props {
  me: Me;
  row: CoordinationRow;
  onChanged: () => void;
}

export function CoordinationItem(props: Props) {
  const { me, row } = props;
  const { data } = row;
  const [tone, icon] = looks[data.state];
  const there = data.otherName || data.other;
  const side = (unit: string, head: string | undefined) => (head ? `${unit} (${head})` : unit);
  const isSettled = data.state === 'closed' || data.state === 'found';
  return (
    <div class="entry stack" style={{ '--gap': '8px' }}>
      <h3>{data.task}</h3>
      <p class="row">
        <State tone={tone} icon={icon}>
          {coordinationStateLabels[data.state]}
        </State>
        <span class="soft small">
          {data.unitName || data.unit} với {there}
          {data.otherPerson && `, ${data.otherPerson}`} · từ {showDate(data.since)}
          {data.authorityName && ` · cấp có thẩm quyền: ${data.authorityName}`}
        </span>
      </p>
      {data.gap && <p class="notice todo">Chưa xác định được cấp có thẩm quyền: {data.gap}</p>}
      <FactWords
        words={[
          [`${side(data.unitName || data.unit, data.headName)} nêu`, data.text],
          [`${side(there, data.otherHeadName)} trả lời`, data.answer],
          [`${data.authorityName || 'Cấp có thẩm quyền'} kết luận`, data.word],
        ]}
      />
      {data.otherHead === me.pid && data.state === 'open' && <Answer {...props} />}
      {data.authority === me.pid && !isSettled && <Settle {...props} />}
    </div>
  );
}

const Answer = ({ me, row, onChanged }: Props) => (
  <SayForm
    id={`answer.${row.id}`}
    label={`Trả lời của ${row.data.otherName || 'đơn vị'}`}
    hint="Gửi rồi thì không sửa được; bên nêu và cấp có thẩm quyền đều đọc"
    max={sizes.text}
    acts={[
      {
        label: 'Gửi trả lời',
        wants: 'Nhập nội dung trả lời',
        act: (answer) => actOn(me, 'coordinations', row, { answer, state: 'answered' }),
      },
    ]}
    onDone={onChanged}
  />
);

function Settle(props: Props) {
  const { me, row, onChanged } = props;
  const [isFinding, setFinding] = useState(false);
  if (isFinding) return <FindingFromTrouble {...props} onCancel={() => setFinding(false)} />;
  return (
    <>
      <SayForm
        id={`word.${row.id}`}
        label="Kết luận của cấp có thẩm quyền"
        max={sizes.note}
        acts={[
          {
            label: 'Kết luận và khép lại',
            wants: 'Nhập kết luận',
            act: (word) => actOn(me, 'coordinations', row, { word, state: 'closed' }),
          },
        ]}
        onDone={onChanged}
      />
      <p>
        <button type="button" class="link" onClick={() => setFinding(true)}>
          Ghi nhận thành biểu hiện
        </button>
      </p>
    </>
  );
}
