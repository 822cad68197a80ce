// `npm run oracle [-- --cases 20000] [--seed N]`: asks firestore.rules and the access table the same things (test/oracle/run.ts).
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('test/oracle/run.ts', process.argv.slice(2));
