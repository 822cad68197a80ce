// Lint rules and the walls between the rooms (docs/adr/0001-rooms-and-walls.md).
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The rooms of functions/src in the order in which imports may run: each may take only what stands before it. */
const rooms = ['domain', 'schema', 'report', 'handlers', 'store', 'triggers'];
const sdks = [
  'firebase-admin',
  'firebase-admin/*',
  'firebase-functions',
  'firebase-functions/*',
  '@google-cloud/*',
  'pdfmake',
  'pdfmake/*',
];
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the moment as an argument (docs/adr/0003-time.md).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the moment as an argument (docs/adr/0003-time.md).',
  },
];
const wall = (room, index) => ({
  files: [`functions/src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...rooms
            .slice(index + 1)
            .map((r) => ({ group: [`**/${r}/**`], message: `${room}/ does not know ${r}/.` })),
          {
            group: ['**/index.ts', '**/app.ts', '**/params.ts'].slice(0, index < 4 ? 3 : 1),
            message: `${room}/ does not know the wiring.`,
          },
          ...(index < 4
            ? [{ group: sdks, message: `${room}/ is pure: an SDK belongs to store/ or triggers/.` }]
            : []),
          { group: ['**/web/**', '**/local/**', '**/test/**'], message: 'functions/ deploys by itself.' },
        ],
      },
    ],
    'no-restricted-syntax': ['error', ...noClock],
  },
});

export default tseslint.config(
  { ignores: ['**/node_modules/', 'functions/lib/', 'web/dist/', 'out/', '.nam-ro/', 'functions/assets/'] },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      eqeqeq: 'error',
    },
  },
  ...rooms.map(wall),
  { files: ['**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'functions/src/(?!(domain|schema)/)',
              message: 'The web takes only domain/ and schema/.',
            },
            { regex: '^firebase/firestore$', message: 'firestore/lite only (docs/adr/0004-light-web.md).' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...noClock],
    },
  },
);
