// `npm run faults [-- --runs 500] [--seed N]`: a month under duplicates, other orders, delays, losses, twins and kills (test/faults/run.ts).
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('test/faults/run.ts', process.argv.slice(2));
