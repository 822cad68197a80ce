// The two big divisions on either side of the 19/20 rule: 19 CBCCVC with the head, and 20 (S3 II.5.2, rows 9 and 10).
import type { Absence } from '../../../functions/src/domain/organisation.ts';
import { ids, post, type PersonRow } from './row.ts';

const maternity: Absence[] = [{ excuse: 'maternity', from: '2026-03-02', to: '2026-08-31' }];
/** Three days, well above half of the month's working days: the month stays rated. */
const shortLeave: Absence[] = [{ excuse: 'leave', from: '2026-04-08', to: '2026-04-10' }];

const staffOf = (
  unit: string,
  prefix: string,
  count: number,
  absent: Record<string, Absence[]>,
): PersonRow[] =>
  ids(prefix, 1, count).map((id, index) => {
    const absences = absent[id];
    const sex = index % 3 === 1 ? 'm' : 'f';
    const row: PersonRow = {
      id,
      sex,
      category: 'civil-servant',
      posts: [post(unit, 'staff', 'Chuyên viên')],
    };
    return absences ? { ...row, sex: 'f', absences } : row;
  });

/** 1 head + 2 deputies + 16 staff = 19; the contract worker isn't counted, so the head evaluates everybody. */
const finance: PersonRow[] = [
  {
    id: 'tckh-truong',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-tckh', 'head', 'Trưởng phòng')],
  },
  {
    id: 'tckh-pho-1',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('phong-tckh', 'deputy', 'Phó Trưởng phòng', { inCharge: ids('tckh-cv', 1, 8) })],
  },
  {
    id: 'tckh-pho-2',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-tckh', 'deputy', 'Phó Trưởng phòng', { inCharge: ids('tckh-cv', 9, 16) })],
  },
  ...staffOf('phong-tckh', 'tckh-cv', 16, { 'tckh-cv-07': maternity, 'tckh-cv-10': shortLeave }),
  {
    id: 'tckh-hd',
    sex: 'f',
    category: 'contract',
    partyMember: false,
    posts: [post('phong-tckh', 'staff', 'Nhân viên văn thư (lao động hợp đồng)')],
  },
];

/** 1 head + 3 deputies + 16 staff = 20; nobody is in charge of the 16th, who falls to the head. */
const urban: PersonRow[] = [
  {
    id: 'qldt-truong',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-qldt', 'head', 'Trưởng phòng')],
  },
  {
    id: 'qldt-pho-1',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-qldt', 'deputy', 'Phó Trưởng phòng', { inCharge: ids('qldt-cv', 1, 5) })],
  },
  {
    id: 'qldt-pho-2',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('phong-qldt', 'deputy', 'Phó Trưởng phòng', { inCharge: ids('qldt-cv', 6, 10) })],
  },
  {
    id: 'qldt-pho-3',
    sex: 'm',
    category: 'civil-servant',
    posts: [
      post('phong-qldt', 'deputy', 'Phó Trưởng phòng', { inCharge: [...ids('qldt-cv', 11, 15), 'qldt-hd'] }),
    ],
  },
  ...staffOf('phong-qldt', 'qldt-cv', 16, {}),
  {
    id: 'qldt-hd',
    sex: 'm',
    category: 'contract',
    partyMember: false,
    posts: [post('phong-qldt', 'staff', 'Nhân viên trật tự đô thị (lao động hợp đồng)')],
  },
];

export const officePeople: PersonRow[] = [...finance, ...urban];
