// The sign of Năm Rõ: five clears, drawn as three lines of a form.
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="5" fill="var(--accent)" />
      <path
        d="M8 10h16M8 16h16M8 22h10"
        stroke="#fff"
        stroke-width="2.6"
        stroke-linecap="round"
        fill="none"
      />
    </svg>
  );
}
