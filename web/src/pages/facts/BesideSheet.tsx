// Beside the sheet of a person: limitations to work off, open trouble and backlog of theirs and of the units they head; read after the sheet.
import { useState } from 'preact/hooks';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Icon } from '../../parts/icons.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { BacklogItem } from './BacklogItem.tsx';
import { CoordinationItem } from './CoordinationItem.tsx';
import { FactList } from './FactList.tsx';
import { LimitationItem } from './LimitationItem.tsx';
import { NewLimitation } from './NewLimitation.tsx';
import { actOn, readBesideSheet, type LimitationRow } from './readFacts.ts';
import { SayForm } from './SayForm.tsx';
import { useFollowed } from './useFollowed.ts';

interface Props {
  me: Me;
  person: string;
  name: string;
  month: Month;
  as: 'evaluator' | 'decider';
  isHead: boolean;
  /** A limitation is recorded in a month that is open. */
  mayRecord: boolean;
}

export function BesideSheet(props: Props) {
  const { me, person, name, month, as, isHead, mayRecord } = props;
  const [loaded, reload] = useLoaded(() => readBesideSheet(me, person, as, isHead), `${person} ${as}`);
  const [isAdding, setAdding] = useState(false);
  const onChanged = useFollowed(reload);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { limitations, coordinations, backlogs } = loaded.value;
  const delayed = backlogs.filter(({ data }) => !data.hard);
  const hard = backlogs.filter(({ data }) => data.hard);
  const isEmpty = limitations.length + coordinations.length + backlogs.length === 0;
  return (
    <div class="stack">
      {isEmpty && <p>Không có tồn tại, hạn chế sau kiểm điểm, vướng mắc phối hợp hay việc tồn đọng nào.</p>}
      <FactList
        title={factTitles.limitations}
        rows={limitations}
        show={(row) => (
          <LimitationItem key={row.id} row={row}>
            {row.data.state === 'open' && <Close me={me} row={row} onDone={onChanged} />}
          </LimitationItem>
        )}
      />
      <FactList
        title={factTitles.coordinations}
        rows={coordinations}
        show={(row) => <CoordinationItem key={row.id} me={me} row={row} onChanged={onChanged} />}
      />
      {(
        [
          [factTitles.backlogs, delayed],
          [factTitles.hardTasks, hard],
        ] as const
      ).map(([title, rows]) => (
        <FactList
          key={title}
          title={title}
          rows={rows}
          show={(row) => <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />}
        />
      ))}
      {isAdding ? (
        <NewLimitation
          {...{ me, month, name }}
          about="person"
          subject={person}
          as="authority"
          onDone={() => {
            setAdding(false);
            onChanged();
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        mayRecord && (
          <p>
            <button type="button" class="button" onClick={() => setAdding(true)}>
              <Icon name="plus" /> Ghi tồn tại, hạn chế sau kiểm điểm
            </button>
          </p>
        )
      )}
    </div>
  );
}

function Close({ me, row, onDone }: { me: Me; row: LimitationRow; onDone: () => void }) {
  const [isClosing, setClosing] = useState(false);
  if (!isClosing)
    return (
      <p>
        <button type="button" class="link" onClick={() => setClosing(true)}>
          Kết thúc theo dõi
        </button>
      </p>
    );
  return (
    <SayForm
      id={`close.${row.id}`}
      label="Kết luận của cấp có thẩm quyền"
      max={sizes.note}
      acts={[
        {
          label: 'Kết thúc theo dõi',
          wants: 'Nêu kết luận về việc khắc phục',
          act: (closeNote) => actOn(me, 'limitations', row, { closeNote, state: 'closed' }),
        },
      ]}
      onDone={onDone}
    />
  );
}
