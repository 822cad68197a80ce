// The form of one person: who they are, their posts and absences, with the guided acts, a reason and the history.
import { useMemo } from 'preact/hooks';
import { differencesOfPerson, postText } from '../../../../functions/src/domain/import/differences.ts';
import { idFromName } from '../../../../functions/src/domain/import/ids.ts';
import { categoryLabels } from '../../../../functions/src/domain/labels.ts';
import { categories, type Category } from '../../../../functions/src/domain/words.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { thisMonth, today } from '../../now.ts';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Check, Choices, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { AbsenceFields } from './AbsenceFields.tsx';
import { emptyPost, postOn, type PersonValue } from './acts.ts';
import { GuidedActs, leavingConsequence } from './GuidedActs.tsx';
import { History } from './History.tsx';
import { PostFields } from './PostFields.tsx';
import { DraftNotice, RecordFoot } from './RecordFoot.tsx';
import { lastApplied, useRecord } from './useRecord.ts';
import { namesIn, pickablePeople, pickableUnits } from './words.ts';

/** The record without its id and without what functions write. */
const valueOf = (person: PersonDocument): PersonValue => ({
  name: person.name,
  email: person.email,
  category: person.category,
  partyMember: person.partyMember,
  decidedOutside: person.decidedOutside,
  // Absent in records from before it was asked.
  managedByBTV: (person as Partial<PersonDocument>).managedByBTV ?? false,
  posts: person.posts,
  absences: person.absences,
  joined: person.joined,
  left: person.left,
});

const newPerson = (unit: string | null): PersonValue => ({
  name: '',
  email: '',
  category: 'civil-servant',
  partyMember: false,
  decidedOutside: false,
  managedByBTV: false,
  posts: [{ ...emptyPost(unit ?? '', ''), primary: true }],
  absences: [],
  joined: null,
  left: null,
});

