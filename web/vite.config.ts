// Builds the client: `--mode suite` for the Emulator Suite, production otherwise; the two differ in src/config.ts alone.
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Where a page may connect: Google's endpoints in production, this machine alone in local mode. */
const connect = (local: boolean) =>
  local
    ? 'http://127.0.0.1:* http://localhost:*'
    : 'https://identitytoolkit.googleapis.com https://securetoken.googleapis.com https://firestore.googleapis.com https://firebasestorage.googleapis.com';

/** The policy stands in the page itself, so that it holds on whatever host serves it. */
const contentSecurityPolicy = (local: boolean): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      injectTo: 'head-prepend',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "font-src 'self'",
          "img-src 'self'",
          `connect-src 'self' ${connect(local)}`,
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; '),
      },
    },
  ],
});

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // No .env files: what differs between modes comes from the host at run time.
  envDir: false,
  plugins: [contentSecurityPolicy(mode === 'suite')],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // Fonts as files: a data URL would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));
