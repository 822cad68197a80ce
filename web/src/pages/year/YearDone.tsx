// A year that is decided: what was decided, the earlier versions, and taking it back, or up again once it is published.
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { YearAssessment } from '../../../../functions/src/schema/year.ts';
import type { Editor } from '../../data/editor.ts';
import { pollUntil } from '../../data/poll.ts';
import { Notice } from '../../parts/Page.tsx';
import { WithNote } from '../judge/actParts.tsx';
import { EarlierYears } from './YearVersions.tsx';
import type { YearDraft } from './yearSource.ts';

const texts = {
  decided: {
    summary: 'Xem lại quyết định',
    label: 'Lý do xem lại',
    button: 'Rút quyết định để xem lại',
    consequence: 'Quyết định sau là một lần mới; lý do được ghi vào nhật ký.',
  },
  published: {
    summary: 'Mở lại kết quả đã công khai',
    label: 'Lý do mở lại (ít nhất 10 ký tự)',
    button: 'Mở lại kết quả đã công khai',
    consequence:
      'Kết quả đang có vẫn đọc được đến khi quyết định lại thành lần mới. Người được đánh giá đọc được lý do.',
  },
};

export function YearDone(props: {
  editor: Editor<YearAssessment, YearDraft>;
  doc: YearAssessment;
  mayTakeBack: boolean;
}) {
  const { editor, doc, mayTakeBack } = props;
  const [isBusy, setBusy] = useState(false);
  const takeBack = async (dReason: string) => {
    setBusy(true);
    if (await editor.save({ state: 'waiting', dReason }))
      void pollUntil(
        () => editor.refresh(),
        (a) => a !== null && a.decidedAt === null,
      );
    setBusy(false);
  };
  return (
    <section class="stack narrow" aria-labelledby="year-done">
      <h2 id="year-done">Đã quyết định{doc.version > 1 ? `, lần ${doc.version}` : ''}</h2>
      <dl class="results">
        <div>
          <dt>Xếp loại năm</dt>
          <dd>{doc.dRating === null ? unratedLabel : ratingLabels[doc.dRating]}</dd>
        </div>
      </dl>
      <p>
        {doc.decidedBy ?? doc.deciderName} quyết định
        {doc.decidedAt ? ` lúc ${formatMoment(doc.decidedAt)}` : ''}.{' '}
        {doc.state === 'published' && doc.publishedAt
          ? `Công khai lúc ${formatMoment(doc.publishedAt)}.`
          : 'Công khai cùng kết quả tháng 12.'}
      </p>
      {doc.dReason && <p class="pre">Lý do: {doc.dReason}</p>}
      {doc.state === 'published' && doc.outdated && (
        <Notice tone="todo">
          <p>
            Kết quả của một tháng đã được sửa sau khi quyết định. Mở lại kết quả năm để hệ thống đề xuất theo
            số liệu mới và quyết định lại.
          </p>
        </Notice>
      )}
      {doc.state !== 'waiting' && mayTakeBack && (
        <WithNote
          id="take-back"
          {...texts[doc.state]}
          least={10}
          isBusy={isBusy}
          onSend={(reason) => void takeBack(reason)}
        />
      )}
      {/* Documents from before versions were kept lack the field. */}
      <EarlierYears versions={(doc.publications ?? []).filter(({ version }) => version !== doc.version)} />
    </section>
  );
}

/** Taken back a moment ago, and not followed yet: nothing can be written until then. */
export function YearTakenBack() {
  return (
    <Notice>
      <p>Đang ghi nhận việc xem lại; vài giây nữa có thể quyết định lại.</p>
    </Notice>
  );
}

/** What still stands while it is decided anew. */
export function StandingYear({ doc }: { doc: YearAssessment }) {
  const standing = (doc.publications ?? []).at(-1);
  if (!standing) return null;
  return (
    <Notice tone="attention">
      <p>
        Đã mở lại kết quả lần {standing.version} (
        {standing.rating === null ? unratedLabel : ratingLabels[standing.rating]}). Đến khi có kết quả lần{' '}
        {standing.version + 1}, kết quả đó vẫn là kết quả hiện hành; quyết định lại được công khai ngay.
      </p>
      {standing.reopened && <p>Lý do: {standing.reopened.reason}</p>}
    </Notice>
  );
}
