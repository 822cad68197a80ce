// What one version of a result says otherwise than the one before: both results always, everything else of it where it differs.
import { parseCodes } from '../../../functions/src/domain/finding.ts';
import {
  identification,
  levelLabels,
  personForm,
  ratingLabels,
  unratedLabel,
} from '../../../functions/src/domain/labels.ts';
import type { Degree } from '../../../functions/src/domain/words.ts';
import type { Result } from '../../../functions/src/schema/result.ts';
import { idsOf } from '../data/entries.ts';
import { showScore } from './parse.ts';

export interface ChangedLine {
  label: string;
  before: string;
  after: string;
  isSame: boolean;
}

type Line = [label: string, of: (result: Result) => string];

const always: Line[] = [
  ['Xếp loại tháng', ({ rating }) => (rating ? ratingLabels[rating] : unratedLabel)],
  ['Mức độ nhận diện', ({ level }) => (level ? levelLabels[level] : '–')],
  ['Điểm', ({ score }) => showScore(score)],
  ['Người quyết định', ({ decidedBy }) => decidedBy],
  ['Lý do', ({ reason }) => reason || '–'],
];

const rating = (value: Result['rating']) => (value ? ratingLabels[value] : '–');
const level = (value: Result['level']) => (value ? levelLabels[value] : '–');
const whereChanged: Line[] = [
  ['Thành phần tham gia', ({ participants }) => participants || '–'],
  ['Người đánh giá', ({ evaluatedBy }) => evaluatedBy || '–'],
  ['Xếp loại của người đánh giá', ({ evaluatorRating }) => rating(evaluatorRating)],
  ['Mức độ của người đánh giá', ({ evaluatorLevel }) => level(evaluatorLevel)],
  ['Điểm của người đánh giá', ({ evaluatorScore }) => showScore(evaluatorScore)],
  ['Nhận xét của người đánh giá', ({ comment }) => comment || '–'],
  ['Biểu hiện tính vào tháng', ({ findings }) => Object.values(findings).sort().join('\n') || '–'],
  ['Lưu ý khi quyết định', ({ warnings }) => warnings.join('\n') || '–'],
];

/** The authority's columns of Phiếu 01: of the rows that differ, in their order. */
const columns: Column[] = personForm.authority.columns.map(({ key, head }) => ({
  label: `Phiếu số 01: ${head}`,
  of: (result, id) => (key === 'aCodes' ? identified(result, id) : (result[key][id] ?? '').trim()),
  ids: (result) => Object.keys(result[key]),
}));

interface Column {
  label: string;
  of: (result: Result, id: string) => string;
  ids: (result: Result) => string[];
}

const identified = ({ aCodes, aDegree }: Result, id: string): string =>
  aCodes[id] === undefined
    ? ''
    : identification(parseCodes(aCodes[id]), (aDegree[id] as Degree | undefined) ?? null);

/** A line for a column whose rows differ. */
function lineOf({ label, of, ids }: Column, before: Result, after: Result): Line {
  const all = idsOf(Object.fromEntries([...ids(before), ...ids(after)].map((id) => [id, true])));
  const changed = all.filter((id) => of(before, id) !== of(after, id));
  return [label, (result) => changed.map((id) => of(result, id) || '–').join('\n')];
}

export function resultChanges(before: Result, after: Result): ChangedLine[] {
  const told = ([label, of]: Line): ChangedLine => {
    const [was, is] = [of(before), of(after)];
    return { label, before: was, after: is, isSame: was === is };
  };
  const others = [...whereChanged, ...columns.map((one) => lineOf(one, before, after))].map(told);
  return [...always.map(told), ...others.filter(({ isSame }) => !isSame)];
}
