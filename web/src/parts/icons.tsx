// Small line icons; always beside a word, so they say nothing to a screen reader.
const paths = {
  circle: <circle cx="8" cy="8" r="5.5" />,
  clock: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2.2 1.4" />,
  sent: <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />,
  hourglass: <path d="M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3 6 4 6 11M11 2.5c0 3-6 4-6 11" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  warning: <path d="M8 2.2 14.2 13H1.8L8 2.2ZM8 6.5v3M8 11.2v.4" />,
  back: <path d="M10 3 5 8l5 5" />,
  next: <path d="m6 3 5 5-5 5" />,
  device: <path d="M3 3h10v7H3zM1.5 12.8h13" />,
  cloudOff: (
    <path d="M2.5 2.5l11 11M5 6.2a3 3 0 0 0-.5 5.9h6.6M7 4.3a3.6 3.6 0 0 1 4.5 2.9 2.5 2.5 0 0 1 1.7 4" />
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  download: <path d="M8 2.5v8M4.5 7.2 8 10.7l3.5-3.5M3 13.5h10" />,
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}
