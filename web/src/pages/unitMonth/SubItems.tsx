// The unit's sub-items under the codes of the catalogue: its head or the clerk writes them and strikes them out (S0 annex II).
import { useState } from 'preact/hooks';
import { groups, manifestations } from '../../../../functions/src/domain/catalogue.ts';
import { civilDateOf, formatDate } from '../../../../functions/src/domain/civilDate.ts';
import { sizes, type Stamp } from '../../../../functions/src/schema/fields.ts';
import { subItemId } from '../../../../functions/src/schema/paths.ts';
import { subItemPlaces, type SubItem } from '../../../../functions/src/schema/subItem.ts';
import { createDocument, updateDocument, type Row } from '../../data/firestore.ts';
import { useWording } from '../../data/organisationWord.ts';
import { forgetSubItems, readSubItems } from '../../data/subItems.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { stampedAt } from '../../now.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { Select } from '../../parts/Select.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';

const dayOf = (stamp: Stamp) => formatDate(civilDateOf(stampedAt(stamp)));

/** The first place that is free, and where all hold one, none. */
function freePlace(
  rows: readonly Row<SubItem>[],
  code: string,
): { n: number; struck: Row<SubItem> | null } | null {
  for (let n = 1; n <= subItemPlaces; n++) {
    const there = rows.find(({ data }) => data.code === code && data.n === n) ?? null;
    if (
      there === null ||
      (there.data.state === 'struck' && there.data.earlier.length < sizes.earlierSubItems)
    )
      return { n, struck: there };
  }
  return null;
}

