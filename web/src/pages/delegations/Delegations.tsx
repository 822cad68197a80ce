// Uỷ quyền: given and received, where each stands, revoked at once, and a new one with person, acts, days and reason.
import { useState } from 'preact/hooks';
import { delegationId } from '../../../../functions/src/schema/paths.ts';
import { troubleOf, updateDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { DelegationForm } from './DelegationForm.tsx';
import { DelegationTable } from './DelegationTable.tsx';
import { readDelegations } from './readDelegations.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';

/** Takes effect with this write: the rules read the delegation with every act of the delegate. */
const revoke = (me: Me, d: Delegation) =>
  updateDocument(
    me.org,
    'delegations',
    delegationId(d.giver, d.delegate),
    { revoked: true, active: false, rev: d.rev + 1 },
    ['savedAt'],
  );

export function Delegations({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readDelegations(me), me.pid);
  const [told, setTold] = useState<{ isGood: boolean; text: string } | null>(null);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { given, received, hasAuthority } = loaded.value;
  const onRevoke = (d: Delegation) =>
    void revoke(me, d).then(
      () => {
        setTold({
          isGood: true,
          text: `Đã thu hồi. ${d.delegateName || d.delegate} không thay mặt được nữa, kể từ lúc này.`,
        });
        reload();
      },
      (error: unknown) =>
        setTold({
          isGood: false,
          text:
            troubleOf(error) === 'refused'
              ? 'Chưa thu hồi được: uỷ quyền vừa thay đổi. Tải lại trang rồi thử lại.'
              : 'Chưa thu hồi được vì mất kết nối. Uỷ quyền vẫn còn hiệu lực; thử lại ngay khi có mạng.',
        }),
    );
  return (
    <>
      <PageHead
        title="Uỷ quyền"
        lead="Người được uỷ quyền đánh giá, quyết định thay trong thời hạn; mọi việc đều ghi rõ ai làm, thay mặt ai"
      >
        <a class="button" href={hrefOf({ page: 'queue', month: null })}>
          Về danh sách chờ tôi
        </a>
      </PageHead>
      <div class="stack" style={{ '--gap': '40px' }}>
        {told && (
          <Notice tone={told.isGood ? 'good' : 'attention'} role={told.isGood ? 'status' : 'alert'}>
            <p>{told.text}</p>
          </Notice>
        )}
        {given.length > 0 && (
          <DelegationTable title="Tôi uỷ quyền cho" kind="given" delegations={given} onRevoke={onRevoke} />
        )}
        {received.length > 0 && (
          <DelegationTable title="Tôi được uỷ quyền" kind="received" delegations={received} onRevoke={null} />
        )}
        {hasAuthority ? (
          <DelegationForm me={me} shown={loaded.value} onDone={reload} />
        ) : (
          <Notice>
            <p>
              Trong tháng này không đánh giá, quyết định ai nên không có gì để uỷ quyền.
              {received.length === 0 && ' Uỷ quyền nhận được sẽ hiện ở đây từ lúc người uỷ quyền gửi.'}
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}
