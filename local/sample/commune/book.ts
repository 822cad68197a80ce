// The casebook of the commune: xã Ô Diên in April 2026.
import { refusedDownloadsOf, type Casebook, type Opening, type Parts } from '../april/casebook.ts';
import { findingsOf } from '../march.ts';
import { communeExceptions } from './cases.ts';
import { communeFindings, communeMarch, communeRecorded, communeSpecial } from './scenes.ts';

const parts: Parts = {
  oneStep: { person: 'vx-cv-01', colleague: 'vx-cv-03', head: 'vx-truong', unit: 'phong-vhxh' },
  headsDecider: 'chu-tich-ubnd',
  twoSteps: { person: 'kt-cv-01', evaluator: 'kt-pho-1', head: 'kt-truong' },
  decided: 'kt-cv-09',
  leader: { person: 'xdd-truong', decider: 'bi-thu' },
  withFinding: { person: 'vx-cv-05', colleague: 'vx-cv-01' },
  inspected: 'yt-02',
  inspector: 'ubkt-chu-nhiem',
  otherInspector: 'ubkt-pho',
  aggregator: 'xdd-truong',
  offices: { party: 'vpdu-chanh', government: 'vpub-chanh' },
};

const opening: Opening = {
  livelyUnits: new Set(['phong-kt', 'phong-vhxh', 'th-ban-mai', 'ban-xdd']),
  planners: ['chu-tich-ubnd', 'ubnd-pct-kt', 'ubkt-chu-nhiem', 'hcc-giam-doc', 'yt-02'],
  headsOfUnits: [
    ['kt-truong', 'phong-kt'],
    ['vx-truong', 'phong-vhxh'],
    ['th-hieu-truong', 'th-ban-mai'],
    ['xdd-truong', 'ban-xdd'],
  ],
  filed: [
    ...['kt-cv-02', 'kt-cv-04', 'kt-cv-06', 'kt-cv-09', 'kt-cv-10'],
    ...['vx-cv-02', 'vx-cv-03', 'vx-cv-05'],
    ...['th-gv-01', 'th-gv-03', 'th-ke-toan'],
    ...['xdd-cv-01', 'xdd-cv-02'],
    // A head's filing is held for the final run, and asks the Phó Chủ tịch of the field.
    'hcc-giam-doc',
  ],
  recorded: communeRecorded,
  evaluated: [
    { do: 'evaluate', who: 'kt-pho-2' },
    { do: 'evaluate', who: 'th-pho', only: ['th-gv-01'] },
    { do: 'evaluate', who: 'vx-truong', only: ['vx-cv-03'] },
  ],
};

