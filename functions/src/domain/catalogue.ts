// The catalogue of manifestations, S0's annex word for word (Kế hoạch 08-KH/ĐU, 15/9/2025), as versioned data.
import { fold } from './fold.ts';

/** Issuing document and year of the one version there is: every finding was recorded under it. */
export const catalogueVersion = 'S0-2025';
export const catalogueSource = 'phụ lục Kế hoạch 08-KH/ĐU ngày 15/9/2025';

/** Whom a manifestation can concern: a hint for sorting and wording, never a filter (domain.md section 2). */
export type AppliesTo = 'all' | 'organisation' | 'leader' | 'manager' | 'party-member' | 'receives-citizens';

/** Said beside those that don't concern everybody. */
export const appliesToLabels: Record<AppliesTo, string> = {
  all: '',
  organisation: 'của tổ chức, đơn vị',
  leader: 'của người lãnh đạo',
  manager: 'thường của người giữ chức vụ quản lý',
  'party-member': 'của đảng viên',
  'receives-citizens': 'của người tiếp công dân',
};

export interface Manifestation {
  code: string;
  /** 1–3, or null for what stands in no group (code 69). */
  group: GroupNumber | null;
  text: string;
  appliesTo: AppliesTo;
}

export type GroupNumber = 1 | 2 | 3;

export interface ManifestationGroup {
  number: GroupNumber;
  name: string;
  /** How many manifestations the annex counts. */
  size: number;
}

export const groups: readonly ManifestationGroup[] = [
  { number: 1, name: 'Nhóm các biểu hiện về vi phạm kỷ cương, kỷ luật', size: 12 },
  {
    number: 2,
    name: 'Nhóm các biểu hiện về né tránh, đùn đẩy, thiếu trách nhiệm trong thực thi nhiệm vụ',
    size: 9,
  },
  {
    number: 3,
    name: 'Nhóm biểu hiện trong việc thực hiện cơ chế bảo vệ, khuyến khích những người dám đấu tranh; khuyến khích cán bộ năng động, sáng tạo',
    size: 4,
  },
];

/** The code for what the 25 do not name; whoever uses it cites the article (domain.md section 2). */
export const otherCode = '69';

