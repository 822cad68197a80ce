// Figures of equal width for table columns: Be Vietnam Pro carries no tabular figures, so each stands in a box.
export function Digits({ children }: { children: string }) {
  return (
    <span class="digits">
      <span class="hidden-visually">{children}</span>
      {[...children].map((char, i) => (
        <span key={i} aria-hidden="true" class={/\d/.test(char) ? 'digit' : 'mark'}>
          {char}
        </span>
      ))}
    </span>
  );
}
