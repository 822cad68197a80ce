// Beside the decision on a head: the units they head, each rated in the same act (domain.md section 3).
import type { Rating } from '../../../../functions/src/domain/words.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import type { Errors } from '../../parts/fields.tsx';
import { UnitVerdict } from '../unitMonth/UnitVerdict.tsx';
import { checkUnit, mayRate } from '../unitMonth/rateUnit.ts';
import type { JudgeProps } from './Judge.tsx';
import { actsAtOnce, modeOf } from './judgeSource.ts';

/** Faults of the units that are rated in this act, given what the head is about to get. */
export const checkUnits = ({ me, beside, units, powers }: JudgeProps, head: Rating | null): Fault[] =>
  beside.units
    .filter(({ rating }) => mayRate(rating, me.pid, powers.decide))
    .flatMap((one) => checkUnit(one.rating, units.draftOf(one), head));

export function UnitsOfHead(props: JudgeProps & { as: 'e' | 'd'; errors: Errors }) {
  const { me, assessment, draft, beside, powers, units, as, errors, reload } = props;
  const mode = modeOf(assessment, powers);
  const decidesNow = mode === 'decide' || (mode === 'evaluate' && actsAtOnce(assessment, powers));
  const isDecided = assessment.state === 'decided';
  const headRating = isDecided ? assessment.dRating : as === 'd' ? draft.dRating : draft.eRating;
  return (
    <div class="stack" style={{ '--gap': '40px' }}>
      {decidesNow && (
        <p class="narrow">
          Quyết định về {assessment.personName} và xếp loại đơn vị được gửi cùng một lần; đơn vị được xếp loại
          có lý do, không chấm điểm.
        </p>
      )}
      {beside.units.map((one) => (
        <UnitVerdict
          key={one.id}
          me={me}
          one={one}
          draft={units.draftOf(one)}
          isEditable={decidesNow && mayRate(one.rating, me.pid, powers.decide)}
          headRating={headRating}
          errors={errors}
          edit={(change) => units.edit(one, change)}
          onChanged={reload}
        />
      ))}
    </div>
  );
}
