// What a verdict on a suspicion wants besides: by when to remedy it, and how often, where nobody has said so yet.
import { degreeLabels } from '../../../../functions/src/domain/labels.ts';
import { confirms } from '../../../../functions/src/domain/settling.ts';
import { degrees } from '../../../../functions/src/domain/words.ts';
import { withKey, withOptional } from '../../data/entries.ts';
import type { Row } from '../../data/firestore.ts';
import { Choices, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { JudgeProps } from './Judge.tsx';
import type { Finding } from './types.ts';
import { identifiedIn, wantsDue } from './verdictChecks.ts';

/** The degree of a row of the sheet is identified in Phiếu 01, of anything else here. */
export function VerdictFields({
  editor,
  assessment,
  draft,
  finding,
  errors,
}: JudgeProps & { finding: Row<Finding>; errors: Errors }) {
  const { month } = assessment;
  const verdict = draft.verdicts[finding.id];
  const { under, due } = identifiedIn(finding, draft, month);
  const asksDegree = confirms(verdict) && under === finding.id && finding.data.degree === 'unclear';
  return (
    <>
      {asksDegree && (
        <Choices
          id={`aDegree.${under}`}
          legend="Mức độ biểu hiện"
          options={degrees
            .filter((value) => value !== 'unclear')
            .map((value) => ({ value, label: degreeLabels[value] }))}
          value={draft.aDegree[under] ?? null}
          errors={errors}
          onChange={(degree) => editor.edit({ aDegree: withKey(draft.aDegree, under, degree) })}
        />
      )}
      {wantsDue(verdict) && (
        <DateField
          id={`aDue.${under}`}
          label="Hạn khắc phục"
          month={month}
          value={due}
          errors={errors}
          onInput={(to) => editor.edit({ aDue: withOptional(draft.aDue, under, to) })}
        />
      )}
    </>
  );
}