export const communeBook: Casebook = {
  parts,
  exceptions: communeExceptions,
  excellent: new Set(['kt-cv-02', 'kt-cv-12', 'th-gv-01', 'xdd-truong']),
  adequate: new Set(['kt-cv-14', 'vpub-cv-03']),
  silent: new Set(['kt-cv-08']),
  away: new Set(['hcc-cv-03']),
  withoutUnitSheet: new Set(['ccb-chu-tich']),
  unitRatings: {
    'hoi-ccb': {
      ...{ rating: 'C', level: 'good' },
      reason: 'Hoàn thành nhiệm vụ tháng; chưa nộp kế hoạch và báo cáo vì thiếu người làm văn phòng',
      above: 'Người đứng đầu đã trực tiếp làm thay phần việc còn thiếu',
    },
  },
  yearPlan: { who: 'vx-truong', unit: 'phong-vhxh' },
  withoutFigures: ['cb-thon-doai'],
  late: 'vx-cv-04',
  returned: {
    person: 'vx-cv-02',
    by: 'vx-truong',
    note: 'Nêu rõ kết quả nhiệm vụ thứ hai và bổ sung số liệu đối chiếu.',
  },
  silentConsultation: 'mn-hieu-truong',
  collective: 'Tập thể Thường trực Đảng ủy',
  groupOf: ({ unit: id }, { kind, block }) => {
    if (block === 'party') return 'party';
    if (kind === 'school') return 'schools';
    return id === 'phong-kt' ? 'economy' : id === 'phong-vhxh' ? 'culture' : 'offices';
  },
  plans: [
    { title: 'Kế hoạch tháng: khối Đảng', groups: ['party', 'party-heads'] },
    { title: 'Kế hoạch tháng: khối chính quyền', groups: ['economy', 'culture', 'offices'] },
    { title: 'Kế hoạch tháng: nhà trường, người đứng đầu, đơn vị', groups: ['schools', 'state-heads'] },
  ],
  filings: [
    { title: 'Nộp phiếu: nhà trường', groups: ['schools'] },
    { title: 'Nộp phiếu: khối Đảng, văn phòng, trung tâm, trạm y tế', groups: ['party', 'offices'] },
    { title: 'Nộp phiếu: hai phòng chuyên môn', groups: ['economy', 'culture'] },
  ],
  early: {
    title: 'Đánh giá: nhà trường, khối Đảng, Phòng Văn hóa - Xã hội',
    groups: ['schools', 'party', 'culture'],
  },
  lateEvaluation: 'Đánh giá: Phòng Kinh tế, văn phòng, trung tâm, người nộp muộn, người không nộp',
  earlyHeads: [],
  findings: communeFindings,
  special: communeSpecial,
  pools: {
    'phong-kt': 'finance',
    'phong-vhxh': 'division',
    'van-phong-hdnd-ubnd': 'office',
    'tt-pvhcc': 'office',
    'tram-y-te': 'division',
  },
  wording: [
    ['công an phường', 'công an xã'],
    ['Đảng ủy phường', 'chi bộ thôn'],
    ['UBND quận', 'UBND xã'],
    ['Quận ủy', 'Đảng ủy'],
    ['phường', 'thôn'],
    ['quận', 'xã'],
  ],
  march: () => findingsOf(communeMarch),
  expected: new URL('expected.json', import.meta.url),
  refusedDownloads: refusedDownloadsOf(parts),
  opening,
  accounts: [
    ['kt-cv-01', 'Chuyên viên của đơn vị hai bước (20 CBCCVC): tự đánh giá, nộp phiếu tháng'],
    ['kt-pho-1', 'Phó Trưởng phòng phụ trách: đánh giá, nhận diện người được phân công'],
    ['kt-truong', 'Trưởng phòng: quyết định xếp loại, kế hoạch đơn vị, trách nhiệm người đứng đầu'],
    ['kt-cv-03', 'Chuyên viên có biểu hiện từ tháng 3 chưa khắc phục: mục III, báo cáo khắc phục'],
    ['vx-truong', 'Trưởng phòng của đơn vị một bước: vừa đánh giá vừa quyết định'],
    ['th-gv-02', 'Giáo viên tiểu học: Phó Hiệu trưởng đánh giá, Hiệu trưởng quyết định'],
    ['th-hieu-truong', 'Hiệu trưởng: quyết định xếp loại giáo viên; do Chủ tịch UBND xã đánh giá'],
    ['mttq-chu-tich', 'Chủ tịch MTTQ: đánh giá cán bộ MTTQ; ghi nhận dấu hiệu qua giám sát'],
    ['chu-tich-ubnd', 'Chủ tịch UBND xã, Phó Bí thư: trưởng phòng, hiệu trưởng sau lần tổng hợp cuối'],
    ['ubnd-pct-kt', 'Phó Chủ tịch UBND xã: được hỏi ý kiến theo lĩnh vực'],
    ['ubkt-chu-nhiem', 'Ủy ban Kiểm tra: đọc phiếu đã nộp, ghi nhận dấu hiệu'],
    ['xdd-truong', 'Trưởng Ban Xây dựng Đảng: tổng hợp cả hai khối'],
    ['xdd-cv-01', 'Cán bộ tổ chức: đơn vị, nhân sự, kiểm tra trước khi mở tháng'],
    ['vpub-cv-01', 'Quản trị: giao quyền trong hệ thống'],
  ],
};
