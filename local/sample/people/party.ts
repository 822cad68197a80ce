// People of the party block at district level: Thường trực, Ban Đảng, MTTQ and the socio-political organisations (S3 II.5.1).
import { wardCommittee, wardParty } from '../units.ts';
import { also, post, type PersonRow } from './row.ts';

/** A member of the district's committee to whom wards are assigned, asked where the decider wants it. */
const inChargeOf = (...slugs: string[]) =>
  also('thuong-truc-qu', 'standing-member', 'Ủy viên Ban Thường vụ Quận ủy', {
    fields: slugs.flatMap((slug) => [wardParty(slug), wardCommittee(slug)]),
  });

const leaders: PersonRow[] = [
  {
    id: 'bi-thu',
    sex: 'm',
    category: 'official',
    decidedOutside: true,
    posts: [post('thuong-truc-qu', 'secretary', 'Bí thư Quận ủy')],
  },
  {
    id: 'pbt-thuong-truc',
    sex: 'f',
    category: 'official',
    posts: [
      post('thuong-truc-qu', 'deputy-secretary', 'Phó Bí thư Thường trực Quận ủy'),
      also('hdnd', 'council-chair', 'Chủ tịch HĐND quận'),
    ],
  },
  {
    id: 'chu-tich-ubnd',
    sex: 'm',
    category: 'official',
    posts: [
      post('thuong-truc-qu', 'deputy-secretary', 'Phó Bí thư Quận ủy'),
      also('ubnd', 'chair', 'Chủ tịch UBND quận'),
    ],
  },
];

const boards: PersonRow[] = [
  { id: 'btc-truong', sex: 'm', category: 'official', posts: [post('ban-to-chuc', 'head', 'Trưởng ban')] },
  {
    id: 'btc-pho',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('ban-to-chuc', 'deputy', 'Phó Trưởng ban')],
  },
  { id: 'btc-cv', sex: 'f', category: 'civil-servant', posts: [post('ban-to-chuc', 'staff', 'Chuyên viên')] },
  {
    id: 'btg-truong',
    sex: 'f',
    category: 'official',
    posts: [post('ban-tuyen-giao', 'head', 'Trưởng ban'), inChargeOf('cau-dien', 'me-tri', 'my-dinh-1')],
  },
  {
    id: 'btg-cv',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('ban-tuyen-giao', 'staff', 'Chuyên viên')],
  },
  { id: 'bdv-truong', sex: 'm', category: 'official', posts: [post('ban-dan-van', 'head', 'Trưởng ban')] },
  {
    id: 'ubkt-chu-nhiem',
    sex: 'm',
    category: 'official',
    posts: [post('uy-ban-kiem-tra', 'head', 'Chủ nhiệm'), inChargeOf('dai-mo', 'tay-mo')],
  },
  {
    id: 'ubkt-pho',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('uy-ban-kiem-tra', 'deputy', 'Phó Chủ nhiệm')],
  },
  {
    id: 'vpqu-chanh',
    sex: 'm',
    category: 'official',
    posts: [post('van-phong-qu', 'head', 'Chánh Văn phòng')],
  },
  {
    id: 'vpqu-cv',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('van-phong-qu', 'staff', 'Chuyên viên tổng hợp')],
  },
  {
    id: 'vpqu-lai-xe',
    sex: 'm',
    category: 'contract',
    partyMember: false,
    posts: [post('van-phong-qu', 'staff', 'Lái xe (lao động hợp đồng)')],
  },
  {
    id: 'ttct-giam-doc',
    sex: 'f',
    category: 'official',
    posts: [post('trung-tam-chinh-tri', 'head', 'Giám đốc')],
  },
];

const organisations: PersonRow[] = [
  { id: 'mttq-chu-tich', sex: 'f', category: 'official', posts: [post('mttq', 'head', 'Chủ tịch')] },
  { id: 'mttq-cv', sex: 'm', category: 'civil-servant', posts: [post('mttq', 'staff', 'Chuyên viên')] },
  {
    id: 'ldld-chu-tich',
    sex: 'm',
    category: 'official',
    posts: [post('lien-doan-lao-dong', 'head', 'Chủ tịch')],
  },
  {
    id: 'doan-bi-thu',
    sex: 'f',
    category: 'official',
    posts: [post('quan-doan', 'head', 'Bí thư Quận đoàn')],
  },
  {
    id: 'doan-pho',
    sex: 'm',
    category: 'civil-servant',
    posts: [post('quan-doan', 'deputy', 'Phó Bí thư Quận đoàn')],
  },
  { id: 'hpn-chu-tich', sex: 'f', category: 'official', posts: [post('hoi-phu-nu', 'head', 'Chủ tịch')] },
  { id: 'hnd-chu-tich', sex: 'm', category: 'official', posts: [post('hoi-nong-dan', 'head', 'Chủ tịch')] },
  {
    id: 'ccb-chu-tich',
    sex: 'm',
    category: 'official',
    posts: [post('hoi-cuu-chien-binh', 'head', 'Chủ tịch')],
  },
  {
    id: 'kdn-bi-thu',
    sex: 'm',
    category: 'official',
    posts: [post('dang-uy-khoi-dn', 'head', 'Bí thư Đảng ủy')],
  },
  {
    id: 'kdn-cv',
    sex: 'f',
    category: 'civil-servant',
    posts: [post('dang-uy-khoi-dn', 'staff', 'Chuyên viên')],
  },
];

export const partyPeople: PersonRow[] = [...leaders, ...boards, ...organisations];
