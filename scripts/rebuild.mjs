// `npm run rebuild -- --org <id> [--project <id>]`: deletes what is derived and makes it again, and names what was otherwise than before.
import { bootstrap, goOn } from './lib/bootstrap.mjs';

await bootstrap();
await goOn('local/rebuild/commandLine.ts', process.argv.slice(2));
