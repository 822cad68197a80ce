// Starts the client: configuration, clock of a rehearsal, session, first drawing.
import './styles/main.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { loadConfig } from './config.ts';
import { followClock } from './now.ts';

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  try {
    const config = await loadConfig();
    if (import.meta.env.MODE === 'suite' && config.local) await followClock(config.local.clock);
    render(<App config={config} />, root);
  } catch {
    root.textContent = 'Không tải được cấu hình của hệ thống. Kiểm tra mạng rồi tải lại trang.';
  }
}

void start();
