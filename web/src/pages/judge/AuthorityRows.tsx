// Phiếu 01 row by row: the person's four columns left, the authority's four right; section IV is the authority's own.
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import {
  formSections,
  identification,
  nothingStatement,
  personForm,
} from '../../../../functions/src/domain/labels.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { idsOf, nextId, removeEntry, withKey } from '../../data/entries.ts';
import type { Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { RemediedBefore, remediedTexts } from '../../parts/RemediedBefore.tsx';
import { remedyText, resultText } from '../../parts/RowsTable.tsx';
import { jumpTo } from '../../parts/Sections.tsx';
import { AuthorityRow, AuthorityRowRead } from './AuthorityRow.tsx';
import type { JudgeDraft } from './judgeSource.ts';

interface Props {
  sheet: Sheet | null;
  assessment: Assessment;
  draft: JudgeDraft;
  errors: Errors;
  isEditable: boolean;
  edit: (change: Partial<JudgeDraft>) => void;
}

const maps = ['aResult', 'aCause', 'aRemedy', 'aCodes', 'aDegree', 'aDue'] as const;

export function AuthorityRows(props: Props) {
  const { sheet, assessment, draft, isEditable, edit } = props;
  const rows = sheet && assessment.filed ? idsOf(sheet.rowSection) : [];
  const own = idsOf(draft.aResult).filter((id) => id.startsWith('a'));
  const title = (key: string) => formSections.find((s) => s.key === key)?.title ?? '';
  return (
    <div>
      {sheet && rows.length === 0 && (
        <p>
          {assessment.filed && sheet.nothing
            ? `Cá nhân ghi: ${nothingStatement}.`
            : 'Cá nhân chưa ghi nội dung nào.'}
        </p>
      )}
      {sheet &&
        rows.map((id) => {
          const section = sheet.rowSection[id] ?? 'I';
          return (
            <div class="panes" key={id}>
              <div>
                <h3 class="pane-heads">
                  {section}. {title(section)}
                </h3>
                <RowRead sheet={sheet} id={id} />
              </div>
              <div class="mine">
                <h3 class="pane-heads">{personForm.authority.head}</h3>
                {isEditable ? (
                  <AuthorityRow {...props} id={id} />
                ) : (
                  <AuthorityRowRead draft={draft} id={id} />
                )}
              </div>
            </div>
          );
        })}
      {sheet && remediedTexts(sheet).length > 0 && (
        <div class="panes">
          <div>
            <h3>III. {title('III')}</h3>
            <RemediedBefore sheet={sheet} />
          </div>
          <p class="mine hint">Ảnh hưởng đến điểm của tháng này nêu ở phần “Nhận xét”.</p>
        </div>
      )}
      <div class="panes">
        <div>
          <h3>IV. {title('IV')}</h3>
          <p class="hint">
            Ghi ở đây nội dung cấp có thẩm quyền chỉ ra mà cá nhân không tự nêu. Biểu hiện cần khắc phục thì
            ghi thêm ở phần “Dấu hiệu, biểu hiện”.
          </p>
        </div>
        <div class="mine stack">
          {own.length === 0 && !isEditable && <p class="soft">Không có.</p>}
          {own.map((id, i) => (
            <div key={id} class="entry">
              <div class="entry-head">
                <h4>Nội dung {i + 1}</h4>
                {isEditable && (
                  <button type="button" class="link small" onClick={() => edit(removeEntry(draft, maps, id))}>
                    Bỏ<span class="hidden-visually"> nội dung {i + 1}</span>
                  </button>
                )}
              </div>
              {isEditable ? <AuthorityRow {...props} id={id} /> : <AuthorityRowRead draft={draft} id={id} />}
            </div>
          ))}
          {isEditable && (
            <button
              type="button"
              class="button"
              disabled={own.length >= 20}
              onClick={() => {
                const id = nextId('a', own);
                edit({ aResult: withKey(draft.aResult, id, '') });
                jumpTo(`aResult.${id}`);
              }}
            >
              <Icon name="plus" /> Thêm nội dung ở mục IV
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

function RowRead({ sheet, id }: { sheet: Sheet; id: string }) {
  const columns = personForm.self.columns;
  const texts = [
    resultText(sheet, id),
    sheet.rowCause[id],
    sheet.rowCodes[id] === undefined
      ? ''
      : identification(parseCodes(sheet.rowCodes[id]), sheet.rowDegree[id] ?? null),
    remedyText(sheet, id),
    sheet.rowNote[id],
  ];
  return (
    <dl class="words">
      {texts.map((text, i) =>
        text ? (
          <div key={i}>
            <dt>{columns[i]?.head ?? personForm.note.head}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
