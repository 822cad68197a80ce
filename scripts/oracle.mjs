// `npm run oracle [-- --cases 20000] [--seed N]`: asks firestore.rules and the access table the same things (test/oracle/run.ts);
// with `--record [minutes]` it adds to the recorded cases what shows a condition true or false first (test/oracle/runRecord.ts).
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
const [first, ...rest] = process.argv.slice(2);
if (first === '--record') await goOn('test/oracle/runRecord.ts', rest);
await goOn('test/oracle/run.ts', process.argv.slice(2));
