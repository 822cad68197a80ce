// Parameters of the deployment, each with a default, and where one machine stands in for Google.
import { defineSecret, defineString } from 'firebase-functions/params';

/** Nearest region to Viet Nam that offers everything; set explicitly everywhere, because there is none in the country. */
export const region = 'asia-southeast1';
export const timeZone = 'Asia/Ho_Chi_Minh';

/** Service account that Cloud Tasks signs its calls with; empty means the project's default compute account. */
export const taskCaller = defineString('TASK_CALLER', {
  default: '',
  description: 'Service account of Cloud Tasks calls',
});

/** The second place of the nightly seals: a bucket whose retention policy forbids to replace or delete (docs/audit.md). */
export const sealBucket = defineString('SEAL_BUCKET', {
  default: '',
  description: 'Bucket of the nightly seals; empty means {project}-seals',
});
/** Ed25519, PKCS #8 in DER as base64. */
export const sealKey = defineSecret('SEAL_KEY');
/** A key of this machine, made by the launcher; absent in production. */
export const localSealKey = process.env['NAM_RO_SEAL_KEY'] ?? null;

/** Addresses of the local clock and of its Cloud Tasks service; absent in production. */
export const localClock = process.env['NAM_RO_CLOCK'] ?? null;
export const localTasks = process.env['NAM_RO_TASKS'] ?? null;
/** A request to Firestore carries 10 MiB; one to the emulator 4, and the SDK tries a larger one again for minutes. */
export const commitBytes = (process.env['FIRESTORE_EMULATOR_HOST'] === undefined ? 9 : 3.5) * 1024 * 1024;
/** File to which billed operations are appended while measuring; absent in production. */
export const meterFile = process.env['NAM_RO_METER'] ?? null;
