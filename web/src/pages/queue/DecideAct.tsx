// The act itself: who is decided, that the exceptions were seen, its consequence in a sentence, and how far it is.
import { useState } from 'preact/hooks';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Trouble } from '../../data/firestore.ts';
import { Check } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { ActButton } from '../judge/actParts.tsx';
import { decideMany, type Decided } from './decideMany.ts';
import type { ToDecide } from './manyToDecide.ts';
import { ManyTable } from './ManyTable.tsx';

interface Props {
  me: Me;
  ones: readonly ToDecide[];
  quotas: readonly string[];
  delegations: readonly Delegation[];
  /** How many exceptions stand above. */
  seen: number;
  onDone: (said: string) => void;
}

const whyNot: Record<Trouble, string> = {
  refused: 'phiếu vừa thay đổi, hoặc quyền quyết định vừa kết thúc',
  'signed-out': 'đã hết phiên đăng nhập',
  connection: 'mất kết nối, chưa gửi được',
};

export function DecideAct({ me, ones, quotas, delegations, seen, onDone }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [hasSeen, setSeen] = useState(false);
  const [count, setCount] = useState<number | null>(null);
  const [failed, setFailed] = useState<Decided['failed']>([]);
  /** What is decided already stays so where others failed beside it. */
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const rest = ones.filter(({ row }) => !done.has(row.id));
  if (rest.length === 0) {
    return (
      <Notice>
        <p>Không còn phiếu nào quyết định cùng lúc được.</p>
      </Notice>
    );
  }
  const chosen = rest.filter(({ row }) => !left.has(row.id));
  const decide = async () => {
    setCount(0);
    const outcome = await decideMany(me, chosen, delegations, setCount);
    setCount(null);
    setFailed(outcome.failed);
    setDone(new Set([...done, ...outcome.done.map(({ row }) => row.id)]));
    if (outcome.failed.length === 0)
      onDone(
        `Đã quyết định ${outcome.done.length} phiếu. Kết quả được công khai vào ngày công khai của tháng.`,
      );
  };
  const why =
    chosen.length === 0
      ? 'Chưa chọn phiếu nào.'
      : seen > 0 && !hasSeen
        ? 'Đánh dấu đã xem các trường hợp cần xem riêng ở trên.'
        : null;
  return (
    <section class="stack" aria-labelledby="plain">
      <h2 id="plain">Quyết định như đánh giá</h2>
      {quotas.length > 0 && (
        <ul class="notice todo plain" role="status">
          {quotas.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <ManyTable
        caption="Phiếu quyết định như đánh giá"
        ones={rest}
        chosen={new Set(chosen.map(({ row }) => row.id))}
        onChoose={(id, isChosen) => {
          const next = new Set(left);
          if (isChosen) next.delete(id);
          else next.add(id);
          setLeft(next);
        }}
      />
      <p>
        Điểm, xếp loại và mức độ của người đánh giá thành quyết định. Từng người thấy kết quả khi công khai;
        trước đó còn xem lại được từng phiếu.
      </p>
      {seen > 0 && (
        <Check
          id="seen"
          label={`Đã xem ${seen} trường hợp cần xem riêng`}
          checked={hasSeen}
          onChange={setSeen}
        />
      )}
      {failed.length > 0 && (
        <Notice tone="attention" role="alert">
          <p>Chưa quyết định được {failed.length} phiếu:</p>
          <ul>
            {failed.map(({ one, trouble }) => (
              <li key={one.row.id}>
                {one.row.name}: {whyNot[trouble]}
              </li>
            ))}
          </ul>
          <p>
            <button type="button" class="link" onClick={() => onDone('Danh sách vừa được đọc lại.')}>
              Đọc lại danh sách
            </button>
          </p>
        </Notice>
      )}
      {count !== null && (
        <p role="status">
          Đang quyết định {count}/{chosen.length} phiếu…
        </p>
      )}
      <ActButton
        primary
        label={`Quyết định ${chosen.length} phiếu`}
        why={why}
        isBusy={count !== null}
        onClick={() => void decide()}
      />
    </section>
  );
}
