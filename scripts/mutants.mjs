// `npm run mutants [-- --only match] [--sample N] [--record]`: breaks firestore.rules and lists what no case notices (test/oracle/mutants.ts).
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('test/oracle/mutants.ts', process.argv.slice(2));
