// `npm run clock -- now | set … | advance … | run-until …`: the rehearsed time of the running `npm start`.
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('local/clock/commandLine.ts', process.argv.slice(2));
