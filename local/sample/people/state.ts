// People of HĐND, UBND and the thin divisions and public units of the government block (S3 II.5.2, rows 6, 7 and 9).
import { post, type PersonRow } from './row.ts';

const council: PersonRow[] = [
  {
    id: 'hdnd-pct',
    sex: 'm',
    category: 'official',
    posts: [post('hdnd', 'council-vice-chair', 'Phó Chủ tịch HĐND quận')],
  },
  {
    id: 'hdnd-phap-che',
    sex: 'f',
    category: 'official',
    posts: [post('hdnd', 'council-committee-head', 'Trưởng ban Pháp chế HĐND quận')],
  },
  {
    id: 'hdnd-ktxh',
    sex: 'm',
    category: 'official',
    posts: [post('hdnd', 'council-committee-deputy', 'Phó Trưởng ban Kinh tế - Xã hội HĐND quận')],
  },
];

/** Two vice chairs share the fields; the units named are those whose heads they are asked about (row 7). */
const committee: PersonRow[] = [
  {
    id: 'ubnd-pct-do-thi',
    sex: 'm',
    category: 'official',
    posts: [
      post('ubnd', 'vice-chair', 'Phó Chủ tịch UBND quận', {
        fields: [
          'phong-qldt',
          'phong-tnmt',
          'phong-tckh',
          'thanh-tra',
          'ban-qlda',
          'cau-dien-ub',
          'me-tri-ub',
          'phuong-canh-ub',
        ],
      }),
    ],
  },
  {
    id: 'ubnd-pct-van-xa',
    sex: 'f',
    category: 'official',
    posts: [
      post('ubnd', 'vice-chair', 'Phó Chủ tịch UBND quận', {
        fields: [
          'phong-noi-vu',
          'phong-gddt',
          'van-phong-hdnd-ubnd',
          'phong-tu-phap',
          'tt-vhtt',
          'my-dinh-1-ub',
          'trung-van-ub',
        ],
      }),
    ],
  },
];

const divisions: PersonRow[] = [
  {
    id: 'nv-truong',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-noi-vu', 'head', 'Trưởng phòng')],
  },
  {
    id: 'nv-pho',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('phong-noi-vu', 'deputy', 'Phó Trưởng phòng')],
  },
  { id: 'nv-cv', sex: 'm', category: 'civil-servant', posts: [post('phong-noi-vu', 'staff', 'Chuyên viên')] },
  {
    id: 'gddt-truong',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('phong-gddt', 'head', 'Trưởng phòng')],
  },
  { id: 'gddt-cv', sex: 'm', category: 'civil-servant', posts: [post('phong-gddt', 'staff', 'Chuyên viên')] },
  {
    id: 'vpub-chanh',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('van-phong-hdnd-ubnd', 'head', 'Chánh Văn phòng')],
  },
  {
    id: 'vpub-cv',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('van-phong-hdnd-ubnd', 'staff', 'Chuyên viên tổng hợp')],
  },
  {
    id: 'vpub-tap-vu',
    sex: 'f',
    category: 'contract',
    partyMember: false,
    posts: [post('van-phong-hdnd-ubnd', 'staff', 'Nhân viên phục vụ (lao động hợp đồng)')],
  },
  {
    id: 'tp-truong',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('phong-tu-phap', 'head', 'Trưởng phòng')],
  },
  {
    id: 'tp-cv',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-tu-phap', 'staff', 'Chuyên viên')],
  },
  {
    id: 'tnmt-truong',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('phong-tnmt', 'head', 'Trưởng phòng')],
  },
  { id: 'tnmt-cv', sex: 'f', category: 'civil-servant', posts: [post('phong-tnmt', 'staff', 'Chuyên viên')] },
  {
    id: 'ttr-chanh',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('thanh-tra', 'head', 'Chánh Thanh tra')],
  },
];

const publicUnits: PersonRow[] = [
  {
    id: 'qlda-giam-doc',
    sex: 'm',
    category: 'public-employee',
    posts: [post('ban-qlda', 'head', 'Giám đốc')],
  },
  {
    id: 'qlda-cv',
    sex: 'm',
    category: 'public-employee',
    posts: [post('ban-qlda', 'staff', 'Viên chức kỹ thuật')],
  },
  {
    id: 'vhtt-phu-trach',
    sex: 'f',
    category: 'public-employee',
    posts: [post('tt-vhtt', 'head', 'Phó Giám đốc phụ trách', { acting: true })],
  },
];

export const statePeople: PersonRow[] = [...council, ...committee, ...divisions, ...publicUnits];
