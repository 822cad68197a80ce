// Expected beside got of what happened once: appeals, the transfer, the reopened month, silence, December, tạm tính.
import type { PersonYear, UnitYear } from '../../functions/src/schema/year.ts';
import type { Replacement } from '../../functions/src/schema/replacement.ts';
import { cases } from './cases.ts';
import { division, otherUnit, year } from './cast.ts';
import type { Line } from './lines.ts';
import type { YearOutcome } from './outcome.ts';

/** What somebody saw before the year was over. */
export interface Seen {
  /** The day before December is published, the year decided already. */
  beforePublication: Pick<PersonYear, 'proposal' | 'decided'> | null;
  /** In June, on the page of the head: the year of the unit as far as it goes. */
  inJune: Pick<UnitYear, 'rows'> | null;
}

const line = (
  who: string,
  what: string,
  clause: string,
  expected: string,
  got: string | null | undefined,
): Line => ({ ...{ who, what, clause, expected }, got: got ?? 'không có' });

export function eventLines(outcome: YearOutcome, seen: Seen): Line[] {
  return [
    ...appealLines(outcome),
    ...transferLines(outcome),
    ...reopenedLines(outcome),
    ...onceLines(outcome),
    ...caseLines(outcome),
    ...warningLines(seen),
    ...reopenedYearLines(outcome),
    ...yearEndLines(outcome, seen),
  ];
}

function appealLines({ appeals, results }: YearOutcome): Line[] {
  const said = (id: string) => {
    const found = appeals.get(id);
    if (!found) return undefined;
    const { state, outcome, newVersion } = found;
    const refusal = found.refusal?.startsWith('Quá hạn') ? ', quá hạn' : '';
    return `${state}${outcome ? `, ${outcome}` : ''}${refusal}${newVersion ? `, lần ${newVersion}` : ''}`;
  };
  const versions = results.get('tckh-cv-08')?.get('2026-04') ?? [];
  const clause = 'domain 7, 11';
  return [
    line(
      'tckh-cv-08',
      'Kiến nghị được chấp nhận',
      clause,
      'answered, upheld, lần 2',
      said('tckh-cv-08_2026-04_v1'),
    ),
    line(
      'tckh-cv-08',
      'Kết quả lần 1 còn đọc được, lần 2 thay',
      clause,
      'C, B',
      versions.map((v) => v.rating).join(', '),
    ),
    line(
      'tckh-cv-02',
      'Kiến nghị bị từ chối có lý do',
      clause,
      'answered, refused',
      said('tckh-cv-02_2026-04_v1'),
    ),
    line('tckh-cv-03', 'Kiến nghị quá hạn', clause, 'refused, quá hạn', said('tckh-cv-03_2026-03_v1')),
  ];
}

function transferLines({ units, results }: YearOutcome): Line[] {
  const who = 'tckh-cv-01';
  const months = [...(results.get(who)?.entries() ?? [])];
  const there = units.get(otherUnit)?.rows[who];
  const clause = 'domain 6';
  return [
    line(
      who,
      'Thẩm quyền từng tháng: chuyển đơn vị không sửa tháng trước',
      clause,
      `6 × tckh-truong, 6 × nv-truong`,
      `${months.filter(([m, v]) => m <= '2026-06' && v.at(-1)?.decider === 'tckh-truong').length} × tckh-truong, ` +
        `${months.filter(([m, v]) => m >= '2026-07' && v.at(-1)?.decider === 'nv-truong').length} × nv-truong`,
    ),
    line(
      who,
      'Năm của đơn vị mới có cả tháng Kém ở đơn vị cũ',
      clause,
      'poor, Phòng Tài chính - Kế hoạch',
      there && `${there.cells['2026-02']?.level}, ${there.cells['2026-02']?.elsewhere}`,
    ),
    line(
      who,
      'Năm của đơn vị cũ không còn dòng này',
      clause,
      'không',
      who in (units.get(division)?.rows ?? {}) ? 'còn' : 'không',
    ),
  ];
}