export function SubItems(props: {
  me: Me;
  unit: string;
  mayWrite: boolean;
  /** People of the unit by name, as far as who looks may know them. */
  nameOf: (id: string) => string;
}) {
  const { me, unit, mayWrite, nameOf } = props;
  const [loaded, reload] = useLoaded(() => readSubItems(unit), unit);
  const changed = () => {
    forgetSubItems(unit);
    reload();
  };
  // Who only reads is told of what there is, and not that there is nothing.
  if (!mayWrite && (loaded.at !== 'there' || loaded.value.length === 0)) return null;
  return (
    <section class="stack narrow" aria-labelledby="sub-items">
      <h2 id="sub-items">Biểu hiện được đơn vị cụ thể hóa</h2>
      <p class="hint">
        Đơn vị nêu rõ hơn dưới từng mã của 25 biểu hiện, không thêm mã mới. Có hiệu lực ngay, hiện dưới nội
        dung chính thức khi chọn biểu hiện.
      </p>
      {loaded.at === 'loading' && <Loading />}
      {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
      {loaded.at === 'there' && (
        <>
          <List me={me} rows={loaded.value} mayWrite={mayWrite} nameOf={nameOf} onChanged={changed} />
          {mayWrite && <Add me={me} unit={unit} rows={loaded.value} onChanged={changed} />}
        </>
      )}
    </section>
  );
}

interface ListProps {
  me: Me;
  rows: readonly Row<SubItem>[];
  mayWrite: boolean;
  nameOf: (id: string) => string;
  onChanged: () => void;
}

function List({ me, rows, mayWrite, nameOf, onChanged }: ListProps) {
  const wording = useWording();
  const { problem, send } = useSending(onChanged);
  const active = rows.filter(({ data }) => data.state === 'active');
  const codes = [...new Set(active.map(({ data }) => data.code))];
  const past = rows.flatMap(({ data }) => [
    ...data.earlier.map((one) => ({ ...one, code: data.code })),
    ...(data.state === 'struck' ? [{ ...data, by: data.actor, struckAt: data.savedAt }] : []),
  ]);
  const strike = ({ id, data }: Row<SubItem>) =>
    void send(async () => {
      const month = await monthToRecord(me.org);
      const signed = { state: 'struck', month, rev: data.rev + 1, actor: me.pid };
      await updateDocument(me.org, 'subItems', id, signed, ['savedAt']);
    });
  return (
    <>
      {active.length === 0 && <p>Đơn vị chưa cụ thể hóa biểu hiện nào.</p>}
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {codes.map((code) => (
        <div class="entry" key={code}>
          <p class="small soft">
            <span class="code">{code}</span> {wording(code).slice(0, 90)}…
          </p>
          <ul class="plain stack" style={{ '--gap': '4px' }}>
            {active
              .filter(({ data }) => data.code === code)
              .map((row) => (
                <li key={row.id}>
                  {row.data.text}{' '}
                  <span class="soft small">
                    ({nameOf(row.data.author)}, {dayOf(row.data.writtenAt)})
                  </span>{' '}
                  {mayWrite && (
                    <button type="button" class="link small" onClick={() => strike(row)}>
                      Gạch bỏ<span class="hidden-visually"> {row.data.text}</span>
                    </button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {past.length > 0 && (
        <details>
          <summary>{past.length} nội dung đã gạch bỏ</summary>
          <ul class="plain stack small">
            {past.map((one, i) => (
              <li key={i}>
                <span class="code">{one.code}</span> <s>{one.text}</s>{' '}
                <span class="soft">
                  ({nameOf(one.author)}, {dayOf(one.writtenAt)}; gạch bỏ {dayOf(one.struckAt)},{' '}
                  {nameOf(one.by)})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const options = manifestations.map(({ code, group, text }) => ({
  value: code,
  label: `${code} ${text.slice(0, 70)}…${group === null ? '' : ` (nhóm ${groups.find((g) => g.number === group)?.number ?? ''})`}`,
}));

function Add({
  me,
  unit,
  rows,
  onChanged,
}: {
  me: Me;
  unit: string;
  rows: readonly Row<SubItem>[];
  onChanged: () => void;
}) {
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const { problem, say, send } = useSending(() => {
    setText('');
    onChanged();
  }, 'Máy chủ không nhận: tháng này chưa mở, hoặc đơn vị do người khác đứng đầu. Tải lại trang rồi ghi lại.');
  const errors: Errors = new Map(problem ? [['subItem.text', problem]] : []);
  const add = () => {
    const place = code === '' ? null : freePlace(rows, code);
    if (code === '' || text.trim() === '') {
      say(code === '' ? 'Chọn mã biểu hiện được cụ thể hóa' : 'Nhập nội dung cụ thể hóa');
      document.getElementById(code === '' ? 'subItem.code' : 'subItem.text')?.focus();
    } else if (place === null) say(`Mã ${code} đã có đủ ${subItemPlaces} nội dung; gạch bỏ bớt rồi thêm`);
    else void send(() => write(me, { unit, code, text }, place));
  };
  return (
    <div class="entry stack">
      <Select id="subItem.code" label="Dưới mã" value={code} options={options} onChange={setCode} />
      <TextArea
        id="subItem.text"
        label="Nội dung cụ thể hóa"
        short
        max={sizes.subItem}
        value={text}
        errors={errors}
        onInput={setText}
      />
      <div class="row">
        <button type="button" class="button" onClick={add}>
          Thêm nội dung
        </button>
      </div>
    </div>
  );
}

/** In a new place, or in that of one that was struck out, which is kept. */
async function write(
  me: Me,
  { unit, code, text }: Pick<SubItem, 'unit' | 'code' | 'text'>,
  { n, struck }: { n: number; struck: Row<SubItem> | null },
): Promise<void> {
  const signed = { text, author: me.pid, state: 'active', month: await monthToRecord(me.org), actor: me.pid };
  const stamps = ['savedAt', 'writtenAt'];
  if (!struck)
    return createDocument(
      me.org,
      'subItems',
      subItemId(unit, code, n),
      { ...signed, unit, code, n, earlier: [], rev: 1 },
      stamps,
    );
  const { data, id } = struck;
  const kept = { text: data.text, author: data.author, writtenAt: data.writtenAt };
  const earlier = [...data.earlier, { ...kept, by: data.actor, struckAt: data.savedAt }];
  return updateDocument(me.org, 'subItems', id, { ...signed, earlier, rev: data.rev + 1 }, stamps);
}
