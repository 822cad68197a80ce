// Undo in place of "are you sure": says what was removed and brings it back.
export function Undo({ text, onUndo }: { text: string; onUndo: () => void }) {
  return (
    <p class="notice todo" role="status">
      {text}{' '}
      <button type="button" class="link" onClick={onUndo}>
        Hoàn tác
      </button>
    </p>
  );
}
