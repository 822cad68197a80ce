// `npm start`: installs, builds, and starts everything on this machine (local/start.ts).
import { bootstrap, fail, goOn } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';

await bootstrap();
await build().catch((error) => fail(error.message));
await goOn('local/start.ts', process.argv.slice(2));
