// Who evaluates whom in a district, by Hướng dẫn S3 of 2024 (domain.md section 6).
import { governmentRows } from './districtGovernment.ts';
import { partyRows } from './districtParty.ts';
import type { Profile } from './table.ts';

export const district: Profile = {
  id: 'district@S3-2024',
  name: 'Cấp quận, theo Hướng dẫn của Ban Thường vụ Quận ủy năm 2024',
  rows: [...partyRows, ...governmentRows],
  fallback: {
    row: 0,
    // S3 II.1 brings part-time workers into scope and II.5 names nobody for them, nor for công chức of Đảng ủy phường.
    clause: 'S3 II.1',
    text: 'Bảng thẩm quyền tại S3 II.5 không nêu; mặc định người đứng đầu đơn vị giao việc đánh giá, nhận diện và quyết định xếp loại (suy luận).',
    tier: 'staff',
    cases: [],
    evaluator: { seat: 'head-of-unit' },
    decider: { seat: 'head-of-unit' },
    consulted: null,
    proposers: [],
    counted: false,
  },
  aggregators: { party: 'organisation-board', government: 'home-affairs' },
  offices: { party: 'party-office', government: 'government-office' },
};
