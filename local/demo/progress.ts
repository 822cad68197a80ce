// A bar on the console while the demo works; plain lines where the output is no terminal.
import type { WriteStream } from 'node:tty';

export interface Progress {
  show: (done: number, total: number, label: string) => void;
  end: () => void;
}

const width = 28;

export function progressOn(out: NodeJS.WriteStream | WriteStream): Progress {
  let last = '';
  return {
    show(done, total, label) {
      if (!out.isTTY) {
        if (label !== last) out.write(`${label}\n`);
        last = label;
        return;
      }
      const filled = total === 0 ? 0 : Math.round((width * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      out.write(`\r\x1b[2K${bar} ${done}/${total}  ${label}`.slice(0, (out.columns ?? 100) + 6));
    },
    end() {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}
