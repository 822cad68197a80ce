// What has happened in the district by the morning of 22/4 when somebody opens `npm start`; the rest is left to the visitor.
import type { Act } from './acts.ts';
import type { Opening } from './casebook.ts';

/** Units whose people have laid down their plan, those whom the visitor plays too: by the 22nd everybody has. */
const livelyUnits: ReadonlySet<string> = new Set([
  'phong-qldt',
  'th-binh-minh',
  'my-dinh-1-du',
  'my-dinh-1-ub',
]);
const planners: readonly string[] = [
  'tckh-truong',
  'tckh-cv-01',
  'tckh-cv-02',
  'tckh-cv-03',
  'tckh-cv-04',
  'chu-tich-ubnd',
  'ubnd-pct-do-thi',
  'ubkt-chu-nhiem',
  'nv-truong',
  'tnmt-truong',
  'qlda-cv',
];
const headsOfUnits = [
  ['qldt-truong', 'phong-qldt'],
  ['tckh-truong', 'phong-tckh'],
  ['th-hieu-truong', 'th-binh-minh'],
  ['my-dinh-1-bi-thu', 'my-dinh-1-du'],
] as const;

/** So that every queue of the demo accounts holds something. */
const filed: readonly string[] = [
  ...['qldt-cv-02', 'qldt-cv-04', 'qldt-cv-06', 'qldt-cv-07', 'qldt-cv-08'],
  ...['tckh-cv-01', 'tckh-cv-02', 'tckh-cv-03', 'tckh-cv-04'],
  ...['th-gv-01', 'th-gv-03', 'th-gv-04', 'th-ke-toan'],
  ...['md1-pbt', 'md1-mttq', 'md1-phu-nu', 'md1-dia-chinh', 'md1-ho-tich'],
  // A head's filing is held for the final run, and asks the Phó Chủ tịch of the field.
  'tnmt-truong',
];

const recorded: Act[] = [
  {
    do: 'record',
    who: 'ubkt-chu-nhiem',
    finding: {
      subject: 'qlda-cv',
      key: 'k1',
      source: 'inspection',
      codes: '2.06',
      fact: 'Nhật ký giám sát công trình tuần đầu tháng ghi chậm, thiếu chữ ký nhà thầu.',
      degree: 'rare',
      due: null,
      state: 'suspected',
    },
  },
];

export const districtOpening: Opening = {
  livelyUnits,
  planners,
  headsOfUnits,
  filed,
  recorded,
  evaluated: [
    { do: 'evaluate', who: 'qldt-pho-2' },
    { do: 'evaluate', who: 'th-pho-1' },
    { do: 'evaluate', who: 'my-dinh-1-chu-tich', only: ['md1-ho-tich'] },
  ],
};
