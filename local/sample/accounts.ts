// Accounts of the sample: one password for all, and the few that show the most of the system.
import type { Organisation } from '../../functions/src/domain/organisation.ts';
import { sampleOrganisation } from './organisation.ts';

/** Of a demo on one machine; no account of the sample exists anywhere else. */
export const demoPassword = 'nam-ro-24';

export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  /** What one sees with it, in Vietnamese. */
  role: string;
}

const telling: readonly (readonly [person: string, role: string])[] = [
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
  ['nv-truong', 'Trưởng phòng Nội vụ: tổng hợp khối chính quyền'],
];

export function demoAccounts(organisation: Organisation = sampleOrganisation().organisation): DemoAccount[] {
  const people = new Map(organisation.people.map((person) => [person.id, person]));
  return telling.map(([id, role]) => {
    const person = people.get(id);
    if (!person) throw new Error(`the sample has no ${id}`);
    return { email: person.email, password: demoPassword, name: person.name, role };
  });
}
