// What aggregators and overseers say of the person, and of the unit that the person heads (tham mưu); only who decides gets it.
import type { Note } from '../../../../functions/src/schema/note.ts';
import type { Row } from '../../data/firestore.ts';

/** With the name of the unit where it is about one. */
export interface NoteBeside extends Row<Note> {
  unitName: string | null;
}

const capacities: Record<Note['as'], string> = {
  aggregator: 'tham mưu tổng hợp',
  overseer: 'phụ trách đơn vị',
};

function Notes({ title, notes }: { title: string; notes: readonly NoteBeside[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="stack">
      <h3>{title}</h3>
      <dl class="words">
        {notes.map(({ id, data }) => (
          <div key={id}>
            <dt>
              {data.authorName || data.author} ({capacities[data.as]})
            </dt>
            <dd>{data.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function NotesRead({ notes }: { notes: readonly NoteBeside[] }) {
  const units = [...new Set(notes.map(({ unitName }) => unitName).filter((name) => name !== null))];
  return (
    <>
      <Notes title="Ý kiến tham mưu" notes={notes.filter(({ unitName }) => unitName === null)} />
      {units.map((name) => (
        <Notes
          key={name}
          title={`Ý kiến về ${name}`}
          notes={notes.filter(({ unitName }) => unitName === name)}
        />
      ))}
    </>
  );
}
