// Choosing manifestations: a dialog with search without diacritics and the full official text of each.
import { useRef, useState } from 'preact/hooks';
import {
  appliesToLabels,
  catalogueSource,
  groups,
  searchCatalogue,
} from '../../../functions/src/domain/catalogue.ts';
import { formatCodes, parseCodes } from '../../../functions/src/domain/finding.ts';
import { useWording } from '../data/organisationWord.ts';
import { useSubItems } from '../data/subItems.ts';
import { FieldError, noErrors, type Errors } from './fields.tsx';

interface Props {
  id: string;
  label: string;
  /** "1.07 2.03", as documents keep them. */
  value: string;
  errors?: Errors;
  onChange: (codes: string) => void;
}

export function CodePicker({ id, label, value, errors = noErrors, onChange }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [isOpened, setOpened] = useState(false);
  const subItems = useSubItems(isOpened);
  const wording = useWording();
  const chosen = parseCodes(value);
  const toggle = (code: string) =>
    onChange(formatCodes(chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code]));
  const found = searchCatalogue(words);
  const shown = [...groups.map((g) => ({ key: g.number, name: g.name })), { key: null, name: 'Khác' }]
    .map((group) => ({ ...group, items: found.filter((m) => m.group === group.key) }))
    .filter((group) => group.items.length > 0);
  const open = () => {
    setWords('');
    setOpened(true);
    dialog.current?.showModal();
  };
  return (
    <div class="field">
      <p class="label">{label}</p>
      <FieldError id={id} text={errors.get(id)} />
      {chosen.length > 0 && (
        <ul class="plain stack small">
          {chosen.map((code) => (
            <li key={code}>
              <span class="code">{code}</span> {wording(code)}{' '}
              <button type="button" class="link" onClick={() => toggle(code)}>
                Bỏ<span class="hidden-visually"> {code}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button" id={id} aria-haspopup="dialog" onClick={open}>
        {chosen.length > 0 ? 'Chọn thêm biểu hiện' : 'Chọn biểu hiện'}
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-title`}>
        <div class="dialog-in">
          <div class="dialog-head">
            <h2 id={`${id}-title`}>25 biểu hiện theo Chỉ thị 24-CT/TU</h2>
            <label class="hint" for={`${id}-search`}>
              Theo {catalogueSource}. Tìm theo mã hoặc theo từ, không cần gõ dấu
            </label>
            <input
              id={`${id}-search`}
              type="search"
              value={words}
              autocomplete="off"
              onInput={(e) => setWords(e.currentTarget.value)}
            />
            <p class="hint" role="status">
              {words.trim() === '' ? '' : `Tìm thấy ${found.length}`}
            </p>
          </div>
          <div class="dialog-body" tabIndex={0} role="region" aria-label="Danh sách biểu hiện">
            {shown.map((group) => (
              <section key={group.key}>
                <h3>{group.name}</h3>
                {group.items.map((m) => (
                  <label class="choice" key={m.code}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(m.code)}
                      onChange={() => toggle(m.code)}
                    />
                    <span>
                      <span class="code">{m.code}</span> {wording(m.code)}
                      {m.appliesTo !== 'all' && (
                        <span class="soft small"> ({appliesToLabels[m.appliesTo]})</span>
                      )}
                      {subItems(m.code).map((text) => (
                        <span class="sub-item" key={text}>
                          {text}
                        </span>
                      ))}
                    </span>
                  </label>
                ))}
              </section>
            ))}
            {found.length === 0 && <p>Không có biểu hiện nào chứa đủ các từ này. Thử ít từ hơn.</p>}
          </div>
          <div class="dialog-foot row">
            <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
              Xong
            </button>
            <span class="hint" role="status">
              {chosen.length > 0 ? `Đã chọn ${chosen.join(', ')}` : 'Chưa chọn biểu hiện nào'}
            </span>
          </div>
        </div>
      </dialog>
    </div>
  );
}