function reopenedLines({ results, runs }: YearOutcome): Line[] {
  const who = 'nv-cv';
  const versions = results.get(who)?.get('2026-03') ?? [];
  const told = runs.get('2026-03')?.reopened?.[who];
  const clause = 'domain 7';
  return [
    line(
      who,
      'Mở lại kết quả đã chốt; lần 2, lần 1 còn đọc được, rồi chốt lại',
      clause,
      'C, B, locked',
      [...versions.map(({ rating }) => rating), versions.at(-1)?.state].join(', '),
    ),
    line(
      who,
      'Nơi tổng hợp được báo: đã chốt lần 1',
      clause,
      'locked, lần 1',
      told && `${told.before}, lần ${told.version}`,
    ),
  ];
}

function onceLines({ consultations, results }: YearOutcome): Line[] {
  const asked = consultations.get('tckh-truong_2026-08_ubnd-pct-do-thi');
  const unfiled = results.get('tckh-hd')?.get('2026-01')?.at(-1);
  const maternity = results.get('tckh-cv-07')?.get('2026-03')?.at(-1);
  const templates = ['2026-06', '2026-07'].map(
    (month) => results.get('tckh-cv-01')?.get(month)?.at(-1)?.template,
  );
  return [
    line(
      'tckh-cv-01',
      'Mẫu chấm điểm đổi giữa năm: phiếu cũ giữ mẫu cũ, phiếu mới theo mẫu mới',
      'domain 4',
      'HN-1841@1, mau-quan@1',
      templates.join(', '),
    ),
    line(
      'tckh-truong',
      'Người được tham khảo im lặng: ghi nhận, không cản trở',
      'S3 II.5; domain 6',
      'silent',
      asked?.state,
    ),
    line(
      'tckh-hd',
      'Không nộp phiếu khi đánh giá',
      'S3 II.3.1',
      'D, poor, chưa nộp',
      unfiled && `${unfiled.rating}, ${unfiled.level}, ${unfiled.filed ? 'đã nộp' : 'chưa nộp'}`,
    ),
    line(
      'tckh-cv-07',
      'Thai sản: không nộp phiếu mà không "Không hoàn thành"',
      'S3 II.3.1',
      'B, good, chưa nộp',
      maternity && `${maternity.rating}, ${maternity.level}, ${maternity.filed ? 'đã nộp' : 'chưa nộp'}`,
    ),
  ];
}

/** Opened by a rule, once for each person and rule; nobody but these has one. */
function caseLines({ cases: opened, told }: YearOutcome): Line[] {
  const expected = cases.flatMap(({ person, cases: own = {} }) =>
    Object.entries(own).map(([key, stands]) => ({ person, id: `${person}_${year}_${key}`, stands })),
  );
  const said = (of: ReadonlyMap<string, Replacement>, id: string) => {
    const found = of.get(id);
    return found && [found.state, ...(found.outcome ? [found.outcome] : [])].join(', ');
  };
  const clause = 'S3 II.7; domain 8';
  const trace = opened.get('tckh-cv-03_2026_poor')?.trace ?? [];
  return [
    ...expected.map(({ person, id, stands }) =>
      line(person, 'Hồ sơ xem xét thay thế mở theo quy định', clause, stands, said(opened, id)),
    ),
    line(
      'tckh-cv-03',
      'Người được xem xét đọc được quyết định',
      'domain 8',
      'closed, kept',
      said(told, 'tckh-cv-03_2026_poor'),
    ),
    line(
      'tckh-cv-05',
      'Chưa quyết định thì người được xem xét chưa được báo',
      'domain 8',
      'chưa',
      told.has('tckh-cv-05_2026_fair') ? 'đã' : 'chưa',
    ),
    line(
      'tckh-cv-03',
      'Hồ sơ nêu quy định và dữ kiện đã dùng',
      clause,
      'S3 II.7: 3 tháng Kém',
      trace[0] && `${trace[0].clause}: ${trace[0].facts[0]?.match(/3 tháng/)?.[0] ?? '?'} Kém`,
    ),
    line(
      'mọi người',
      'Không ai khác có hồ sơ',
      clause,
      expected
        .map(({ id }) => id)
        .sort()
        .join(', '),
      [...opened.keys()].sort().join(', '),
    ),
  ];
}