/** In the order of the annex. 1.08 is mended: the scan has "những nhiễu" for "nhũng nhiễu". */
export const manifestations: readonly Manifestation[] = [
  {
    code: '1.01',
    group: 1,
    appliesTo: 'party-member',
    text: 'Thực hiện không đúng hoặc không thực hiện, thực hiện không đầy đủ các quy định về những điều đảng viên không được làm, các quy định, hướng dẫn về phòng, chống tham nhũng, tiêu cực của Trung ương, Thành phố và của xã.',
  },
  {
    code: '1.02',
    group: 1,
    appliesTo: 'all',
    text: 'Có biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống, những biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ; vi phạm các Quy tắc ứng xử gây ảnh hưởng xấu đến hình ảnh, uy tín của tổ chức, địa phương, đơn vị.',
  },
  {
    code: '1.03',
    group: 1,
    appliesTo: 'all',
    text: 'Không tự giác khắc phục, sửa chữa hoặc khắc phục không hiệu quả những khuyết điểm tồn tại đã được chỉ ra sau kiểm điểm, đánh giá.',
  },
  {
    code: '1.04',
    group: 1,
    appliesTo: 'manager',
    text: 'Không thực hiện hoặc thiếu kiểm tra, giám sát việc phòng chống tham nhũng tiêu cực ở cấp mình và cấp dưới để xảy ra vi phạm.',
  },
  {
    code: '1.05',
    group: 1,
    appliesTo: 'manager',
    text: 'Không kịp thời phát hiện hoặc phát hiện mà chậm xử lý đối với các biểu hiện suy thoái, “tự diễn biến”, “tự chuyển hóa”, các hành vi tham nhũng, tiêu cực; xử lý thiếu nghiêm minh đối với các tổ chức, cá nhân thuộc phạm vi lãnh đạo, quản lý có hành vi vi phạm.',
  },
  {
    code: '1.06',
    group: 1,
    appliesTo: 'all',
    text: 'Thiếu dân chủ hoặc mất dân chủ, dân chủ hình thức, không tôn trọng ý kiến của tập thể; không chấp hành sự phân công của tổ chức, kén chọn chức danh, vị trí công tác;...',
  },
  {
    code: '1.07',
    group: 1,
    appliesTo: 'manager',
    text: 'Thực hiện không nghiêm việc đánh giá cán bộ, công chức, viên chức, người lao động hằng tháng và hằng năm; thiếu khách quan, công khai, minh bạch, dân chủ trong đánh giá, xếp loại, quy hoạch, đào tạo, bồi dưỡng, luân chuyển, điều động cán bộ, công chức trong phạm vi quản lý theo thẩm quyền.',
  },
  {
    code: '1.08',
    group: 1,
    appliesTo: 'all',
    text: 'Không có quy trình công tác hoặc có quy trình công tác nhưng không thực hiện theo quy trình; không kịp thời rà soát, sửa đổi, bổ sung quy trình công tác tại cơ quan, địa phương, đơn vị để xảy ra tình trạng nhũng nhiễu, tiêu cực (cán bộ, công chức, viên chức có hành vi cửa quyền, hách dịch, sách nhiễu, trì hoãn giải quyết công việc; đòi hỏi, vòi vĩnh, gợi ý nhận tiền, quà biếu của cơ quan, tổ chức, cá nhân...)',
  },
  {
    code: '1.09',
    group: 1,
    appliesTo: 'manager',
    text: 'Không thực hiện hoặc chậm trễ trong việc xây dựng, ban hành, rà soát, hoàn thiện các quy định, văn bản quy phạm pháp luật về quản lý, điều hành theo chức năng, nhiệm vụ, quyền hạn; thiếu công khai, minh bạch trong tổ chức thực hiện nhiệm vụ; thực hiện không nghiêm túc các nội dung nghị quyết, kết luận của Đảng, pháp luật của Nhà nước.',
  },
  {
    code: '1.10',
    group: 1,
    appliesTo: 'receives-citizens',
    text: 'Người có trách nhiệm hoặc được phân công mà không thực hiện nghiêm túc việc tiếp dân định kỳ hoặc đột xuất để tiếp nhận thông tin, lắng nghe, đối thoại trực tiếp và xử lý những phản ánh, kiến nghị của Nhân dân, nhất là những biểu hiện suy thoái, “tự diễn biến”, “tự chuyển hóa” trong cán bộ, đảng viên.',
  },
  {
    code: '1.11',
    group: 1,
    appliesTo: 'organisation',
    text: 'Tổ chức đảng thực hiện không đầy đủ chức năng, nhiệm vụ, quyền hạn của mình, không ban hành văn bản lãnh đạo, chỉ đạo hoặc đề ra chủ trương, kế hoạch, biện pháp chỉ đạo, tổ chức thực hiện; không phân công trách nhiệm cụ thể; không đôn đốc, kiểm tra, giám sát việc thực hiện nhiệm vụ thuộc phạm vi lãnh đạo, quản lý.',
  },
  {
    code: '1.12',
    group: 1,
    appliesTo: 'leader',
    text: 'Đảng viên giữ chức vụ lãnh đạo, quản lý không thực hiện đầy đủ nhiệm vụ, quyền hạn của mình; không ban hành quyết định, quy chế, quy định, quy trình; không có chủ trương, biện pháp lãnh đạo, chỉ đạo, tổ chức thực hiện hoặc đôn đốc, kiểm tra, giám sát, kiểm soát việc thực hiện nhiệm vụ thuộc phạm vi lãnh đạo, quản lý.',
  },
  {
    code: '2.01',
    group: 2,
    appliesTo: 'all',
    text: 'Không thực hiện hoặc thực hiện không đúng, không đầy đủ chức trách, nhiệm vụ, quyền hạn được giao; không thực hiện đúng nguyên tắc, chế độ, thủ tục, quy trình, quy phạm, tiêu chuẩn, điều kiện, thẩm quyền hoặc theo quy định của Đảng và pháp luật của Nhà nước về một nhiệm vụ hoặc công việc cụ thể.',
  },
  {
    code: '2.02',
    group: 2,
    appliesTo: 'all',
    text: 'Không ưu tiên giải quyết ngay các việc cấp bách; các vấn đề khó, lớn, phức tạp, nhạy cảm; các công việc nổi cộm, bức xúc, cấp bách, công việc liên quan đến địa bàn, lĩnh vực tiềm ẩn phức tạp...',
  },
  {
    code: '2.03',
    group: 2,
    appliesTo: 'all',
    text: 'Không chủ động tham mưu, đề xuất và tổ chức thực hiện các công việc thuộc thẩm quyền, trách nhiệm được giao phụ trách; tham mưu “lòng vòng”, không nêu rõ quan điểm, chính kiến, tham mưu không rõ người, rõ việc, rõ tiến độ, rõ trách nhiệm đối với công việc được giao; không phối hợp hoặc phối hợp không có hiệu quả với các cơ quan có liên quan trong tổ chức thực hiện nhiệm vụ được giao.',
  },
  {
    code: '2.04',
    group: 2,
    appliesTo: 'all',
    text: 'Tìm cách đẩy việc lên cơ quan cấp trên hoặc chuyển ngang sang cơ quan, đơn vị, cá nhân khác trong khi công việc thuộc thẩm quyền, trách nhiệm giải quyết của mình.',
  },
  {
    code: '2.05',
    group: 2,
    appliesTo: 'all',
    text: 'Không trả lời hoặc trả lời nhưng không nêu rõ quan điểm, chậm trễ trong việc tiếp thu, trả lời các vấn đề thuộc thẩm quyền khi được hỏi hoặc xin ý kiến.',
  },
  {
    code: '2.06',
    group: 2,
    appliesTo: 'all',
    text: 'Không chủ động dự báo tình hình, xa rời thực tiễn, không sâu sát công việc, không nắm chắc tình hình trong cơ quan, tổ chức, địa phương, đơn vị. Tiếp nhận văn bản, nhiệm vụ mà không báo cáo hoặc chậm báo cáo, báo cáo không trung thực, không đúng kết quả thực tế việc thực hiện nhiệm vụ thuộc trách nhiệm cơ quan, địa phương, đơn vị, cá nhân được phân công phụ trách.',
  },
  {
    code: '2.07',
    group: 2,
    appliesTo: 'all',
    text: 'Thờ ơ, vô cảm, có thái độ bàng quan, vô trách nhiệm trước các hành vi sai trái trong cơ quan, đơn vị và xã hội; không giải quyết hoặc giải quyết không kịp thời, không hết trách nhiệm đối với các vấn đề bức xúc của Nhân dân.',
  },
  {
    code: '2.08',
    group: 2,
    appliesTo: 'manager',
    text: 'Người đứng đầu thiếu trách nhiệm trong việc xử lý cán bộ dưới quyền có dấu hiệu vi phạm hoặc chậm trễ, trì trệ, kém hiệu quả trong thực hiện chức trách, nhiệm vụ.',
  },
  {
    code: '2.09',
    group: 2,
    appliesTo: 'all',
    text: 'Không tiếp thu hoặc tiếp thu không đầy đủ, thiếu trách nhiệm trong giải quyết các kiến nghị, bức xúc phản ánh sau giám sát của MTTQ, các tổ chức chính trị-xã hội, của Nhân dân, báo chí và công luận trong đấu tranh ngăn chặn, đẩy lùi suy thoái, “tự diễn biến”, “tự chuyển hóa” trong cán bộ, đảng viên.',
  },
  {
    code: '3.01',
    group: 3,
    appliesTo: 'manager',
    text: 'Không thực hiện cơ chế bảo vệ, khuyến khích người dân tích cực phản ánh, tố giác đấu tranh phòng, chống tham nhũng, tiêu cực và suy thoái, “tự diễn biến”, “tự chuyển hóa”.',
  },
  {
    code: '3.02',
    group: 3,
    appliesTo: 'manager',
    text: 'Không thực hiện hoặc thực hiện hình thức, thiếu hiệu quả chủ trương khuyến khích và bảo vệ cán bộ năng động, sáng tạo vì lợi ích chung.',
  },
  {
    code: '3.03',
    group: 3,
    appliesTo: 'manager',
    text: 'Không bảo đảm, tạo điều kiện, bảo vệ đến cùng với cán bộ, công chức dám nghĩ dám làm, vì lợi ích chung.',
  },
  {
    code: '3.04',
    group: 3,
    appliesTo: 'all',
    text: 'Lợi dụng chủ trương khuyến khích và bảo vệ cán bộ để thực hiện hoặc bao che hành vi vụ lợi, tham nhũng, tiêu cực, vi phạm kỷ luật của Đảng và pháp luật của Nhà nước.',
  },
  {
    code: otherCode,
    group: null,
    appliesTo: 'all',
    text: 'Một số biểu hiện, vi phạm đã được nêu tại Quy định số 69-QĐ/TW ngày 06/7/2022 của Bộ Chính trị về kỷ luật tổ chức đảng, đảng viên vi phạm.',
  },
];

