// Deciding a year: proposal and months before it, and a reason where the rating leaves the proposal.
import { useMemo, useState } from 'preact/hooks';
import { ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import { ratings, type Rating } from '../../../../functions/src/domain/words.ts';
import { yearNeedsReason } from '../../../../functions/src/domain/yearDecision.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { YearAssessment } from '../../../../functions/src/schema/year.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import type { Editor } from '../../data/editor.ts';
import { pollUntil } from '../../data/poll.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { ActButton } from '../judge/actParts.tsx';
import { CasesOfYear } from '../replacements/CasesOfYear.tsx';
import { MonthCells } from './MonthCells.tsx';
import { readYearOfPerson } from './readYear.ts';
import { StandingYear, YearDone, YearTakenBack } from './YearDone.tsx';
import { YearFacts } from './YearFacts.tsx';
import { yearPower, yearSource, type YearDraft } from './yearSource.ts';

export function YearDecision({ me, person, year }: { me: Me; person: string; year: string }) {
  const [held, reload] = useLoaded(() => delegationsToMe(me), me.pid);
  if (held.at === 'loading') return <Loading />;
  if (held.at === 'failed') return <LoadFailed onRetry={reload} />;
  return <One me={me} person={person} year={year} delegations={held.value} />;
}

function One(props: { me: Me; person: string; year: string; delegations: readonly Delegation[] }) {
  const { me, person, year, delegations } = props;
  const key = `${person} ${year}`;
  const editor = useEditor(useMemo(() => yearSource(me, person, year, delegations), [me.org, me.pid, key]));
  const [months, reload] = useLoaded(() => readYearOfPerson(me, person, year), key);
  const { phase, doc, draft, conflict } = editor.view;
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed') return <LoadFailed onRetry={() => void editor.open()} />;
  if (!doc || !draft)
    return <Notice>Năm này chưa được trình quyết định, hoặc không thuộc thẩm quyền xem.</Notice>;
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  const power = yearPower(doc, me.pid, delegations);
  return (
    <>
      <PageHead
        title={`Xếp loại năm ${year}: ${doc.personName}`}
        lead={`${doc.post}, ${doc.unitName}${power?.giver ? ` · thay mặt ${power.name}` : ''}`}
      >
        <a class="button" href={hrefOf({ page: 'years-to-decide', year })}>
          Về danh sách
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '40px' }}>
        <YearFacts year={doc} settings={null} />
        <CasesOfYear me={me} person={person} year={year} />
        {months.at === 'failed' && <LoadFailed onRetry={reload} />}
        {months.at === 'there' && months.value.personYear && (
          <section class="stack" aria-labelledby="year-months">
            <h2 id="year-months">Mười hai tháng</h2>
            <MonthCells
              personYear={months.value.personYear}
              hrefFor={(month) => hrefOf({ page: 'sheet', person, month })}
            />
          </section>
        )}
        {doc.state === 'waiting' && <StandingYear doc={doc} />}
        {doc.state === 'waiting' &&
          power &&
          (doc.decidedAt === null ? <Form editor={editor} doc={doc} draft={draft} /> : <YearTakenBack />)}
        {doc.state !== 'waiting' && <YearDone editor={editor} doc={doc} mayTakeBack={power !== null} />}
      </div>
    </>
  );
}

/** Errors by field; the rules say the same. */
function checkYear({ dRating, dReason }: YearDraft, { proposal, held }: YearAssessment): Map<string, string> {
  const faults = new Map<string, string>();
  if (held) return faults;
  if (dRating === null && proposal.rating !== null) faults.set('dRating', 'Chọn một mức xếp loại');
  else if (yearNeedsReason(dRating, proposal) && dReason.trim().length < 10)
    faults.set('dReason', 'Nêu lý do vì sao khác mức hệ thống đề xuất, ít nhất 10 ký tự');
  return faults;
}

interface FormProps {
  editor: Editor<YearAssessment, YearDraft>;
  doc: YearAssessment;
  draft: YearDraft;
}

function Form({ editor, doc, draft }: FormProps) {
  const [check, setCheck] = useState({ stamp: 0, faults: new Map<string, string>() });
  const [isBusy, setBusy] = useState(false);
  const decide = async () => {
    const faults = checkYear(draft, doc);
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.size > 0) return;
    setBusy(true);
    // What was taken over from the proposal is saved before the act, which carries nothing (ADR 0008).
    const { dRating, dReason } = draft;
    const isSame = doc.dRating === dRating && doc.dReason === dReason;
    const isSaved = isSame || (await editor.save({ dRating, dReason }));
    if (isSaved && (await editor.save({ state: 'decided' }))) {
      scrollTo(0, 0);
      void pollUntil(
        () => editor.refresh(),
        (a) => a !== null && a.decidedAt !== null,
      );
    }
    setBusy(false);
  };
  return (
    <section class="stack narrow" aria-labelledby="year-decide">
      <h2 id="year-decide">Quyết định xếp loại năm</h2>
      <ErrorSummary
        title={`Còn ${check.faults.size} chỗ cần bổ sung`}
        faults={[...check.faults].map(([id, text]) => ({ id, text }))}
        stamp={check.stamp}
      />
      <Choices<Rating | 'none'>
        id="dRating"
        legend="Xếp loại năm"
        column
        options={[
          ...ratings.map((value) => ({ value, label: ratingLabels[value] })),
          ...(doc.proposal.rating === null ? [{ value: 'none' as const, label: unratedLabel }] : []),
        ]}
        value={draft.dRating ?? 'none'}
        errors={check.faults}
        onChange={(value) => editor.edit({ dRating: value === 'none' ? null : value })}
      />
      <TextArea
        id="dReason"
        label="Lý do"
        hint={`Bắt buộc khi khác mức đề xuất; ${doc.personName} đọc được khi công khai`}
        max={sizes.note}
        value={draft.dReason}
        errors={check.faults}
        onInput={(dReason) => editor.edit({ dReason })}
      />
      <TextArea
        id="participants"
        label="Những người cùng tham gia (nếu quyết định tập thể)"
        short
        max={sizes.note}
        value={draft.participants}
        errors={check.faults}
        onInput={(participants) => editor.edit({ participants })}
      />
      <p>
        Kết quả này là căn cứ cho đánh giá theo Quy định số 05-QĐ/QU và 06-QĐ/QU, không thay thế các quy định
        đó. Công khai cùng kết quả tháng 12, hoặc ngay khi quyết định nếu tháng 12 đã công khai.
      </p>
      <div class="row">
        <ActButton
          primary
          label="Quyết định"
          why={doc.held ? 'Tháng 12 chưa được quyết định, nên chưa quyết định được cả năm.' : null}
          isBusy={isBusy}
          onClick={() => void decide()}
        />
        <SaveState saving={editor.view.saving} savedAt={editor.view.savedAt} />
      </div>
    </section>
  );
}
