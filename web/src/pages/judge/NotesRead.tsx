// What aggregators and overseers advise (tham mưu); only who decides gets it.
import type { Note } from '../../../../functions/src/schema/note.ts';
import type { Row } from '../../data/firestore.ts';

const authors = { aggregator: 'Cơ quan tổng hợp', overseer: 'Người được giao theo dõi đơn vị' } as const;

export function NotesRead({ notes }: { notes: Row<Note>[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="stack">
      <h3>Ý kiến tham mưu</h3>
      <dl class="words">
        {notes.map(({ id, data }) => (
          <div key={id}>
            <dt>{authors[data.as]}</dt>
            <dd>{data.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
