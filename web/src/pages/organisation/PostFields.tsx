// The posts of a person: unit, kind, title, days, and for deputies what and whom they are in charge of.
import type { Post } from '../../../../functions/src/domain/organisation.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { thisMonth } from '../../now.ts';
import { Check, FieldError, TextLine, type Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Picker, type Pickable } from '../../parts/Picker.tsx';
import { Select } from '../../parts/Select.tsx';
import { emptyPost } from './acts.ts';
import { postKindOptions, unitOptions } from './words.ts';

export interface PostProps {
  whole: WholeOrganisation;
  people: readonly Pickable[];
  units: readonly Pickable[];
  posts: readonly Post[];
  errors: Errors;
  onChange: (posts: Post[]) => void;
}

/** Kinds that lead a unit under its head or lead over fields: only these are in charge of somebody or something. */
function leadsOthers({ profile, units }: WholeOrganisation, post: Post): boolean {
  const kind = units.find(({ id }) => id === post.unit)?.kind;
  const entry = kind === undefined ? undefined : profile.unitKinds.get(kind);
  return entry?.deputies.includes(post.kind) === true || post.fields.length > 0 || post.inCharge.length > 0;
}

export function PostFields(props: PostProps) {
  const { posts, errors, onChange } = props;
  const change = (i: number, post: Partial<Post>) =>
    onChange(posts.map((one, n) => (n === i ? { ...one, ...post } : one)));
  const makePrimary = (i: number) => onChange(posts.map((one, n) => ({ ...one, primary: n === i })));
  return (
    <div class="stack">
      <FieldError id="posts" text={errors.get('posts')} />
      <div id="posts" tabIndex={-1}>
        {posts.map((post, i) => (
          <OnePost
            key={i}
            {...props}
            i={i}
            post={post}
            onEdit={(edit) => change(i, edit)}
            onPrimary={() => makePrimary(i)}
            onRemove={() => onChange(posts.filter((_, n) => n !== i))}
          />
        ))}
      </div>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => onChange([...posts, { ...emptyPost('', ''), primary: posts.length === 0 }])}
        >
          <Icon name="plus" /> Thêm chức vụ
        </button>
      </p>
    </div>
  );
}

function OnePost(
  props: PostProps & {
    i: number;
    post: Post;
    onEdit: (post: Partial<Post>) => void;
    onPrimary: () => void;
    onRemove: () => void;
  },
) {
  const { whole, people, units, posts, errors, i, post, onEdit, onPrimary, onRemove } = props;
  const at = `posts.${i}`;
  return (
    <div class="entry stack" id={at} tabIndex={-1}>
      <div class="entry-head">
        <h3>{post.title || `Chức vụ ${i + 1}`}</h3>
        {posts.length > 1 && (
          <button type="button" class="link" onClick={onRemove}>
            Bỏ<span class="hidden-visually"> {post.title || `chức vụ ${i + 1}`}</span>
          </button>
        )}
      </div>
      <FieldError id={at} text={errors.get(at)} />
      <Select
        id={`${at}.unit`}
        label="Đơn vị"
        value={post.unit}
        options={unitOptions(whole, post.unit)}
        errors={errors}
        onChange={(unit) => onEdit({ unit })}
      />
      <div class="pair">
        <Select
          id={`${at}.kind`}
          label="Loại chức vụ"
          value={post.kind}
          options={postKindOptions(whole, post.unit)}
          errors={errors}
          onChange={(kind) => onEdit({ kind })}
        />
        <TextLine
          id={`${at}.title`}
          label="Tên chức vụ, như in trên phiếu"
          value={post.title}
          errors={errors}
          onInput={(title) => onEdit({ title })}
        />
      </div>
      <div class="pair">
        <DateField
          id={`${at}.from`}
          label="Từ ngày"
          month={thisMonth()}
          value={post.from}
          errors={errors}
          onInput={(from) => onEdit({ from })}
        />
        <DateField
          id={`${at}.to`}
          label="Đến hết ngày"
          month={thisMonth()}
          value={post.to}
          errors={errors}
          onInput={(to) => onEdit({ to })}
        />
      </div>
      <p class="hint">Để trống ngày nếu đã giữ chức vụ từ trước và còn đang giữ.</p>
      <div>
        <Check
          id={`${at}.primary`}
          label="Chức vụ chính: phiếu tháng lập theo đơn vị này"
          checked={post.primary}
          errors={errors}
          onChange={(primary) => (primary ? onPrimary() : onEdit({ primary }))}
        />
        <Check
          id={`${at}.acting`}
          label="Phụ trách hoặc giữ quyền"
          checked={post.acting}
          errors={errors}
          onChange={(acting) => onEdit({ acting })}
        />
      </div>
      {leadsOthers(whole, post) && (
        <>
          <Picker
            id={`${at}.inCharge`}
            label="Phụ trách người"
            hint="Cấp phó phụ trách thì đánh giá những người này khi đơn vị có từ 20 CBCCVC, hoặc ở trường học"
            title="Chọn người được phụ trách"
            button="Chọn người"
            all={people}
            value={post.inCharge}
            errors={errors}
            onChange={(inCharge) => onEdit({ inCharge })}
          />
          <Picker
            id={`${at}.fields`}
            label="Phụ trách lĩnh vực, đơn vị"
            hint="Được hỏi ý kiến khi đánh giá người đứng đầu các đơn vị này"
            title="Chọn đơn vị phụ trách"
            button="Chọn đơn vị"
            all={units}
            value={post.fields}
            errors={errors}
            onChange={(fields) => onEdit({ fields })}
          />
        </>
      )}
    </div>
  );
}
