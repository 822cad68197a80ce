// Year selector: one year back or on.
import { Icon } from './icons.tsx';

export function YearNav({ year, hrefFor }: { year: string; hrefFor: (year: string) => string }) {
  const [before, after] = [String(Number(year) - 1), String(Number(year) + 1)];
  return (
    <nav class="month" aria-label="Năm">
      <a class="icon-button" href={hrefFor(before)} aria-label={`Năm trước, ${before}`}>
        <Icon name="back" />
      </a>
      <span>Năm {year}</span>
      <a class="icon-button" href={hrefFor(after)} aria-label={`Năm sau, ${after}`}>
        <Icon name="next" />
      </a>
    </nav>
  );
}
