// One unit before who decides its head: what it filed and what was found on the left, what the rules propose and what is given on the right.
import { headAboveUnit } from '../../../../functions/src/domain/unitMonth.ts';
import { levelLabels, ratingLabels } from '../../../../functions/src/domain/labels.ts';
import { vacant } from '../../../../functions/src/domain/vacant.ts';
import { levels, ratings, type Rating } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { State } from '../../parts/State.tsx';
import { Trace } from '../../parts/Trace.tsx';
import { Results } from '../judge/Records.tsx';
import type { UnitBeside } from './readUnits.ts';
import { UnitFiled } from './UnitFiled.tsx';
import { UnitFindings } from './UnitFindings.tsx';
import { fieldId, type UnitDraft } from './rateUnit.ts';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  one: UnitBeside;
  draft: UnitDraft;
  /** Whoever may rate it now writes; others read. */
  isEditable: boolean;
  /** What the head is about to get, or got. */
  headRating: Rating | null;
  errors: Errors;
  edit: (change: Partial<UnitDraft>) => void;
  onChanged: () => void;
}

export function UnitVerdict(props: Props) {
  const { me, one, isEditable, onChanged } = props;
  const { rating } = one;
  return (
    <div class="panes">
      <div class="stack">
        <h3>{rating.unitName}</h3>
        <UnitFiled me={me} sheet={one.sheet} planChanges={one.planChanges} />
        <UnitFindings me={me} one={one} onChanged={onChanged} />
      </div>
      <div class="mine stack">
        <h3 class="pane-heads">Hệ thống đề xuất theo quy định</h3>
        <dl class="results">
          <div>
            <dt>Xếp loại</dt>
            <dd>
              {rating.proposal.rating ? ratingLabels[rating.proposal.rating] : 'Do người quyết định chọn'}
            </dd>
          </div>
          <div>
            <dt>Mức độ nhận diện</dt>
            <dd>{levelLabels[rating.proposal.level]}</dd>
          </div>
        </dl>
        <Trace title="Vì sao có đề xuất này?" steps={rating.proposal.trace} />
        {isEditable ? <UnitFields {...props} /> : <UnitStands rating={rating} />}
      </div>
    </div>
  );
}

function UnitFields({ one: { rating }, draft, headRating, errors, edit }: Props) {
  const { unit, unitName, headName, proposal } = rating;
  const above =
    headRating !== null && draft.dRating !== null ? headAboveUnit(headRating, draft.dRating) : null;
  return (
    <div class="stack">
      <h3 class="pane-heads">Người quyết định xếp loại {unitName}, không chấm điểm</h3>
      <Choices
        id={fieldId(unit, 'dRating')}
        legend="Xếp loại tháng của đơn vị"
        column
        options={ratings.map((value) => ({
          value,
          label: ratingLabels[value],
          ...(proposal.rating === value ? { hint: '(hệ thống đề xuất)' } : {}),
        }))}
        value={draft.dRating}
        errors={errors}
        onChange={(dRating) => edit({ dRating })}
      />
      <Choices
        id={fieldId(unit, 'dLevel')}
        legend="Mức độ nhận diện của đơn vị"
        options={levels.map((value) => ({
          value,
          label: levelLabels[value],
          ...(proposal.level === value ? { hint: '(hệ thống đề xuất)' } : {}),
        }))}
        value={draft.dLevel}
        errors={errors}
        onChange={(dLevel) => edit({ dLevel })}
      />
      <TextArea
        id={fieldId(unit, 'dReason')}
        label="Lý do xếp loại đơn vị"
        hint={`${headName} đọc được khi kết quả công khai`}
        short
        max={sizes.note}
        value={draft.dReason}
        errors={errors}
        onInput={(dReason) => edit({ dReason })}
      />
      {above !== null && (
        <>
          <p class="notice todo" role="status">
            {above} (NĐ 335 Điều 20.6)
          </p>
          <TextArea
            id={fieldId(unit, 'aboveReason')}
            label="Lý do xếp loại người đứng đầu cao hơn đơn vị"
            short
            max={sizes.note}
            value={draft.aboveReason}
            errors={errors}
            onInput={(aboveReason) => edit({ aboveReason })}
          />
        </>
      )}
    </div>
  );
}

/** How it stands for who doesn't write it now. */
function UnitStands({ rating }: { rating: UnitRating }) {
  const { state, frozen, held, decider, deciderName, decidedBy, dRating, dLevel, dReason, aboveReason } =
    rating;
  if (decider === vacant)
    return (
      <Notice tone="attention">
        <p>
          Chưa có người quyết định xếp loại đơn vị này. Cán bộ tổ chức bổ sung thẩm quyền thì đơn vị mới được
          xếp loại.
        </p>
      </Notice>
    );
  if (state === 'waiting')
    return (
      <p class="soft">
        {held
          ? 'Chờ lần tổng hợp cuối: đơn vị được xếp loại cùng người đứng đầu.'
          : `Chờ ${deciderName} xếp loại cùng lần quyết định với người đứng đầu.`}
      </p>
    );
  return (
    <div class="stack">
      <p class="row">
        <State tone={frozen ? 'public' : 'waiting'} icon="check">
          {frozen ? 'Đã công khai' : 'Đã quyết định, chờ công khai'}
        </State>
        <span class="soft">{decidedBy ?? deciderName}</span>
      </p>
      <Results rating={dRating} level={dLevel} score={null} />
      <p class="pre">Lý do: {dReason}</p>
      {aboveReason && <p class="pre">Lý do xếp loại người đứng đầu cao hơn đơn vị: {aboveReason}</p>}
    </div>
  );
}
