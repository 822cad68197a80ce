// One unit's edges: who evaluates, who decides, who is asked, and the row that says so with its words on demand.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { outside } from '../../../../functions/src/domain/vacant.ts';
import { decidedOutsideText, type Edge, type Named } from '../../data/edges.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import type { TableProps } from './EdgeTree.tsx';
import { NoteForm } from './NoteForm.tsx';
import { OutsideForm } from './OutsideForm.tsx';

export function EdgeTable(props: TableProps) {
  const { unit, correction } = props;
  const advice = props.advice?.blocks.includes(unit.block) ? props.advice : null;
  const [at, setAt] = useState<{ id: string; does: 'correct' | 'advise' | 'enter' } | null>(null);
  const close = () => setAt(null);
  return (
    <table class="as-list edges">
      <caption class="hidden-visually">Thẩm quyền đánh giá trong {unit.name}</caption>
      <thead>
        <tr>
          <th scope="col">Được đánh giá</th>
          <th scope="col">Người đánh giá</th>
          <th scope="col">Người quyết định</th>
          <th scope="col">Tham khảo, đề xuất</th>
          <th scope="col">Căn cứ</th>
        </tr>
      </thead>
      <tbody>
        {unit.edges.map((edge) => (
          <Fragment key={edge.id}>
            <EdgeRow
              {...props}
              edge={edge}
              onCorrect={correction ? () => setAt({ id: edge.id, does: 'correct' }) : null}
              onAdvise={
                advice && advice.me.pid !== edge.id ? () => setAt({ id: edge.id, does: 'advise' }) : null
              }
              onEnter={
                advice && advice.me.pid !== edge.id && edge.decider.id === outside
                  ? () => setAt({ id: edge.id, does: 'enter' })
                  : null
              }
            />
            {at?.id === edge.id && (
              <tr class="correction">
                <td colSpan={5}>
                  {correction && at.does === 'correct' && (
                    <CorrectionForm {...correction} subject={edge} current={edge} onClose={close} />
                  )}
                  {advice && at.does === 'enter' && (
                    <OutsideForm
                      me={advice.me}
                      month={advice.month}
                      block={unit.block}
                      subject={edge}
                      onClose={close}
                    />
                  )}
                  {advice && at.does === 'advise' && <NoteForm {...advice} subject={edge} onClose={close} />}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
        {unit.without.map((person) => (
          <tr key={person.id}>
            <td>
              <span class="strong">{person.name}</span>
              <br />
              <span class="soft">{person.post}</span>
            </td>
            <td colSpan={4}>{person.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EdgeRow(
  props: TableProps & {
    edge: Edge;
    onCorrect: (() => void) | null;
    onAdvise: (() => void) | null;
    onEnter: (() => void) | null;
  },
) {
  const { edge, wordsOf, onBy, onCorrect, onAdvise, onEnter } = props;
  const marked = (all: readonly Named[], word: string) =>
    all.map((one) => ({ ...one, name: `${one.name} (${word})` }));
  const asks = [
    ...edge.consulted,
    ...marked(edge.proposers, 'đề xuất'),
    ...marked(edge.onRequest, 'khi cần'),
  ];
  const by = ({ id, name }: Named) => (
    <button type="button" class="link" onClick={() => onBy(id, name)}>
      {name}
    </button>
  );
  return (
    <tr>
      <td>
        <span class="strong">{edge.name}</span>
        <br />
        <span class="soft">{edge.post}</span>
      </td>
      <td data-label="Đánh giá">{by(edge.evaluator)}</td>
      <td data-label="Quyết định">{by(edge.decider)}</td>
      <td data-label="Tham khảo, đề xuất">{asks.map(({ name }) => name).join(', ')}</td>
      <td>
        <details class="clause-words">
          <summary>
            {edge.row === 0 ? 'Ngoài bảng' : `Dòng ${edge.row}`} · {edge.clause}
          </summary>
          <p>{edge.decider.id === outside ? decidedOutsideText : wordsOf(edge.row)}</p>
          {edge.headcount !== null && <p class="soft">Đơn vị có {edge.headcount} CBCCVC khi tính.</p>}
        </details>
        {edge.corrected !== null && <p class="small">Đã sửa: {edge.corrected}</p>}
        {onCorrect && (
          <button type="button" class="link" onClick={onCorrect}>
            Sửa thẩm quyền<span class="hidden-visually"> đối với {edge.name}</span>
          </button>
        )}
        {onEnter && (
          <button type="button" class="link" onClick={onEnter}>
            Ghi kết quả của cấp trên<span class="hidden-visually"> đối với {edge.name}</span>
          </button>
        )}
        {onAdvise && (
          <button type="button" class="link" onClick={onAdvise}>
            Ghi tham mưu<span class="hidden-visually"> về {edge.name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
