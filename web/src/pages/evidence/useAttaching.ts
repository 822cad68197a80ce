// Files being attached on this page: what was chosen stays here until it is kept, however often the connection goes.
import { useState } from 'preact/hooks';
import {
  maxEvidenceBytes,
  maxEvidenceFiles,
  typeOfName,
  type EvidenceType,
} from '../../../../functions/src/domain/evidence.ts';
import { attach, drawFileKey } from '../../data/evidence.ts';
import { troubleOf } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export interface Attempt {
  key: string;
  file: File;
  type: EvidenceType;
  at: 'working' | 'failed' | 'refused';
  /** Of the upload, 0 to 1. */
  share: number;
  told: string;
}

const lost = 'Mất kết nối, chưa đính kèm được. Tệp đã chọn vẫn còn ở đây; thử lại khi có mạng.';
const slow = 'Hệ thống đang kiểm tra tệp. Thử lại sau ít phút để xem kết quả.';
const stale = 'Máy chủ không nhận: nội dung này vừa thay đổi. Tải lại trang rồi chọn lại tệp.';

/** What is wrong with a file before anything is sent; null where nothing is. */
export function faultOf(file: Pick<File, 'name' | 'size'>, attached: number): string | null {
  if (typeOfName(file.name) === null)
    return `Tệp ${file.name} không đúng loại. Chọn tệp PDF, JPG, PNG, DOCX hoặc XLSX.`;
  if (file.size === 0) return `Tệp ${file.name} không có nội dung. Chọn tệp khác.`;
  if (file.size > maxEvidenceBytes) return `Tệp ${file.name} lớn hơn 10 MB. Chọn tệp nhỏ hơn.`;
  if (attached >= maxEvidenceFiles) return `Đã có ${maxEvidenceFiles} tệp, không đính kèm thêm được.`;
  return null;
}

export function useAttaching(me: Me, of: string, onKept: () => void) {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const [fault, setFault] = useState('');
  const change = (key: string, to: Partial<Attempt>) =>
    setAttempts((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: string) => setAttempts((all) => all.filter((one) => one.key !== key));

  const carry = async (one: Attempt) => {
    change(one.key, { at: 'working', share: 0, told: '' });
    try {
      const file = await attach(me, of, one, (share) => change(one.key, { share }));
      if (file?.state === 'kept') {
        drop(one.key);
        onKept();
      } else if (file?.state === 'refused') change(one.key, { at: 'refused', told: file.reason ?? '' });
      else change(one.key, { at: 'failed', told: slow });
    } catch (error) {
      change(one.key, { at: 'failed', told: troubleOf(error) === 'refused' ? stale : lost });
    }
  };

  /** `attached`: how many there are already. */
  const choose = (file: File, attached: number) => {
    const type = typeOfName(file.name);
    const wrong = faultOf(file, attached);
    setFault(wrong ?? '');
    if (wrong !== null || type === null) return;
    const one: Attempt = { key: drawFileKey(), file, type, at: 'working', share: 0, told: '' };
    setAttempts((all) => [...all, one]);
    void carry(one);
  };

  return { attempts, fault, choose, again: (one: Attempt) => void carry(one), drop };
}
