// A filed sheet to read, in the order in which it was written.
import { Fragment } from 'preact';
import { headFactLabels, headFactsByKind } from '../../../functions/src/domain/headFacts.ts';
import {
  footnoteFields,
  ratingShortLabels,
  taskKindLabels,
  taskStateLabels,
} from '../../../functions/src/domain/labels.ts';
import { bandOf, totalScore } from '../../../functions/src/domain/rating.ts';
import { groupPoints, parsePoints } from '../../../functions/src/domain/scoringPoints.ts';
import type { Template } from '../../../functions/src/domain/templates.ts';
import type { Sheet } from '../../../functions/src/schema/sheet.ts';
import { idsOf } from '../data/entries.ts';
import { Digits } from './Digits.tsx';
import { showDate, showScore } from './parse.ts';
import { RowsTable } from './RowsTable.tsx';

export function SheetWords({ sheet, template, title }: { sheet: Sheet; template: Template; title: string }) {
  // Of a sheet that nobody has written on, zeros would look like marks that the person gave.
  const isWritten = sheet.rev > 0;
  return (
    <section class="stack" style={{ '--gap': '24px' }} aria-labelledby="sheet-words">
      <h2 id="sheet-words">{title}</h2>
      <TasksTable sheet={sheet} />
      {isWritten && (
        <>
          <OwnWordsRead sheet={sheet} />
          <div>
            <h3>Phiếu số 01</h3>
            <RowsTable sheet={sheet} />
          </div>
          <SelfScoresRead sheet={sheet} template={template} />
          <NextPlanRead sheet={sheet} />
        </>
      )}
    </section>
  );
}

export function TasksTable({ sheet }: { sheet: Sheet }) {
  const ids = idsOf(sheet.tasks);
  if (ids.length === 0) return <p class="soft">Chưa ghi nhiệm vụ nào.</p>;
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Nhiệm vụ trong tháng">
      <table class="as-list">
        <caption class="hidden-visually">Nhiệm vụ trong tháng</caption>
        <thead>
          <tr>
            <th scope="col">Nhiệm vụ</th>
            <th scope="col">Hạn</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Kết quả, giải trình</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id, i) => {
            const state = sheet.taskState[id];
            return (
              <tr key={id}>
                <td>
                  {i + 1}. {sheet.tasks[id]}
                  {sheet.taskKind[id] === 'unplanned' && (
                    <span class="soft"> ({taskKindLabels.unplanned})</span>
                  )}
                </td>
                <td data-label="Hạn">{showDate(sheet.taskDue[id])}</td>
                <td data-label="Tình trạng">{state ? taskStateLabels[state] : 'Chưa báo cáo'}</td>
                <td class="pre">{[sheet.taskResult[id], sheet.taskWhy[id]].filter(Boolean).join('\n')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const words = [
  ['conduct', 'Ý thức, đạo đức, lối sống, tác phong'],
  ['strengths', 'Ưu điểm'],
  ['weaknesses', 'Khuyết điểm, tồn tại'],
  ['causes', 'Nguyên nhân'],
  ['share', footnoteFields.share],
  ['initiative', footnoteFields.initiative],
  ['headDuty', 'Trách nhiệm người đứng đầu'],
] as const;
const counts = ['undone', 'joint', 'jointLate', 'procedures', 'proceduresLate', 'proceduresOff'] as const;

/** Zeros are said once: six lines of them would hide the one that matters. */
function countsText(sheet: Sheet): string {
  const lines = counts
    .filter((field) => sheet[field] > 0)
    .map((field) => `${footnoteFields[field]}: ${sheet[field]}`);
  return lines.length === 0 ? 'Các mục đều là 0' : lines.join('\n');
}

export function OwnWordsRead({ sheet }: { sheet: Sheet }) {
  return (
    <dl class="words narrow">
      {words.map(([field, label]) =>
        sheet[field] ? (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{sheet[field]}</dd>
          </div>
        ) : null,
      )}
      {headFactsByKind(sheet.headFacts).flatMap(({ kind, facts }) =>
        facts.map(([key, fact]) => (
          <div key={key}>
            <dt>
              {headFactLabels[kind]}: {fact}
            </dt>
            <dd>{sheet.headWords[key] || '(chưa có ý kiến)'}</dd>
          </div>
        )),
      )}
      <div>
        <dt>Số liệu trong tháng</dt>
        <dd>{countsText(sheet)}</dd>
      </div>
    </dl>
  );
}

export function SelfScoresRead({ sheet, template }: { sheet: Sheet; template: Template }) {
  const points = parsePoints(sheet.points);
  const total = totalScore(sheet.score1, sheet.score21, sheet.score22);
  return (
    <table class="scores">
      <caption class="hidden-visually">Điểm tự chấm</caption>
      <tbody>
        {template.groups.map((group) => (
          <Fragment key={group.code}>
            <tr>
              <th scope="row">
                {group.code}. {group.name}
              </th>
              <td class="figure">
                <Digits>{`${showScore(group.criteria.length === 0 ? sheet[group.field] : groupPoints(group, points))}/${group.max}`}</Digits>
              </td>
            </tr>
            {group.criteria.map(({ code, name, max }) => (
              <tr key={code} class="part">
                <th scope="row">{group.code === 'KPI' ? name : `${code}. ${name}`}</th>
                <td class="figure">
                  <Digits>
                    {`${showScore(points[code] ?? null)}${group.code === 'KPI' ? '%' : `/${showScore(max)}`}`}
                  </Digits>
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
        <tr>
          <th scope="row" class="strong">
            Tổng điểm tự chấm ({ratingShortLabels[bandOf(total, template.bands)]})
          </th>
          <td class="figure strong">
            <Digits>{`${showScore(total)}/100`}</Digits>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export function NextPlanRead({ sheet }: { sheet: Sheet }) {
  const ids = idsOf(sheet.nextTasks);
  return (
    <div class="narrow">
      <h3>Kế hoạch tháng sau</h3>
      {ids.length === 0 ? (
        <p class="soft">Chưa ghi nhiệm vụ nào.</p>
      ) : (
        <ol>
          {ids.map((id) => (
            <li key={id}>
              {sheet.nextTasks[id]}
              {sheet.nextDue[id] && <span class="soft"> (hạn {showDate(sheet.nextDue[id])})</span>}
            </li>
          ))}
        </ol>
      )}
      {sheet.nextRemedies && <p class="pre">Khắc phục: {sheet.nextRemedies}</p>}
    </div>
  );
}
