// What the dry run comes to, said before its rows: imported, refused, or nothing to do.
import { Notice } from '../../parts/Page.tsx';
import { showCount } from '../../parts/Pager.tsx';
import { hrefOf } from '../../router.ts';
import { type Import } from './useImport.ts';

export function Verdict({ imported }: { imported: Import }) {
  const { checked, sent, kind } = imported;
  if (checked.at !== 'done') return null;
  const { counts, general } = checked.run;
  const what = kind === 'people' ? 'người' : 'đơn vị';
  if (sent.at === 'applied') {
    return (
      <Notice tone="good" role="status">
        <p>
          Đã nhập xong: thêm {showCount(sent.added)} {what}, thay đổi {showCount(sent.changed)} hồ sơ.
        </p>
        <p class="row">
          <a href={hrefOf({ page: 'organisation', unit: null })}>Xem tổ chức</a>
          <button type="button" class="link" onClick={imported.checkAgain}>
            Kiểm tra lại tệp này
          </button>
        </p>
      </Notice>
    );
  }
  if (counts.refused > 0 || general.length > 0) {
    return (
      <Notice tone="attention">
        <p>
          Chưa nhập được: {showCount(counts.refused)} hồ sơ có chỗ phải sửa. Sửa trong tệp rồi chọn lại; khi
          chưa sửa hết thì không dòng nào được nhập.
        </p>
      </Notice>
    );
  }
  if (counts.added + counts.changed === 0) {
    return (
      <Notice tone="good" role="status">
        <p>Không có gì thay đổi: mọi dòng của tệp đã đúng như hồ sơ.</p>
      </Notice>
    );
  }
  return null;
}
