// Turning the pages of a long table: where one is, one back, one on.
import { Icon } from './icons.tsx';

/** 5.000, as Vietnamese counts are written. */
export const showCount = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

export function Pager(props: {
  /** Index of the first row shown. */
  from: number;
  size: number;
  all: number;
  what: string;
  onTurn: (page: number) => void;
}) {
  const { from, size, all, what, onTurn } = props;
  const page = Math.floor(from / size);
  const last = Math.ceil(all / size) - 1;
  return (
    <div class="pager">
      <p class="small soft" role="status">
        {all <= size
          ? `${showCount(all)} ${what}`
          : `${showCount(from + 1)}–${showCount(Math.min(from + size, all))} trong ${showCount(all)} ${what}`}
      </p>
      {last > 0 && (
        <div class="row">
          <button
            type="button"
            class="icon-button"
            aria-label="Trang trước"
            aria-disabled={page === 0}
            onClick={() => page > 0 && onTurn(page - 1)}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Trang sau"
            aria-disabled={page === last}
            onClick={() => page < last && onTurn(page + 1)}
          >
            <Icon name="next" />
          </button>
        </div>
      )}
    </div>
  );
}
