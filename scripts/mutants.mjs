// `npm run mutants [-- --only match,match] [--like regex] [--sample N] [--record]`: breaks firestore.rules and lists what no case notices (test/oracle/runMutants.ts).
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('test/oracle/runMutants.ts', process.argv.slice(2));
