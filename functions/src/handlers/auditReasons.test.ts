// What the log says of each act besides who and when: how it stood before, and why where the act asked for a reason.
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import type { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import {
  decidersReason,
  evaluatorsReason,
  month,
  person,
  playActs,
  sentBackFor,
  unfiled,
} from '../../../test/fixtures/playedActs.ts';
import type { LogEntry } from '../schema/fields.ts';
import { assessmentRef, findingRef, sheetRef, yearAssessmentRef } from '../schema/refs.ts';
import { isIntact } from './audit.ts';

let memory: MemoryPorts;
beforeAll(async () => {
  memory = await playActs();
});
const told = (log: readonly LogEntry[], ...which: string[]) =>
  log
    .filter(({ what }) => which.includes(what))
    .map(({ what, before, reason }) => [what, before, reason ?? '']);

describe('the log of an assessment', () => {
  it('has every evaluation, withdrawal, sending back and decision, with the state before and the reason', () => {
    const { log } = memory.read(assessmentRef(org, person, month));
    expect(told(log, 'returned', 'waiting', 'evaluated', 'decided', 'reopen')).toEqual([
      ['returned', 'waiting', 'Bổ sung nguyên nhân'],
      ['evaluated', 'waiting', ''],
      ['waiting', 'evaluated', ''],
      ['evaluated', 'waiting', evaluatorsReason],
      ['waiting', 'evaluated', sentBackFor],
      ['evaluated', 'waiting', ''],
      ['decided', 'evaluated', decidersReason],
      ['reopen', 'published', 'Có kết luận mới của kiểm tra'],
      ['evaluated', 'published', 'Có kết luận mới của kiểm tra'],
      ['decided', 'evaluated', 'Có kết luận mới của kiểm tra'],
    ]);
    expect(isIntact(assessmentRef(org, person, month).path, log)).toBe(true);
  });

  it('has what was taken back of a sheet that was never filed, and the sheet stands as before', () => {
    const { log } = memory.read(assessmentRef(org, unfiled, month));
    expect(told(log, 'waiting', 'evaluated')).toEqual([
      ['evaluated', 'waiting', 'Không nộp phiếu'],
      ['waiting', 'evaluated', ''],
    ]);
    const sheet = memory.read(sheetRef(org, unfiled, month));
    expect(sheet).toMatchObject({ state: 'open', stage: 'open' });
    expect(told(sheet.log, 'waiting', 'evaluated')).toEqual([
      ['evaluated', 'open', ''],
      ['waiting', 'evaluated', ''],
    ]);
  });
});

describe('the log of a sheet, which the person reads before anything is published', () => {
  it('has the acts, and of all reasons that of a return alone', () => {
    const { log } = memory.read(sheetRef(org, person, month));
    expect(told(log, 'waiting')).toHaveLength(2);
    expect(log.flatMap(({ reason }) => reason ?? [])).toEqual(['Bổ sung nguyên nhân']);
    expect(JSON.stringify(log)).not.toContain(decidersReason);
  });
});

describe('the log of a finding', () => {
  it('says how it stood, and why it was dismissed, confirmed after all and dismissed again', () => {
    const { log } = memory.read(findingRef(org, `${person}_${month}_x2`));
    expect(told(log, 'suspected/none', 'dismissed/none', 'confirmed/none')).toEqual([
      ['suspected/none', null, ''],
      ['dismissed/none', 'suspected/none', 'Không đúng'],
      ['confirmed/none', 'dismissed/none', 'Hồ sơ mới cho thấy có'],
      ['dismissed/none', 'confirmed/none', 'Đã xác minh lại, không có'],
    ]);
  });

  it('says why a remedy was not accepted, once', () => {
    const { log } = memory.read(findingRef(org, `${person}_${month}_x1`));
    const acts = log.filter(({ what }) => what.includes('/'));
    expect(acts.map(({ what, before, reason }) => [what, before, reason ?? ''])).toEqual([
      ['confirmed/none', null, ''],
      ['confirmed/reported', 'confirmed/none', ''],
      ['confirmed/returned', 'confirmed/reported', 'Còn thiếu'],
      ['confirmed/returned', 'confirmed/returned', ''],
    ]);
  });
});

describe('the log of a year', () => {
  it('says what each act found, and why what was published was taken up again', () => {
    const { log } = memory.read(yearAssessmentRef(org, 'lan', '2026'));
    expect(told(log, 'decided', 'waiting', 'publish', 'reopen')).toEqual([
      ['decided', 'waiting', ''],
      ['waiting', 'decided', 'Xem lại theo ý kiến tập thể'],
      ['decided', 'waiting', ''],
      ['publish', 'decided', ''],
      ['reopen', 'published', 'Tháng 11 được sửa lại'],
      ['decided', 'waiting', ''],
      ['publish', 'decided', ''],
    ]);
  });
});
