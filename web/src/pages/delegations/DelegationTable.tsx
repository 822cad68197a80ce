// Delegations given or received, each with person, scope, days, reason and where it stands.
import { formatDate } from '../../../../functions/src/domain/civilDate.ts';
import { actsLabels, delegationState, type DelegationState } from '../../data/delegation.ts';
import { today } from '../../now.ts';
import type { IconName } from '../../parts/icons.tsx';
import { State, type Tone } from '../../parts/State.tsx';
import type { NamedDelegation } from './readDelegations.ts';

const looks: Record<DelegationState['is'], [Tone, IconName]> = {
  active: ['public', 'check'],
  waiting: ['waiting', 'hourglass'],
  future: ['waiting', 'clock'],
  over: ['quiet', 'circle'],
  revoked: ['quiet', 'circle'],
  refused: ['late', 'warning'],
};

export function DelegationTable(props: {
  title: string;
  kind: 'given' | 'received';
  delegations: readonly NamedDelegation[];
  onRevoke: ((d: NamedDelegation) => void) | null;
}) {
  const { title, kind, delegations, onRevoke } = props;
  return (
    <section class="stack" aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{title}</h2>
      <table class="as-list">
        <caption class="hidden-visually">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{kind === 'given' ? 'Người được uỷ quyền' : 'Người uỷ quyền'}</th>
            <th scope="col">Việc được uỷ quyền</th>
            <th scope="col">Từ ngày, đến ngày</th>
            <th scope="col">Lý do</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {delegations.map((d) => (
            <Row key={`${d.giver}_${d.delegate}`} d={d} kind={kind} onRevoke={onRevoke} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row(props: {
  d: NamedDelegation;
  kind: 'given' | 'received';
  onRevoke: ((d: NamedDelegation) => void) | null;
}) {
  const { d, kind, onRevoke } = props;
  const { is, text } = delegationState(d, today());
  const [tone, icon] = looks[is];
  const name = kind === 'given' ? d.delegateName || d.delegate : d.giverName || d.giver;
  const ends = is === 'active' || is === 'waiting' || is === 'future';
  return (
    <tr>
      <td class="strong">{name}</td>
      <td>
        {actsLabels[d.acts]}
        {d.unitName !== null && (
          <>
            <br />
            <span class="soft">Chỉ {d.unitName}</span>
          </>
        )}
      </td>
      <td data-label="Thời hạn">
        {formatDate(d.fromDay)} – {formatDate(d.toDay)}
      </td>
      <td data-label="Lý do">{d.reason}</td>
      <td>
        <State tone={tone} icon={icon}>
          {text}
        </State>
        {is === 'refused' && <p>{d.refusal}</p>}
        {onRevoke && ends && (
          <p>
            <button type="button" class="link" onClick={() => onRevoke(d)}>
              Thu hồi ngay<span class="hidden-visually"> uỷ quyền cho {name}</span>
            </button>
          </p>
        )}
      </td>
    </tr>
  );
}
