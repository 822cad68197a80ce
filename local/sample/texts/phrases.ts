// Sentences of reports and evaluations, drawn so that no two people of a unit hand in the same text.

export const conduct = [
  'Chấp hành nghiêm kỷ luật, kỷ cương hành chính và nội quy cơ quan; giữ gìn đoàn kết nội bộ.',
  'Có ý thức tổ chức kỷ luật, đi làm đúng giờ; thái độ đúng mực với công dân và đồng nghiệp.',
  'Lập trường vững vàng, nói đi đôi với làm; không có phản ánh về tác phong, lối sống.',
  'Thực hiện đúng quy định về những điều đảng viên, cán bộ không được làm; tinh thần hợp tác tốt.',
  'Tác phong gọn gàng, làm việc có kế hoạch; sẵn sàng nhận việc khó khi được giao.',
  'Tự giác học tập, cập nhật quy định mới; trung thực trong báo cáo.',
] as const;

export const strengths = [
  'Bám sát kế hoạch, chủ động báo cáo khi có vướng mắc.',
  'Nắm chắc nghiệp vụ, soạn thảo văn bản ít phải sửa.',
  'Phối hợp tốt với các đơn vị liên quan, không để việc dồn cuối tháng.',
  'Có sáng kiến rút ngắn các bước xử lý hồ sơ.',
  'Sâu sát cơ sở, xử lý việc ngay tại chỗ.',
  'Tận tình hướng dẫn công dân, được ghi nhận qua phiếu khảo sát.',
] as const;

export const weaknesses = {
  A: ['Chưa có tồn tại đáng kể trong tháng.', 'Cần mạnh dạn hơn trong đề xuất cách làm mới.'],
  B: [
    'Có 01 việc hoàn thành chậm so với kế hoạch.',
    'Một nhiệm vụ phải xin lùi thời hạn do phụ thuộc đơn vị phối hợp.',
    'Còn một việc để sát hạn rồi chậm vài ngày.',
  ],
  C: [
    'Hai nhiệm vụ theo kế hoạch chưa hoàn thành trong tháng.',
    'Khối lượng chưa đạt kế hoạch, còn hai đầu việc dở dang.',
    'Sắp xếp thời gian chưa hợp lý, để hai việc chuyển sang tháng sau.',
  ],
} as const;

export const causes = [
  'Chưa lường hết khối lượng khi lập kế hoạch.',
  'Chờ ý kiến của đơn vị phối hợp, đôn đốc chưa quyết liệt.',
  'Nhiều việc đột xuất trong tuần thứ ba.',
  'Hồ sơ phải bổ sung, chưa kiểm tra kỹ ngay từ đầu.',
] as const;

/** What has come of a task that isn't done. */
export const unfinished = [
  'Mới xong phần khảo sát, chưa có sản phẩm cuối cùng.',
  'Đã dự thảo, chưa hoàn thiện để trình.',
  'Thực hiện được một nửa khối lượng.',
] as const;

export const why = [
  'Đơn vị phối hợp trả lời chậm, đã đôn đốc hai lần bằng văn bản.',
  'Phải ưu tiên việc đột xuất được giao giữa tháng.',
  'Hồ sơ thiếu thành phần, đã yêu cầu bổ sung và hẹn lại thời hạn.',
  'Cần khảo sát lại hiện trường, chuyển sang đầu tháng sau.',
] as const;

export const delays = ['02 ngày', '03 ngày', '04 ngày', '05 ngày', '01 tuần'] as const;

export const remedies = [
  'Hoàn thành ngay trong tuần đầu tháng 5, báo cáo lãnh đạo kết quả.',
  'Lập lịch theo tuần, báo cáo tiến độ vào chiều thứ sáu.',
  'Chủ động làm việc trực tiếp với đơn vị phối hợp, chốt thời hạn bằng văn bản.',
  'Kiểm tra kỹ thành phần hồ sơ ngay khi tiếp nhận.',
] as const;

