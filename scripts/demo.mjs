// `npm run demo`: plays the month of the sample organisation (local/demo.ts).
import { bootstrap, fail, goOn } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';

await bootstrap();
await build().catch((error) => fail(error.message));
await goOn('local/demo.ts', process.argv.slice(2));
