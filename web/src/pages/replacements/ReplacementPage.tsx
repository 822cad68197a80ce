// One case: on what it rests and by which rule, what was done with it, and what is mine to do now.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import {
  replacementGroundLabels,
  replacementLimits,
  replacementOutcomeLabels,
} from '../../../../functions/src/domain/replacementLabels.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { StoredReplacement } from '../../../../functions/src/schema/replacement.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { showDate } from '../../parts/parse.ts';
import { Trace } from '../../parts/Trace.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { FactWords } from '../facts/FactWords.tsx';
import { SayForm } from '../facts/SayForm.tsx';
import { useFollowed } from '../facts/useFollowed.ts';
import { CaseState } from './CaseState.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { actOfMine, actOn } from './readReplacements.ts';

interface Props {
  me: Me;
  member: Member | null;
  id: string;
}

export function ReplacementPage({ me, member, id }: Props) {
  const [loaded, reload] = useLoaded(() => readDocument<StoredReplacement>(me.org, 'replacements', id), id);
  const followed = useFollowed(reload);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const data = loaded.value;
  if (!data) return <Notice>Không có hồ sơ này, hoặc không thuộc thẩm quyền xem.</Notice>;
  const isMine = data.person === me.pid;
  return (
    <>
      <PageHead
        title={isMine ? 'Hồ sơ về tôi' : `Hồ sơ: ${data.personName ?? ''}`}
        lead={`${data.post ?? ''}, ${data.unitName ?? ''} · Năm ${data.year}`}
      >
        <a class="button" href={hrefOf({ page: 'replacements', id: null })}>
          Về danh sách
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '32px' }}>
        <div class="stack narrow">
          <p class="row standing">
            <CaseState state={data.state} />
            <span class="soft">{replacementGroundLabels[data.ground]}</span>
          </p>
          <p class="soft">{replacementLimits}</p>
        </div>
        <section class="stack narrow" aria-labelledby="case-ground">
          <h2 id="case-ground">Căn cứ mở hồ sơ</h2>
          {data.facts && <p class="pre">{data.facts}</p>}
          <Trace title="Theo quy định nào, từ dữ kiện nào?" steps={data.trace ?? []} open />
        </section>
        <Course data={data} />
        <Mine me={me} member={member} row={{ id, data }} onDone={followed} />
      </div>
    </>
  );
}

/** What was done, in its order; the decision as the document says it. */
function Course({ data }: { data: StoredReplacement }) {
  const { outcome, docNumber, docDate, reason, openedAt, decidedAt, closedAt, closeNote, dropReason } = data;
  const opened = `${data.ground === 'authority' ? `${data.deciderName ?? ''} đề xuất` : 'Mở theo quy định'}${openedAt ? `, ${formatMoment(openedAt)}` : ''}`;
  return (
    <section class="stack narrow" aria-labelledby="case-course">
      <h2 id="case-course">Diễn biến</h2>
      <FactWords
        words={[
          ['Mở hồ sơ', opened],
          ['Ý kiến khi chuyển xem xét', data.referNote],
          [data.state === 'proposed' ? 'Sẽ chuyển đến' : 'Cơ quan, người xem xét', data.body],
          ['Quyết định', outcome === null ? '' : replacementOutcomeLabels[outcome]],
          ['Văn bản', outcome === null ? '' : `Số ${docNumber}, ngày ${docDate ? showDate(docDate) : ''}`],
          ['Lý do', reason],
          ['Ghi vào hệ thống', decidedAt ? formatMoment(decidedAt) : ''],
          ['Kết thúc', closedAt ? `${closeNote} (${formatMoment(closedAt)})` : closeNote],
          ['Rút hồ sơ', dropReason],
        ]}
      />
    </section>
  );
}

function Mine(props: {
  me: Me;
  member: Member | null;
  row: { id: string; data: StoredReplacement };
  onDone: () => void;
}) {
  const { me, member, row, onDone } = props;
  switch (actOfMine(me, member, row.data)) {
    case 'refer':
      return (
        <section class="stack" aria-labelledby="case-act">
          <h2 id="case-act">Chuyển xem xét</h2>
          <SayForm
            id="referNote"
            label="Ý kiến của người quyết định"
            hint={`Chuyển đến ${row.data.body ?? ''}; chuyển rồi thì không rút lại được`}
            max={sizes.note}
            acts={[
              {
                label: 'Chuyển xem xét',
                wants: 'Nêu ý kiến: đề nghị xem xét thế nào, vì sao',
                act: (referNote) => actOn(me, row, { referNote, state: 'referred' }),
                isPrimary: true,
              },
            ]}
            onDone={onDone}
          />
        </section>
      );
    case 'decide':
      return <DecisionForm me={me} row={row} onDone={onDone} />;
    case 'close':
      return (
        <section class="stack" aria-labelledby="case-act">
          <h2 id="case-act">Kết thúc hồ sơ</h2>
          <SayForm
            id="closeNote"
            label="Kết quả thực hiện quyết định"
            max={sizes.note}
            acts={[
              {
                label: 'Kết thúc hồ sơ',
                wants: 'Nêu quyết định đã được thực hiện thế nào',
                act: (closeNote) => actOn(me, row, { closeNote, state: 'closed' }),
                isPrimary: true,
              },
            ]}
            onDone={onDone}
          />
        </section>
      );
    case null:
      return null;
  }
}
