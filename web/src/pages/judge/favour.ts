// Checks against favour and routine at the sheet they concern (S3 II.2): each asks for a sentence, none blocks.
import {
  bareFactWarning,
  fingerprint,
  othersSaying,
  ownWords,
  sameTextWarning,
  silentFiguresWarning,
  type LateFigures,
} from '../../../../functions/src/domain/sameWords.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { JudgeDraft, Mode } from './judgeSource.ts';
import type { Beside } from './readBeside.ts';

type Given = Pick<Beside, 'sheet' | 'findings' | 'unitMonth' | 'figures'>;

/** Nothing for who only reads. */
export function favourOf(
  beside: Given,
  assessment: Assessment,
  draft: JudgeDraft,
  mode: Mode,
  /** Of others of the unit whose month I judge, too, as they were last listed: who evaluates and doesn't decide reads no more of the unit. */
  comments: readonly string[] = [],
): string[] {
  if (mode === 'read') return [];
  const { sheet, unitMonth, figures } = beside;
  // Absent on a month that was built before there was such a count.
  const same = (unitMonth as Partial<typeof unitMonth>)?.sameWords ?? {};
  const found = namedIn(beside, assessment, draft);
  const own =
    sheet === null || !assessment.filed
      ? null
      : sameTextWarning(othersSaying(same, ownWords(sheet), sheet.state === 'submitted'), 'Lời tự đánh giá');
  const mark = fingerprint(draft.eComment);
  const comment = sameTextWarning(
    Math.max(
      othersSaying(same, [draft.eComment], assessment.state === 'evaluated'),
      mark === null ? 0 : comments.filter((other) => fingerprint(other) === mark).length,
    ),
    'Nhận xét của người đánh giá',
  );
  return [
    own,
    comment,
    bareFactWarning(found.map(({ fact }) => fact)),
    silentFiguresWarning(lateIn(figures), found.length),
  ].filter((said) => said !== null);
}

/** Together, whoever heads several units. */
const lateIn = (figures: Given['figures']) => ({
  late: sumOf(figures, 'late'),
  petitionsLate: sumOf(figures, 'petitionsLate'),
  proceduresLate: sumOf(figures, 'proceduresLate'),
  assignedLate: sumOf(figures, 'assignedLate'),
});
const sumOf = (figures: Given['figures'], kind: keyof LateFigures) =>
  figures.reduce((sum, of) => sum + of[kind], 0);

/** What the month names, findings and rows of the authority's own with a manifestation; what is dismissed names nothing. */
function namedIn({ findings }: Given, a: Assessment, draft: JudgeDraft): { fact: string }[] {
  const standing = findings.filter(
    ({ id, data }) =>
      data.state !== 'dismissed' &&
      draft.verdicts[id] !== 'dismissed' &&
      (data.month === a.month || data.countsIn === a.month || data.carriedTo === a.month),
  );
  const rows = Object.entries(draft.aCodes).filter(([row, codes]) => row.startsWith('a') && codes !== '');
  return [
    ...standing.map(({ data }) => ({ fact: data.fact })),
    ...rows.map(([row]) => ({ fact: draft.aResult[row] ?? '' })),
  ];
}
