// `npm run audit:export -- --out <folder>`: the audit log of the running `npm start`, for `npm run audit:verify`.
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('local/audit/commandLine.ts', process.argv.slice(2));
