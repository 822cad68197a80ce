// People of a unit or of the whole organisation: searched and filtered at once, shown fifty at a time.
import { useMemo, useState } from 'preact/hooks';
import { formatDate } from '../../../../functions/src/domain/civilDate.ts';
import { categoryLabels } from '../../../../functions/src/domain/labels.ts';
import { categories, type Category } from '../../../../functions/src/domain/words.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { today } from '../../now.ts';
import { Notice } from '../../parts/Page.tsx';
import { Pager } from '../../parts/Pager.tsx';
import { Select } from '../../parts/Select.tsx';
import { State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import {
  filterPeople,
  listPeople,
  standings,
  type ListedPerson,
  type PeopleFilter,
  type Standing,
} from './peopleFilter.ts';

const pageSize = 50;
const standingLabels: Record<Standing, string> = {
  here: 'Đang làm việc',
  absent: 'Đang nghỉ có lý do',
  left: 'Đã thôi việc',
};

/** Kept while the visit lasts, so that a way back from a person finds the list as it was. */
let lastFilter: Omit<PeopleFilter, 'unit'> = { words: '', category: '', standing: '' };

export function PeopleTable(props: {
  whole: WholeOrganisation;
  unit: string | null;
  unitName: (id: string) => string;
}) {
  const { whole, unit, unitName } = props;
  const [filter, setFilter] = useState(lastFilter);
  const [page, setPage] = useState(0);
  const day = today();
  const all = useMemo(() => listPeople(whole.people, unitName, day), [whole, day]);
  const found = useMemo(
    () => filterPeople(all, { ...filter, unit }, whole.units, day),
    [all, filter, unit, day],
  );
  const narrow = (change: Partial<typeof filter>) => {
    lastFilter = { ...filter, ...change };
    setFilter(lastFilter);
    setPage(0);
  };
  const from = page * pageSize >= found.length ? 0 : page * pageSize;
  return (
    <section class="stack" aria-labelledby="people-title">
      <h2 id="people-title">Nhân sự</h2>
      <div class="filters">
        <div class="field">
          <label for="people-search">Tìm người</label>
          <input
            id="people-search"
            type="search"
            placeholder="Tên, mã, thư điện tử, chức vụ"
            autocomplete="off"
            value={filter.words}
            onInput={(e) => narrow({ words: e.currentTarget.value })}
          />
        </div>
        <Select
          id="people-category"
          label="Đối tượng"
          value={filter.category}
          none="Tất cả"
          options={categories.map((value) => ({ value, label: categoryLabels[value] }))}
          onChange={(category) => narrow({ category: category as Category | '' })}
        />
        <Select
          id="people-standing"
          label="Tình trạng"
          value={filter.standing}
          none="Tất cả"
          options={standings.map((value) => ({ value, label: standingLabels[value] }))}
          onChange={(standing) => narrow({ standing: standing as Standing | '' })}
        />
      </div>
      {found.length === 0 ? (
        <Notice>
          <p>
            {all.length === 0
              ? 'Chưa có ai trong danh sách. Thêm từng người, hoặc nhập từ danh sách CSV, XLSX của cơ quan.'
              : 'Không có ai khớp với các điều kiện này. Thử ít từ hơn hoặc chọn lại điều kiện.'}
          </p>
        </Notice>
      ) : (
        <>
          <table class="as-list people">
            <caption class="hidden-visually">Nhân sự</caption>
            <thead>
              <tr>
                <th scope="col">Họ tên</th>
                <th scope="col">Chức vụ, đơn vị</th>
                <th scope="col">Đối tượng</th>
                <th scope="col">Tình trạng</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(from, from + pageSize).map((one) => (
                <PersonRow key={one.person.id} one={one} unitName={unitName} />
              ))}
            </tbody>
          </table>
          <Pager from={from} size={pageSize} all={found.length} what="người" onTurn={(to) => setPage(to)} />
        </>
      )}
    </section>
  );
}

function PersonRow({
  one,
  unitName,
}: {
  one: ListedPerson<PersonDocument>;
  unitName: (id: string) => string;
}) {
  const { person, post, standing } = one;
  const further = person.posts.length - 1;
  return (
    <tr>
      <td>
        <a class="name" href={hrefOf({ page: 'person', id: person.id })}>
          {person.name}
        </a>
        <br />
        <span class="soft small">{person.email}</span>
      </td>
      <td>
        {post?.title ?? 'Chưa có chức vụ'}
        {post?.acting && ' (phụ trách)'}
        <br />
        <span class="soft">
          {post && unitName(post.unit)}
          {further > 0 && ` · và ${further} chức vụ khác`}
        </span>
      </td>
      <td data-label="Đối tượng">{categoryLabels[person.category]}</td>
      <td>
        {standing === 'here' ? null : standing === 'absent' ? (
          <State tone="waiting" icon="clock">
            {standingLabels.absent}
          </State>
        ) : (
          <State tone="quiet" icon="circle">
            {`Thôi việc ${person.left === null ? '' : formatDate(person.left)}`}
          </State>
        )}
      </td>
    </tr>
  );
}