/** What one more month would do, before it happens. */
function warningLines({ inJune }: Seen): Line[] {
  const said = (person: string) =>
    inJune?.rows[person]?.ahead.map(({ level, becomes }) => `${level} → ${becomes}`).join(', ') || 'không có';
  const what = (months: number) => `Cảnh báo sớm trên trang của người đứng đầu, sau ${months} tháng Kém`;
  const clause = 'S3 II.7; domain 8';
  return [
    line('tckh-cv-01', what(1), clause, 'poor → cap', said('tckh-cv-01')),
    line('tckh-cv-02', what(2), clause, 'poor → fail', said('tckh-cv-02')),
    line('tckh-cv-03', what(3), clause, 'không có', said('tckh-cv-03')),
  ];
}

function reopenedYearLines({ years, acts }: YearOutcome): Line[] {
  const who = 'nv-cv';
  const clause = 'domain 8';
  const year = years.get(who);
  const versions = [...(year?.earlier ?? []), ...(year?.decided ? [year.decided] : [])];
  const logged = acts.get(who)?.log.find(({ what }) => what === 'reopen');
  return [
    line(
      who,
      'Mở lại kết quả năm đã công khai: lần 2, người được đánh giá vẫn đọc được lần 1',
      clause,
      'lần 1 B, lần 2 B',
      versions.map(({ version, rating }) => `lần ${version} ${rating}`).join(', '),
    ),
    line(
      who,
      'Nhật ký ghi trạng thái trước và lý do mở lại',
      clause,
      'published: Quyết định xếp loại năm chưa ghi ý kiến của tập thể lãnh đạo phòng.',
      logged && `${logged.before}: ${logged.reason}`,
    ),
  ];
}

function yearEndLines(outcome: YearOutcome, { beforePublication: before }: Seen): Line[] {
  const { cycles, acts, years } = outcome;
  const days = cycles.get('2026-12')?.days ?? {};
  const named = ['staff', 'heads', 'offices', 'evaluate', 'finalRun', 'decide', 'publish'] as const;
  const shown = named.map((name) => days[name]?.slice(8)).join(', ');
  const whole = [...years.values()].filter(({ cells }) => cells['2026-12']?.state === 'published');
  const isAll = whole.every(({ proposal, decided }) => !proposal.provisional && decided !== null);
  const locked = [...cycles.values()].filter(({ state }) => state === 'locked').length;
  const decision = acts.get('tckh-cv-03')?.log.find(({ what }) => what === 'decided');
  const whatOf = (year: Pick<PersonYear, 'proposal'>) =>
    year.proposal.provisional ? 'tạm tính' : 'chính thức';
  const soFar = 'Trước khi công khai tháng 12: năm còn tạm tính, chưa thấy quyết định';
  const after = 'Sau khi công khai tháng 12: năm chính thức và có quyết định';
  const left = 'Nghỉ việc trước tháng 12: không nợ tháng nào, năm không còn tạm tính';
  const gone = years.get('tckh-cv-06');
  const cellOf = (month: string) => gone?.cells[month]?.state ?? '?';
  const goneText = gone && `${cellOf('2026-11')}, ${cellOf('2026-12')}, ${whatOf(gone)}`;
  const beforeText = before && `${whatOf(before)}, ${before.decided ? 'đã' : 'chưa'}`;
  const reading = 'Không hoàn thành nhiệm vụ; đúng 3 tháng Kém: xác nhận nghĩa "từ 3 trở lên"';
  const logs = 'Đúng 3 tháng Kém: nhật ký ghi nghĩa được xác nhận';
  const workingDays = 'Các hạn theo ngày làm việc của tháng 12';
  return [
    line('tháng 12', workingDays, 'domain 7', '02, 03, 04, 07, 08, 08, 10', shown),
    line('tckh-cv-03', soFar, 'domain 8', 'tạm tính, chưa', beforeText),
    line(
      'mọi người',
      after,
      'domain 8',
      `${whole.length} người`,
      isAll ? `${whole.length} người` : 'chưa đủ',
    ),
    line('tckh-cv-06', left, 'domain 8', 'none, none, chính thức', goneText),
    line('tckh-cv-03', logs, 'S3 II.7; domain 8', reading, decision?.after),
    line('12 tháng', 'Các tháng đã chốt', 'domain 7', '12 × locked', `${locked} × locked`),
  ];
}