const byCode = new Map(manifestations.map((m, index) => [m.code, { ...m, index }]));

/** Null for what is no code of this version. */
export function manifestationOf(code: string): Manifestation | null {
  return byCode.get(code) ?? null;
}

/** What the organisation is called in 1.01, the one place of the annex that names it. */
export type OrganisationWord = 'xã' | 'phường' | 'quận';

/** By the organisation's name: "Quận Nam Từ Liêm", "Xã Ô Diên"; S0, issued by a commune, is followed where it doesn't tell. */
export function organisationWordOf(name: string): OrganisationWord {
  const lower = name.normalize('NFC').toLocaleLowerCase('vi');
  return lower.startsWith('quận') ? 'quận' : lower.startsWith('phường') ? 'phường' : 'xã';
}

/** The text as this organisation prints it. Throws RangeError on what is no code. */
export function wordingOf(code: string, organisation: OrganisationWord): string {
  const found = byCode.get(code);
  if (found === undefined) throw new RangeError(`not a manifestation: ${code}`);
  return code === '1.01' ? found.text.replace('của xã', `của ${organisation}`) : found.text;
}

/** Order of the annex; unknown codes last, by text. */
export function compareCodes(a: string, b: string): number {
  const [x, y] = [byCode.get(a)?.index ?? Infinity, byCode.get(b)?.index ?? Infinity];
  if (x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Words of code, text and group, each between blanks, so that a search can tell where a word begins and ends. */
const haystacks = manifestations.map((m) => {
  const group = groups.find(({ number }) => number === m.group);
  return {
    m,
    text: ` ${m.code} ${fold(`${m.text} ${group?.name ?? ''}`)
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')} `,
  };
});

/**
 * Manifestations that hold every one of the words in text, group or code, in the order of the annex; the last word may
 * still be being typed. All of them when no word is given.
 */
export function searchCatalogue(words: string): Manifestation[] {
  const wanted = fold(words)
    .trim()
    .split(/\s+/)
    .map((word, index, all) => (index < all.length - 1 ? ` ${word} ` : ` ${word}`));
  return haystacks.filter(({ text }) => wanted.every((word) => text.includes(word))).map(({ m }) => m);
}
