// Every version with its people, dates and state, and the way to a new one.
import { useState } from 'preact/hooks';
import { shippedTemplates, type Template } from '../../../../functions/src/domain/templates.ts';
import { templateFrom } from '../../../../functions/src/domain/templatesDraft.ts';
import { templateFieldsOf, type StoredTemplate } from '../../../../functions/src/schema/template.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { today } from '../../now.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { NewVersion } from './NewVersion.tsx';
import { readTemplates, type Templates } from './readTemplates.ts';
import { datesText, peopleText } from './words.ts';

/** As a base for a version: a draft without a first day has no template yet. */
const asTemplate = (data: StoredTemplate): Template =>
  templateFrom({ ...templateFieldsOf(data), effectiveFrom: data.effectiveFrom ?? today() });

export function TemplateList({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readTemplates(me), me.pid);
  const [base, setBase] = useState<{ template: Template; name: string | null } | null>(null);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { own, standard } = loaded.value;
  return (
    <>
      <PageHead
        title="Mẫu chấm điểm"
        lead="Phiếu mở theo mẫu đang áp dụng vào ngày 01 của tháng, và giữ mẫu đó đến cùng. Mẫu đã ban hành không sửa được; muốn đổi thì lập phiên bản mới"
      />
      <div class="stack" style={{ '--gap': '32px' }}>
        {base ? (
          <NewVersion
            me={me}
            base={base.template}
            name={base.name}
            own={own}
            onCancel={() => setBase(null)}
          />
        ) : (
          <>
            <Notice>
              <p>
                Ai chưa có mẫu riêng đang áp dụng thì dùng mẫu mặc định của tổ chức:{' '}
                <strong>{standard}</strong>.
              </p>
            </Notice>
            <Table
              own={own}
              standard={standard}
              onNew={(template, name) => {
                setBase({ template, name });
                scrollTo(0, 0);
              }}
            />
          </>
        )}
      </div>
    </>
  );
}

function Table(props: {
  own: Templates['own'];
  standard: string;
  onNew: (template: Template, name: string | null) => void;
}) {
  const { own, standard, onNew } = props;
  return (
    <table class="as-list">
      <caption class="hidden-visually">Các phiên bản mẫu chấm điểm</caption>
      <thead>
        <tr>
          <th scope="col">Mẫu</th>
          <th scope="col">Áp dụng cho</th>
          <th scope="col">Thời gian</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Việc</th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ id, data }) => (
          <tr key={id}>
            <td>
              <a href={hrefOf({ page: 'templates', id })}>{data.title || 'Chưa đặt tên'}</a>
              <br />
              <span class="soft">
                {id} · {data.clause}
              </span>
            </td>
            <td data-label="Áp dụng cho">{peopleText(data.people)}</td>
            <td data-label="Thời gian">{datesText(data.effectiveFrom, data.effectiveUntil)}</td>
            <td data-label="Tình trạng">
              <TemplateState data={data} />
            </td>
            <td>
              <New id={id} onClick={() => onNew(asTemplate(data), data.name)} />
            </td>
          </tr>
        ))}
        {shippedTemplates.map((template) => (
          <tr key={template.id}>
            <td>
              {template.name}
              <br />
              <span class="soft">
                {template.id} · {template.clause}
              </span>
            </td>
            <td data-label="Áp dụng cho">{peopleText(template.people)}</td>
            <td data-label="Thời gian">{datesText(template.effectiveFrom, template.effectiveUntil)}</td>
            <td data-label="Tình trạng">{template.id === standard ? 'Có sẵn, mặc định' : 'Có sẵn'}</td>
            <td>
              <New id={template.id} onClick={() => onNew(template, null)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function New({ id, onClick }: { id: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      Lập phiên bản<span class="hidden-visually"> từ {id}</span>
    </button>
  );
}

export function TemplateState({ data }: { data: Pick<StoredTemplate, 'state' | 'effectiveFrom'> }) {
  if (data.state === 'draft')
    return (
      <State tone="todo" icon="circle">
        Bản nháp
      </State>
    );
  if (data.state === 'sent')
    return (
      <State tone="waiting" icon="hourglass">
        Đang kiểm tra
      </State>
    );
  return (
    <State tone="public" icon="check">
      {(data.effectiveFrom ?? '') > today() ? 'Đã ban hành, chưa đến ngày' : 'Đã ban hành'}
    </State>
  );
}
