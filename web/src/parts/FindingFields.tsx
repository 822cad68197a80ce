// What is asked wherever a manifestation is recorded, of a person or of a unit: what was seen, which of the 25, how often, from where, until when to remedy.
import { otherCode } from '../../../functions/src/domain/catalogue.ts';
import { parseCodes } from '../../../functions/src/domain/finding.ts';
import { degreeLabels, sourceLabels } from '../../../functions/src/domain/labels.ts';
import {
  degrees,
  type CivilDate,
  type Degree,
  type FindingSource,
  type Month,
} from '../../../functions/src/domain/words.ts';
import { sizes } from '../../../functions/src/schema/sizes.ts';
import { today } from '../now.ts';
import { CodePicker } from './CodePicker.tsx';
import type { Fault } from './ErrorSummary.tsx';
import { Choices, TextArea, TextLine, type Errors } from './fields.tsx';
import { DateField } from './numberFields.tsx';

export type Concluded = 'suspected' | 'confirmed';

export interface Seen<S extends FindingSource> {
  fact: string;
  codes: string;
  article: string;
  degree: Degree | null;
  source: S;
  due: CivilDate | null;
  state: Concluded | null;
}

export const nothingSeen = { fact: '', codes: '', article: '', degree: null, due: null } as const;

/** What is missing, at its field; `at` is what the fields' ids begin with. */
export function seenFaults(seen: Seen<FindingSource>, at: string): Fault[] {
  const { fact, codes, article, degree, due, state } = seen;
  const faults: [id: string, text: string, isWrong: boolean][] = [
    ['fact', 'Nêu sự việc đã thấy', fact.trim() === ''],
    ['codes', 'Chọn ít nhất một biểu hiện', codes === ''],
    [
      'article',
      'Ghi điều, khoản của Quy định 69-QĐ/TW',
      parseCodes(codes).includes(otherCode) && article.trim() === '',
    ],
    ['degree', 'Chọn mức độ', degree === null],
    ['due', 'Nhập hạn khắc phục, từ hôm nay trở đi', due === null || due < today()],
    ['state', 'Chọn kết luận ngay hay để xem xét', state === null],
    [
      'state',
      'Mức độ chưa rõ thì chưa kết luận được; chọn “Để xem xét”',
      state === 'confirmed' && degree === 'unclear',
    ],
  ];
  return faults.filter(([, , isWrong]) => isWrong).map(([id, text]) => ({ id: `${at}.${id}`, text }));
}

interface Props<S extends FindingSource> {
  at: string;
  seen: Seen<S>;
  month: Month;
  /** One is nothing to choose among. */
  sources: readonly S[];
  /** What is said of each conclusion; null for who may only raise a suspicion. */
  conclusions: Record<Concluded, string> | null;
  factLabel: string;
  errors: Errors;
  set: (change: Partial<Seen<S>>) => void;
}

export function FindingFields<S extends FindingSource>(props: Props<S>) {
  const { at, seen, month, sources, conclusions, factLabel, errors, set } = props;
  return (
    <>
      <TextArea
        id={`${at}.fact`}
        label={factLabel}
        hint="Việc gì, khi nào, ở đâu; không nêu chung chung"
        max={sizes.text}
        value={seen.fact}
        errors={errors}
        onInput={(fact) => set({ fact })}
      />
      <CodePicker
        id={`${at}.codes`}
        label="Nhận diện biểu hiện"
        value={seen.codes}
        errors={errors}
        onChange={(codes) => set({ codes })}
      />
      {parseCodes(seen.codes).includes(otherCode) && (
        <TextLine
          id={`${at}.article`}
          label="Điều, khoản của Quy định 69-QĐ/TW"
          value={seen.article}
          errors={errors}
          onInput={(article) => set({ article })}
        />
      )}
      <Choices
        id={`${at}.degree`}
        legend="Mức độ"
        column
        options={degrees.map((value) => ({ value, label: degreeLabels[value] }))}
        value={seen.degree}
        errors={errors}
        onChange={(degree) => set({ degree })}
      />
      {sources.length > 1 && (
        <Choices
          id={`${at}.source`}
          legend="Nguồn"
          column
          options={sources.map((value) => ({ value, label: sourceLabels[value] }))}
          value={seen.source}
          errors={errors}
          onChange={(source) => set({ source })}
        />
      )}
      <DateField
        id={`${at}.due`}
        label="Hạn khắc phục"
        month={month}
        value={seen.due}
        errors={errors}
        onInput={(due) => set({ due })}
      />
      {conclusions && (
        <Choices
          id={`${at}.state`}
          legend="Kết luận"
          column
          options={(['confirmed', 'suspected'] as const).map((value) => ({
            value,
            label: conclusions[value],
          }))}
          value={seen.state}
          errors={errors}
          onChange={(state) => set({ state })}
        />
      )}
    </>
  );
}
