// Binds an editor to a page: redraws on change, and keeps the draft when the page is hidden, left or back online.
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { nowMs } from '../now.ts';
import { deviceDrafts, tabId } from './drafts.ts';
import { Editor, type Source } from './editor.ts';
import { troubleOf } from './firestore.ts';

const ports = { drafts: deviceDrafts, tab: tabId, now: nowMs, troubleOf };

/** The editor of the document that `source` names; a new key opens a new one. */
export function useEditor<Doc extends { rev: number }, D extends object>(
  source: Source<Doc, D>,
): Editor<Doc, D> {
  const [, redraw] = useReducer((n: number, _: void) => n + 1, 0);
  // The key says which document; the functions around it are the same for every render of one page.
  const editor = useMemo(() => new Editor(source, ports, () => redraw()), [source.key]);

  useEffect(() => {
    void editor.open();
    const leave = () => {
      if (document.visibilityState === 'visible') return;
      void editor.keepLocally();
      if (editor.isDirty) void editor.save();
    };
    const online = () => {
      if (editor.isDirty) void editor.save();
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      removeEventListener('online', online);
      void editor.keepLocally();
      if (editor.isDirty && !editor.view.conflict) void editor.save();
      editor.close();
    };
  }, [editor]);
  return editor;
}