export const shares = [
  'Chủ trì phần việc chính, chịu trách nhiệm về số liệu.',
  'Phối hợp theo phân công, hoàn thành phần việc của mình.',
  'Trực tiếp soạn thảo, trình ký và theo dõi kết quả.',
] as const;

export const initiatives = [
  'Chủ động đề xuất mẫu theo dõi chung cho cả tổ.',
  'Tự lập bảng nhắc hạn, chia sẻ cho đồng nghiệp.',
  'Đề xuất gộp hai báo cáo trùng nội dung.',
  'Chủ động giải quyết công việc trong phạm vi được giao.',
] as const;

export const comments = {
  A: [
    'Hoàn thành toàn bộ nhiệm vụ, chất lượng cao, có đóng góp cho việc chung của đơn vị.',
    'Kết quả nổi trội, chủ động và trách nhiệm; số liệu báo cáo chính xác.',
  ],
  B: [
    'Hoàn thành tốt phần lớn nhiệm vụ; cần khắc phục việc còn chậm đã nêu.',
    'Làm việc có trách nhiệm, chất lượng bảo đảm; rút kinh nghiệm về tiến độ.',
    'Kết quả tốt, phối hợp đúng yêu cầu; chú ý kiểm soát thời hạn.',
  ],
  C: [
    'Hoàn thành nhiệm vụ ở mức đạt; hai việc chưa xong phải hoàn thành đầu tháng sau.',
    'Cần chủ động hơn, không để việc dồn sang tháng sau.',
  ],
  D: ['Không nộp kế hoạch, báo cáo trong tháng; chưa thể ghi nhận kết quả thực hiện nhiệm vụ.'],
} as const;

export const consultationNotes = [
  'Thống nhất mức tự đánh giá; công việc thuộc lĩnh vực phụ trách bảo đảm tiến độ.',
  'Kết quả thực chất; cần đẩy nhanh hơn việc trả lời kiến nghị của cơ sở.',
  'Nhất trí; ghi nhận sự chủ động trong phối hợp với các đơn vị.',
] as const;

export const proposals = [
  'Đề xuất Thường trực đánh giá, xếp loại mức Hoàn thành tốt nhiệm vụ, nhận diện mức Tốt.',
  'Tập thể Thường trực thống nhất đề xuất như bản tự đánh giá.',
] as const;

export const unitReports = [
  'Đơn vị hoàn thành các nhiệm vụ trọng tâm của tháng; các việc chậm đã có người chịu trách nhiệm và thời hạn.',
  'Tiến độ chung bám kế hoạch; đã rà soát đánh giá, nhận diện toàn bộ cán bộ trong đơn vị.',
  'Các nhiệm vụ cấp trên giao được thực hiện đúng hạn; nội bộ đoàn kết, kỷ cương được giữ vững.',
] as const;

export const backlogs = [
  'Không còn việc tồn đọng thuộc thẩm quyền.',
  'Còn 01 việc kéo dài do chờ hướng dẫn của thành phố, đã báo cáo cấp trên.',
  'Đã xử lý dứt điểm 02 việc tồn từ quý I.',
] as const;

export const headDuties = [
  'Đã phân công rõ người, rõ việc, rõ thời hạn; trực tiếp kiểm tra các việc có nguy cơ chậm.',
  'Chịu trách nhiệm về các việc chậm của đơn vị; đã yêu cầu giải trình và chốt thời hạn mới.',
  'Thực hiện đánh giá, nhận diện đúng quy trình, không nể nang, hình thức.',
] as const;

export const yearGoals =
  'Giải quyết đúng hạn 98% hồ sơ trở lên; 100% nhiệm vụ cấp trên giao có người chịu trách nhiệm và thời hạn.';
/** What arises in April and goes into the plan of the year; `due` without its year. */
export const yearChange = {
  task: 'Rà soát, sắp xếp lại vị trí việc làm của đơn vị theo đề án mới.',
  due: '09-30',
  why: 'Cấp trên giao thêm nhiệm vụ sắp xếp vị trí việc làm trong quý III.',
} as const;
