// `npm run bench`: measures (test/bench/run.ts).
import { bootstrap, fail, goOn } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';

await bootstrap();
await build().catch((error) => fail(error.message));
await goOn('test/bench/run.ts', process.argv.slice(2));
