// The casebook of the district: quận Nam Từ Liêm in April 2026.
import { marchFindings } from '../march.ts';
import { refusedDownloadsOf, type Casebook, type Parts } from './casebook.ts';
import { districtOpening } from './districtOpening.ts';
import * as cases from './exceptions.ts';
import { findingsInTheMonth, ownFinding } from './findingScenes.ts';
import { districtSpecial } from './closingScenes.ts';

const parts: Parts = {
  oneStep: { person: 'tckh-cv-01', colleague: 'tckh-cv-02', head: 'tckh-truong', unit: 'phong-tckh' },
  headsDecider: 'chu-tich-ubnd',
  twoSteps: { person: 'qldt-cv-01', evaluator: 'qldt-pho-1', head: 'qldt-truong' },
  decided: 'qldt-cv-09',
  leader: { person: 'btc-truong', decider: 'bi-thu' },
  withFinding: { person: 'md1-dia-chinh', colleague: 'md1-ho-tich' },
  inspected: 'qlda-cv',
  inspector: 'ubkt-chu-nhiem',
  otherInspector: 'ubkt-pho',
  aggregator: 'nv-truong',
  offices: { party: 'vpqu-chanh', government: 'vpub-chanh' },
};

export const districtBook: Casebook = {
  parts,
  exceptions: cases.exceptions,
  excellent: cases.excellent,
  adequate: cases.adequate,
  silent: cases.silent,
  away: cases.away,
  withoutUnitSheet: cases.withoutUnitSheet,
  unitRatings: cases.unitRatings,
  yearPlan: { who: 'qldt-truong', unit: 'phong-qldt' },
  withoutFigures: cases.withoutFigures,
  late: cases.late,
  returned: {
    person: cases.returned,
    by: 'tckh-truong',
    note: 'Nêu rõ kết quả nhiệm vụ thứ hai và bổ sung số liệu đối chiếu.',
  },
  silentConsultation: cases.silentConsultation,
  collective: 'Tập thể Thường trực Quận ủy',
  groupOf: ({ unit: id }, { kind, block }) => {
    if (kind === 'ward-party' || kind === 'ward-committee') return 'wards';
    if (kind === 'school') return 'schools';
    if (id === 'phong-tckh') return 'finance';
    if (id === 'phong-qldt') return 'urban';
    return block === 'party' ? 'party' : 'divisions';
  },
  plans: [
    { title: 'Kế hoạch tháng: phường, khối Đảng', groups: ['wards', 'party', 'party-heads'] },
    { title: 'Kế hoạch tháng: khối chính quyền', groups: ['finance', 'urban', 'divisions'] },
    { title: 'Kế hoạch tháng: nhà trường, người đứng đầu, đơn vị', groups: ['schools', 'state-heads'] },
  ],
  filings: [
    { title: 'Nộp phiếu: phường, nhà trường', groups: ['wards', 'schools'] },
    { title: 'Nộp phiếu: khối Đảng, các phòng', groups: ['party', 'divisions'] },
    { title: 'Nộp phiếu: hai phòng lớn', groups: ['finance', 'urban'] },
  ],
  early: {
    title: 'Đánh giá: nhà trường, phường, khối Đảng, Phòng Tài chính - Kế hoạch',
    groups: ['wards', 'schools', 'party', 'finance'],
  },
  lateEvaluation: 'Đánh giá: Phòng Quản lý đô thị, các phòng, người nộp muộn, người không nộp',
  earlyHeads: ['vhtt-phu-trach'],
  findings: findingsInTheMonth(),
  special: { secondFiling: ownFinding, ...districtSpecial },
  pools: { 'phong-tckh': 'finance', 'phong-qldt': 'urban', 'van-phong-hdnd-ubnd': 'office' },
  wording: [],
  march: marchFindings,
  expected: new URL('../expected.json', import.meta.url),
  refusedDownloads: refusedDownloadsOf(parts),
  opening: districtOpening,
  accounts: [
    ['qldt-cv-01', 'Chuyên viên của đơn vị hai bước (20 CBCCVC): tự đánh giá, nộp phiếu tháng'],
    ['qldt-pho-1', 'Phó Trưởng phòng phụ trách: đánh giá, nhận diện 5 người được phân công'],
    ['qldt-truong', 'Trưởng phòng: quyết định xếp loại, kế hoạch đơn vị, trách nhiệm người đứng đầu'],
    ['qldt-cv-03', 'Chuyên viên có biểu hiện từ tháng 3 chưa khắc phục: mục III, báo cáo khắc phục'],
    ['tckh-truong', 'Trưởng phòng của đơn vị 19 CBCCVC: vừa đánh giá vừa quyết định'],
    ['th-gv-02', 'Giáo viên tiểu học: Phó Hiệu trưởng đánh giá, Hiệu trưởng quyết định'],
    ['th-hieu-truong', 'Hiệu trưởng: quyết định xếp loại giáo viên; do Trưởng phòng GD&ĐT đánh giá'],
    ['my-dinh-1-bi-thu', 'Bí thư Đảng ủy phường: đánh giá MTTQ, đoàn thể phường'],
    ['chu-tich-ubnd', 'Chủ tịch UBND quận: trưởng phòng, chủ tịch phường sau lần tổng hợp cuối'],
    ['ubnd-pct-do-thi', 'Phó Chủ tịch UBND quận: được hỏi ý kiến theo lĩnh vực'],
    ['ubkt-chu-nhiem', 'Ủy ban Kiểm tra: đọc phiếu đã nộp, ghi nhận dấu hiệu'],
    ['mttq-chu-tich', 'Chủ tịch MTTQ: ghi nhận dấu hiệu qua giám sát, đánh giá cán bộ MTTQ'],
    ['nv-truong', 'Trưởng phòng Nội vụ: tổng hợp khối chính quyền'],
    ['btg-truong', 'Ủy viên Ban Thường vụ phụ trách ba phường: tình trạng, con số, ghi ý kiến về đơn vị'],
    ['nv-cv', 'Phụ trách nhân sự: đơn vị, nhân sự, nhập danh sách, ai đánh giá ai'],
    ['vpub-cv', 'Quản trị: giao quyền trong hệ thống'],
  ],
};
