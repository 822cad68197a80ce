// `node scripts/build.mjs [functions] [web]`: builds what changed.
import { bootstrap, fail } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';

await bootstrap();
const names = process.argv.slice(2);
await build(names.length > 0 ? names : undefined).catch((error) => fail(error.message));
