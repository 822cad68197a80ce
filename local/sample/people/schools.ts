// Three schools, one of each level (S3 II.5.2, rows 8, 12 and 13): two-step whatever their size.
import { ids, post, type PersonRow } from './row.ts';

const teacher = (unit: string, id: string, sex: 'm' | 'f', title: string): PersonRow => ({
  id,
  sex,
  category: 'public-employee',
  posts: [post(unit, 'teacher', title)],
});
const kindergarten = 'mn-sen-hong';
const primary = 'th-binh-minh';
const secondary = 'thcs-huong-duong';

export const schoolPeople: PersonRow[] = [
  {
    id: 'mn-hieu-truong',
    sex: 'f',
    category: 'public-employee',
    posts: [post(kindergarten, 'principal', 'Hiệu trưởng')],
  },
  {
    id: 'mn-pho',
    sex: 'f',
    category: 'public-employee',
    posts: [post(kindergarten, 'vice-principal', 'Phó Hiệu trưởng', { inCharge: ['mn-gv-01'] })],
  },
  teacher(kindergarten, 'mn-gv-01', 'f', 'Giáo viên lớp mẫu giáo lớn'),

  {
    id: 'th-hieu-truong',
    sex: 'f',
    category: 'public-employee',
    posts: [post(primary, 'principal', 'Hiệu trưởng')],
  },
  {
    id: 'th-pho-1',
    sex: 'f',
    category: 'public-employee',
    posts: [
      post(primary, 'vice-principal', 'Phó Hiệu trưởng phụ trách chuyên môn', {
        inCharge: ids('th-gv', 1, 4),
      }),
    ],
  },
  {
    id: 'th-pho-2',
    sex: 'm',
    category: 'public-employee',
    posts: [
      post(primary, 'vice-principal', 'Phó Hiệu trưởng phụ trách cơ sở vật chất', {
        inCharge: ['th-ke-toan', 'th-bao-ve'],
      }),
    ],
  },
  teacher(primary, 'th-gv-01', 'f', 'Giáo viên khối 1'),
  teacher(primary, 'th-gv-02', 'f', 'Giáo viên khối 3'),
  teacher(primary, 'th-gv-03', 'm', 'Giáo viên Giáo dục thể chất'),
  teacher(primary, 'th-gv-04', 'f', 'Giáo viên khối 5, Tổng phụ trách Đội'),
  { id: 'th-ke-toan', sex: 'f', category: 'public-employee', posts: [post(primary, 'staff', 'Kế toán')] },
  {
    id: 'th-bao-ve',
    sex: 'm',
    category: 'contract',
    partyMember: false,
    posts: [post(primary, 'staff', 'Bảo vệ (lao động hợp đồng)')],
  },

  {
    id: 'cs-hieu-truong',
    sex: 'm',
    category: 'public-employee',
    posts: [post(secondary, 'principal', 'Hiệu trưởng')],
  },
  // Nobody is in charge of this teacher's field, so evaluation falls to the Hiệu trưởng.
  teacher(secondary, 'cs-gv-01', 'm', 'Giáo viên Toán'),
];
