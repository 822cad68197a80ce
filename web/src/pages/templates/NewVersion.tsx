// A new version: from which template, under which name; everything else is written in the form that follows.
import { useState } from 'preact/hooks';
import type { Template } from '../../../../functions/src/domain/templates.ts';
import { templateId } from '../../../../functions/src/domain/templatesDraft.ts';
import type { StoredTemplate } from '../../../../functions/src/schema/template.ts';
import type { Row } from '../../data/firestore.ts';
import { TextLine, type Errors } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { go } from '../../router.ts';
import type { Me } from '../../session.ts';
import { beginVersion, nextVersion } from './readTemplates.ts';
import { kindLabels } from './words.ts';

export function NewVersion(props: {
  me: Me;
  base: Template;
  /** Null: of a shipped one, which gets a name of the organisation's own. */
  name: string | null;
  own: readonly Row<StoredTemplate>[];
  onCancel: () => void;
}) {
  const { me, base, own, onCancel } = props;
  const [name, setName] = useState(props.name ?? (base.kind === 'kpi' ? 'kpi-rieng' : 'mau-rieng'));
  const [errors, setErrors] = useState<Errors>(new Map());
  const [told, setTold] = useState('');
  const version = nextVersion(own, name);
  const begin = async () => {
    const isRight = /^[a-z][a-z0-9-]{0,19}$/.test(name);
    setErrors(
      new Map(
        isRight ? [] : [['name', 'Nhập mã bằng chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ']],
      ),
    );
    if (!isRight) return document.getElementById('name')?.focus();
    try {
      go({ page: 'templates', id: await beginVersion(me, base, name, version) });
    } catch {
      setTold('Chưa lập được. Kiểm tra mạng, tải lại trang rồi làm lại.');
    }
  };
  return (
    <section class="stack narrow" aria-labelledby="new-title">
      <h2 id="new-title">Lập phiên bản từ {base.id}</h2>
      <p>
        {base.name}. {kindLabels[base.kind]}.
      </p>
      {props.name === null && (
        <TextLine
          id="name"
          label="Mã mẫu"
          hint="Dùng chung cho mọi phiên bản của mẫu này; ghi trong kết quả và cách tính"
          max={20}
          value={name}
          errors={errors}
          onInput={(text) => setName(text.trim())}
        />
      )}
      <p>Phiên bản sẽ là {templateId(name, version)}; mọi nội dung sửa được cho đến khi ban hành.</p>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void begin()}>
          Lập bản nháp
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Thôi
        </button>
      </div>
      {told && (
        <Notice tone="attention" role="alert">
          <p>{told}</p>
        </Notice>
      )}
    </section>
  );
}