export function PersonForm(props: {
  me: Me;
  whole: WholeOrganisation;
  person: PersonDocument | null;
  unit: string | null;
  onApplied: (id: string) => void;
}) {
  const { me, whole, person, unit, onApplied } = props;
  const names = useMemo(() => namesIn(whole), [whole]);
  const people = useMemo(() => pickablePeople(whole, names), [whole]);
  const units = useMemo(() => pickableUnits(whole, names), [whole]);
  const start = useMemo(() => (person ? valueOf(person) : newPerson(unit)), [person]);
  const form = useRecord<PersonValue>({ me, whole, kind: 'people', existing: person, start, onApplied });
  const { value, edit, faults } = form;
  const errors: Errors = new Map(faults.map((f) => [f.id, f.text]));
  const post = person && postOn(person, today());
  const isLeaving = value.left !== null && start.left !== value.left;
  return (
    <>
      <PageHead
        title={person ? person.name : 'Thêm người'}
        lead={post ? postText({ ...post, from: null, inCharge: [], fields: [] }, names) : (person?.id ?? '')}
      >
        {post && (
          <a class="link" href={hrefOf({ page: 'organisation', unit: post.unit })}>
            Xem đơn vị
          </a>
        )}
      </PageHead>
      <div class="stack narrow record">
        {person && lastApplied.id === person.id && !form.isChanged && (
          <Notice tone="good" role="status">
            <p>Đã lưu. Thay đổi đứng ở đầu mục Lịch sử.</p>
          </Notice>
        )}
        <DraftNotice form={form} />
        <ErrorSummary
          title={faults.length === 1 ? 'Còn một chỗ phải sửa' : `Còn ${faults.length} chỗ phải sửa`}
          faults={faults}
          stamp={form.stamp}
        />
        {person && <GuidedActs whole={whole} value={value} onFilled={edit} />}
        <section class="stack" aria-labelledby="who-title" id="record" tabIndex={-1}>
          <h2 id="who-title">Thông tin chung</h2>
          <TextLine
            id="name"
            label="Họ và tên"
            value={value.name}
            errors={errors}
            onInput={(name) => {
              edit({ name });
            }}
          />
          {person ? (
            <p class="hint">
              Mã trong hệ thống: <span class="code">{person.id}</span>
            </p>
          ) : (
            <TextLine
              id="id"
              label="Mã trong hệ thống"
              hint="Chữ thường không dấu, số, gạch ngang; không đổi được về sau"
              max={40}
              value={form.id}
              errors={errors}
              onInput={form.setId}
            />
          )}
          {!person && form.id === '' && value.name.trim() !== '' && (
            <p>
              <button
                type="button"
                class="link"
                onClick={() => form.setId(idFromName(value.name, new Set(whole.people.map((p) => p.id))))}
              >
                Dùng mã {idFromName(value.name, new Set(whole.people.map((p) => p.id)))}
              </button>
            </p>
          )}
          <TextLine
            id="email"
            label="Thư điện tử công vụ"
            hint="Dùng để đăng nhập; mỗi người một địa chỉ riêng"
            type="email"
            value={value.email}
            errors={errors}
            onInput={(email) => edit({ email })}
          />
          <Choices<Category>
            id="category"
            legend="Đối tượng"
            options={categories.map((category) => ({ value: category, label: categoryLabels[category] }))}
            value={value.category}
            errors={errors}
            onChange={(category) => edit({ category })}
          />
          <div>
            <Check
              id="partyMember"
              label="Đảng viên"
              checked={value.partyMember}
              onChange={(partyMember) => edit({ partyMember })}
            />
            <Check
              id="decidedOutside"
              label="Do cấp trên ngoài tổ chức đánh giá, quyết định xếp loại (như Bí thư)"
              checked={value.decidedOutside}
              onChange={(decidedOutside) => edit({ decidedOutside })}
            />
            <Check
              id="managedByBTV"
              label="Cán bộ diện Ban Thường vụ quản lý"
              checked={value.managedByBTV ?? false}
              onChange={(managedByBTV) => edit({ managedByBTV })}
            />
          </div>
        </section>
        <section class="stack" aria-labelledby="posts-title">
          <h2 id="posts-title">Chức vụ</h2>
          <PostFields
            whole={whole}
            people={people}
            units={units}
            posts={value.posts}
            errors={errors}
            onChange={(posts) => edit({ posts })}
          />
        </section>
        <section class="stack" aria-labelledby="absences-title">
          <h2 id="absences-title">Nghỉ có lý do</h2>
          <p class="hint">Chỉ ghi mã lý do và ngày, không ghi tình trạng sức khỏe.</p>
          <AbsenceFields
            absences={value.absences}
            errors={errors}
            onChange={(absences) => edit({ absences })}
          />
        </section>
        <section class="stack" aria-labelledby="stay-title">
          <h2 id="stay-title">Thời gian trong tổ chức</h2>
          <div class="pair">
            <DateField
              id="joined"
              label="Ngày vào"
              hint="Để trống nếu đã có từ trước"
              month={thisMonth()}
              value={value.joined}
              errors={errors}
              onInput={(joined) => edit({ joined })}
            />
            <DateField
              id="left"
              label="Ngày làm việc cuối cùng"
              hint="Để trống nếu còn công tác"
              month={thisMonth()}
              value={value.left}
              errors={errors}
              onInput={(left) => edit({ left })}
            />
          </div>
        </section>
        <RecordFoot
          form={form}
          differences={person || form.isChanged ? differencesOfPerson(person && start, value, names) : []}
          errors={errors}
          consequence={isLeaving ? leavingConsequence(value.name, value.left) : null}
        />
        {person && (
          <section class="stack" aria-labelledby="history-title">
            <h2 id="history-title">Lịch sử</h2>
            <History
              log={person.log}
              value={start}
              describe={(before, after) => differencesOfPerson(before, after, names)}
              nameOf={names.person}
            />
          </section>
        )}
      </div>
    </>
  );
}
