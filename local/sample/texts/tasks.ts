// Tasks with what came of them, per kind of work; {n} stands for a number that differs from person to person.

export const pools = [
  'leader',
  'party',
  'front',
  'council',
  'division',
  'finance',
  'urban',
  'office',
  'project',
  'teacher',
  'school',
  'ward',
  'support',
] as const;
export type Pool = (typeof pools)[number];

/** Task, then quantity, quality, progress and effect (S3 6.1). */
export type Work = readonly [task: string, result: string];

export const works: Record<Pool, readonly Work[]> = {
  leader: [
    [
      'Chỉ đạo rà soát các nhiệm vụ còn chậm của quý I',
      'Đã rà soát {n} nhiệm vụ, giao lại rõ đơn vị chủ trì và thời hạn; không còn việc quá hạn chưa có hướng xử lý.',
    ],
    [
      'Chủ trì giao ban tháng với các đơn vị được phân công phụ trách',
      'Đã chủ trì 02 cuộc giao ban, ban hành thông báo kết luận trong 03 ngày làm việc.',
    ],
    [
      'Tiếp công dân định kỳ tháng 4',
      'Tiếp {n} lượt công dân, chuyển và đôn đốc xử lý đủ các kiến nghị trong hạn.',
    ],
    [
      'Kiểm tra thực tế tiến độ các công trình trọng điểm trên địa bàn',
      'Đã kiểm tra {n} công trình, kết luận rõ trách nhiệm từng bên, tiến độ bám kế hoạch.',
    ],
    [
      'Chỉ đạo chuẩn bị kỷ niệm ngày 30/4 và 1/5',
      'Hoàn thành các phần việc theo kế hoạch, an toàn, tiết kiệm.',
    ],
    [
      'Chỉ đạo sơ kết công tác quý I và nhiệm vụ quý II',
      'Đã tổ chức hội nghị sơ kết, giao {n} nhiệm vụ trọng tâm quý II có thời hạn cụ thể.',
    ],
    [
      'Cho ý kiến các tờ trình thuộc lĩnh vực phụ trách',
      'Đã cho ý kiến {n} tờ trình, không có văn bản tồn quá 02 ngày làm việc.',
    ],
  ],
  party: [
    [
      'Tham mưu kế hoạch công tác tháng của đơn vị',
      'Đã trình và ban hành đúng hạn, nêu rõ {n} đầu việc, người chủ trì và thời gian hoàn thành.',
    ],
    [
      'Hướng dẫn các tổ chức cơ sở đảng thực hiện đánh giá, nhận diện hằng tháng',
      'Đã hướng dẫn {n} tổ chức cơ sở đảng, giải đáp vướng mắc trong ngày.',
    ],
    ['Thẩm định hồ sơ kết nạp đảng viên', 'Thẩm định {n} hồ sơ, đủ thủ tục, không hồ sơ nào phải làm lại.'],
    [
      'Tổng hợp báo cáo quý I gửi Thường trực',
      'Báo cáo hoàn thành trước hạn 02 ngày, số liệu đối chiếu đủ với các đơn vị.',
    ],
    [
      'Kiểm tra việc thực hiện Chỉ thị 24-CT/TU tại cơ sở',
      'Đã kiểm tra {n} đơn vị, có thông báo kết quả và yêu cầu khắc phục cụ thể.',
    ],
    [
      'Cập nhật dữ liệu đảng viên trên phần mềm',
      'Đã cập nhật {n} lượt thông tin, tỷ lệ chính xác cao, bảo đảm bảo mật.',
    ],
    [
      'Chuẩn bị nội dung sinh hoạt chuyên đề của chi bộ',
      'Đã chuẩn bị tài liệu và tổ chức sinh hoạt đúng kế hoạch, {n} ý kiến thảo luận.',
    ],
    [
      'Theo dõi dư luận xã hội và báo cáo tuần',
      'Thực hiện đủ 04 báo cáo tuần, phản ánh {n} vấn đề để Thường trực chỉ đạo.',
    ],
  ],
  front: [
    [
      'Vận động đoàn viên, hội viên tham gia vệ sinh môi trường cuối tuần',
      'Huy động {n} lượt người tại các tổ dân phố, có hình ảnh và báo cáo.',
    ],
    [
      'Giám sát việc công khai thủ tục hành chính tại phường',
      'Đã giám sát {n} bộ phận một cửa, gửi kiến nghị bằng văn bản.',
    ],
    [
      'Tổ chức tiếp xúc, lắng nghe ý kiến nhân dân',
      'Tổ chức {n} buổi, tổng hợp ý kiến chuyển cơ quan có thẩm quyền trong 03 ngày.',
    ],
    [
      'Chăm lo gia đình chính sách, đoàn viên khó khăn',
      'Đã thăm hỏi, hỗ trợ {n} trường hợp, đúng đối tượng, công khai.',
    ],
    [
      'Xây dựng kế hoạch giám sát, phản biện quý II',
      'Đã ban hành kế hoạch, thống nhất nội dung với các tổ chức thành viên.',
    ],
    [
      'Tuyên truyền Luật và chính sách mới tới hội viên',
      'Tổ chức {n} buổi, tài liệu gọn, dễ hiểu, hội viên tham gia đầy đủ.',
    ],
    [
      'Củng cố tổ chức cơ sở, kiện toàn ban chấp hành',
      'Đã kiện toàn {n} chi hội, hồ sơ nhân sự đủ theo quy định.',
    ],
  ],
  council: [
    [
      'Thẩm tra các nội dung chuẩn bị kỳ họp',
      'Đã thẩm tra {n} tờ trình, báo cáo thẩm tra gửi đại biểu trước hạn.',
    ],
    [
      'Giám sát chuyên đề về giải quyết đơn thư',
      'Đã giám sát {n} đơn vị, có kết luận và kiến nghị rõ thời hạn thực hiện.',
    ],
    [
      'Theo dõi việc thực hiện kiến nghị cử tri',
      'Đôn đốc {n} kiến nghị, cập nhật kết quả trả lời từng kiến nghị.',
    ],
    ['Chuẩn bị chương trình công tác quý II của Ban', 'Đã trình Thường trực HĐND và ban hành đúng hạn.'],
    ['Tham gia phiên giải trình của Thường trực HĐND', 'Chuẩn bị {n} câu hỏi, có tài liệu đối chứng.'],
    ['Khảo sát thực tế phục vụ thẩm tra', 'Đã khảo sát {n} địa điểm, biên bản đầy đủ.'],
  ],
  division: [
    ['Tham mưu văn bản trả lời các sở, ngành', 'Đã tham mưu {n} văn bản, không văn bản nào bị trả lại.'],
    [
      'Giải quyết hồ sơ thủ tục hành chính thuộc lĩnh vực',
      'Giải quyết {n} hồ sơ, đúng quy trình và trong hạn.',
    ],
    ['Xây dựng kế hoạch công tác quý II của phòng', 'Đã trình lãnh đạo UBND quận, được phê duyệt lần đầu.'],
    ['Tổng hợp báo cáo tháng của lĩnh vực', 'Báo cáo đúng hạn, số liệu khớp với {n} phường.'],
    [
      'Kiểm tra, hướng dẫn nghiệp vụ tại các phường',
      'Đã kiểm tra {n} phường, có biên bản, hướng dẫn khắc phục ngay tại chỗ.',
    ],
    ['Trả lời đơn thư, phản ánh kiến nghị', 'Trả lời {n} đơn, đúng thời hạn, nêu rõ căn cứ.'],
    [
      'Rà soát quy trình nội bộ theo hướng rút ngắn thời gian',
      'Đề xuất rút ngắn {n} quy trình, đã được lãnh đạo đồng ý.',
    ],
  ],
  finance: [
    [
      'Thẩm định dự toán các đơn vị trực thuộc',
      'Thẩm định {n} dự toán, nêu rõ nội dung chưa đủ căn cứ, trình đúng hạn.',
    ],
    ['Thẩm tra quyết toán dự án hoàn thành', 'Thẩm tra {n} hồ sơ quyết toán, giảm trừ đúng quy định.'],
    [
      'Kiểm soát hồ sơ giải ngân vốn đầu tư công',
      'Kiểm soát {n} hồ sơ, chuyển Kho bạc trong 02 ngày làm việc.',
    ],
    ['Đăng ký hộ kinh doanh', 'Giải quyết {n} hồ sơ, 100% trước hoặc đúng hạn.'],
    [
      'Tổng hợp thu, chi ngân sách quý I',
      'Số liệu đối chiếu khớp với Kho bạc và Chi cục Thuế, báo cáo trước hạn 01 ngày.',
    ],
    ['Hướng dẫn các trường lập báo cáo tài chính', 'Đã hướng dẫn {n} trường, không trường nào nộp chậm.'],
    ['Thẩm định kế hoạch lựa chọn nhà thầu', 'Thẩm định {n} kế hoạch, đúng trình tự, không có kiến nghị.'],
    ['Rà soát tài sản công của các đơn vị', 'Đã rà soát {n} đơn vị, cập nhật đủ vào cơ sở dữ liệu.'],
    [
      'Tham mưu phương án tiết kiệm chi thường xuyên',
      'Đã trình phương án, nêu rõ khoản cắt giảm của {n} đơn vị.',
    ],
  ],
  urban: [
    ['Thẩm định hồ sơ cấp giấy phép xây dựng', 'Thẩm định {n} hồ sơ, đúng quy hoạch, trả kết quả trong hạn.'],
    [
      'Kiểm tra trật tự xây dựng trên địa bàn được giao',
      'Kiểm tra {n} công trình, lập biên bản và kiến nghị xử lý kịp thời.',
    ],
    [
      'Duy tu hè, đường, thoát nước theo kế hoạch quý II',
      'Đã nghiệm thu {n} điểm duy tu, không phát sinh phản ánh.',
    ],
    [
      'Xử lý phản ánh của nhân dân về trật tự đô thị',
      'Xử lý {n} phản ánh trong 48 giờ, có ảnh trước và sau.',
    ],
    [
      'Cung cấp thông tin quy hoạch cho tổ chức, công dân',
      'Cung cấp {n} lượt thông tin, trả lời bằng văn bản đúng hạn.',
    ],
    [
      'Rà soát cây xanh, chiếu sáng trước mùa mưa bão',
      'Đã rà soát {n} tuyến, lập danh mục cắt tỉa, thay thế.',
    ],
    [
      'Phối hợp giải phóng mặt bằng các dự án giao thông',
      'Phối hợp xác nhận hồ sơ {n} hộ, bảo đảm tiến độ chung.',
    ],
    [
      'Tham mưu phương án tổ chức giao thông khu vực trường học',
      'Đã trình phương án cho {n} cổng trường, được thống nhất thực hiện.',
    ],
    [
      'Quản lý bãi trông giữ xe, lòng đường, vỉa hè',
      'Kiểm tra {n} điểm, thu hồi các điểm hết hạn giấy phép.',
    ],
  ],
  office: [
    [
      'Tiếp nhận, chuyển xử lý văn bản đến',
      'Tiếp nhận {n} văn bản, chuyển trong ngày, không văn bản thất lạc.',
    ],
    ['Chuẩn bị các cuộc họp của lãnh đạo', 'Chuẩn bị {n} cuộc họp, tài liệu gửi trước 01 ngày.'],
    [
      'Theo dõi nhiệm vụ được giao trên hệ thống',
      'Cập nhật {n} nhiệm vụ, nhắc hạn từng đơn vị, báo cáo hằng tuần.',
    ],
    ['Tổng hợp lịch công tác tuần', 'Ban hành đủ 04 lịch tuần trước 16 giờ thứ sáu.'],
    ['Soạn thảo thông báo kết luận', 'Soạn {n} thông báo, ban hành trong 02 ngày làm việc.'],
    ['Tổng hợp số liệu giải quyết thủ tục hành chính', 'Số liệu đủ {n} lĩnh vực, gửi trước ngày 27.'],
  ],
  project: [
    [
      'Đôn đốc nhà thầu thi công theo tiến độ',
      'Khối lượng thực hiện đạt kế hoạch tháng, có {n} biên bản hiện trường.',
    ],
    ['Hoàn thiện hồ sơ nghiệm thu, thanh toán', 'Hoàn thiện {n} bộ hồ sơ, giải ngân đúng kế hoạch.'],
    ['Chuẩn bị hồ sơ mời thầu gói mới', 'Đã trình thẩm định, tiếp thu đủ {n} ý kiến.'],
    [
      'Tổ chức hoạt động văn hóa, thể thao quần chúng',
      'Tổ chức {n} hoạt động, an toàn, đông người tham gia.',
    ],
    ['Phối hợp giải quyết vướng mắc mặt bằng', 'Phối hợp giải quyết {n} vướng mắc với phường và người dân.'],
    ['Kiểm tra an toàn lao động công trường', 'Kiểm tra {n} lượt, yêu cầu khắc phục ngay các điểm chưa đạt.'],
  ],
  teacher: [
    [
      'Giảng dạy theo kế hoạch, đủ chương trình tháng 4',
      'Dạy đủ {n} tiết, đúng tiến độ chương trình, có dự giờ góp ý.',
    ],
    ['Bồi dưỡng, phụ đạo học sinh cuối kỳ', 'Phụ đạo {n} buổi, học sinh tiến bộ rõ qua bài kiểm tra.'],
    ['Chuẩn bị đề và tổ chức kiểm tra giữa kỳ II', 'Hoàn thành đúng hạn, chấm trả bài trong 05 ngày.'],
    ['Phối hợp với cha mẹ học sinh', 'Liên hệ {n} gia đình, không có phản ánh chưa được trả lời.'],
    [
      'Thực hiện chuyên đề đổi mới phương pháp',
      'Dạy 01 tiết chuyên đề, tổ chuyên môn đánh giá tốt, {n} góp ý đã tiếp thu.',
    ],
    ['Tham gia hoạt động trải nghiệm của trường', 'Phụ trách {n} nhóm học sinh, an toàn, đúng kế hoạch.'],
    ['Cập nhật học bạ số, sổ theo dõi chất lượng', 'Cập nhật đủ {n} học sinh, đúng thời hạn.'],
  ],
  school: [
    ['Chỉ đạo kiểm tra giữa kỳ II đúng quy chế', 'Tổ chức an toàn, đúng quy chế {n} khối lớp.'],
    ['Dự giờ, tư vấn chuyên môn', 'Dự {n} giờ, góp ý cụ thể từng giáo viên.'],
    ['Kiểm tra an toàn trường học, bếp ăn bán trú', 'Kiểm tra {n} lượt, có biên bản, không phát sinh sự cố.'],
    ['Xây dựng kế hoạch tuyển sinh đầu cấp', 'Đã trình Phòng Giáo dục và Đào tạo, công khai tại trường.'],
    ['Quản lý thu, chi và công khai tài chính', 'Công khai đúng quy định, đối chiếu {n} khoản.'],
    ['Rà soát cơ sở vật chất chuẩn bị hè', 'Lập danh mục {n} hạng mục sửa chữa, trình đúng hạn.'],
  ],
  ward: [
    [
      'Giải quyết thủ tục hành chính tại bộ phận một cửa',
      'Giải quyết {n} hồ sơ, đúng hạn, người dân hài lòng.',
    ],
    ['Xử lý vi phạm đất đai, trật tự xây dựng phát sinh', 'Phát hiện và xử lý {n} trường hợp ngay từ đầu.'],
    [
      'Rà soát hộ chính sách, chi trả trợ cấp tháng 4',
      'Chi trả đủ {n} đối tượng, đúng thời gian, có ký nhận.',
    ],
    ['Vận động nhân dân chỉnh trang ngõ phố', 'Hoàn thành {n} ngõ, nhân dân đồng thuận đóng góp ngày công.'],
    ['Tuyên truyền phòng cháy, chữa cháy tại khu dân cư', 'Tổ chức {n} buổi tại tổ dân phố, có thực hành.'],
    ['Cập nhật dữ liệu dân cư', 'Cập nhật {n} trường hợp, đối chiếu đủ với công an phường.'],
    [
      'Chuẩn bị nội dung hội nghị Đảng ủy phường',
      'Tài liệu đủ, gửi trước 03 ngày, nghị quyết ban hành trong tuần.',
    ],
    ['Giải quyết đơn thư, hòa giải ở cơ sở', 'Hòa giải thành {n} vụ, trả lời đơn đúng hạn.'],
  ],
  support: [
    ['Trực, bảo vệ tài sản cơ quan theo ca', 'Trực đủ {n} ca, không để mất mát, hư hỏng.'],
    ['Bảo dưỡng, kiểm tra thiết bị được giao', 'Kiểm tra {n} lượt, ghi sổ đầy đủ.'],
    ['Phục vụ các cuộc họp', 'Phục vụ {n} cuộc họp, chuẩn bị trước 30 phút.'],
    ['Vệ sinh, sắp xếp phòng làm việc, kho lưu trữ', 'Hoàn thành theo lịch, sắp xếp {n} giá hồ sơ.'],
    ['Chuyển phát văn bản, thư tín', 'Chuyển {n} lượt, đúng địa chỉ trong ngày.'],
  ],
};

/** Work that comes unplanned (đột xuất, phát sinh). */
export const unplanned: readonly Work[] = [
  [
    'Cung cấp số liệu đột xuất cho đoàn giám sát của thành phố',
    'Đã cung cấp đủ {n} biểu trong ngày theo yêu cầu.',
  ],
  [
    'Xử lý ngập cục bộ sau trận mưa lớn giữa tháng',
    'Có mặt tại hiện trường, phối hợp xử lý {n} điểm trong buổi sáng.',
  ],
  [
    'Rà soát đột xuất an toàn phòng cháy trước dịp nghỉ lễ',
    'Đã rà soát {n} địa điểm, báo cáo ngay trong ngày.',
  ],
  [
    'Trả lời phản ánh của báo chí về lĩnh vực phụ trách',
    'Đã báo cáo và cung cấp thông tin {n} nội dung đúng thời hạn.',
  ],
  ['Hỗ trợ đơn vị bạn chuẩn bị hội nghị', 'Hoàn thành {n} phần việc được phân công.'],
];
