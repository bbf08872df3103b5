import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

// Layout is Prettier's and the walls between the rooms are the compiler's; this is for what neither of them sees.

/** A file that only passes on what others export hides where things are. */
const noBarrels = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import each thing from the file that has it.',
};

const noHtmlInjection = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'What a person typed must never become markup. Render it as text.',
};

/**
 * Closing any handle on the register's file drops the locks that SQLite holds on it, in the whole process. Making a file
 * that is not there yet ('wx') is another thing.
 */
const noOpenRegister = {
  selector:
    "CallExpression[callee.name=/^(open|read|write|append|copy|cp|create|truncate)/]:not(:has(> Literal[value='wx'])) > MemberExpression.arguments[property.name=/^(db|wal|shm)$/]:first-child",
  message: 'Only SQLite opens the register.',
};

/** So that the rule above knows every call by its name. */
const noWholeFileSystem = {
  selector:
    'ImportDeclaration[source.value=/^(node:)?fs(.promises)?$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)',
  message: 'Import the functions of node:fs by name.',
};

const noClockNoChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: take the moment as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The domain has no clock: take the moment as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'] > :matches(Literal[value=/./], TemplateLiteral):first-child",
    message: 'A date out of a text depends on the zone of the PC: use shared/day.ts.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain has no chance: the same facts give the same answer.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'out/', '.cache/']),

  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noBarrels],
      '@typescript-eslint/no-floating-promises': 'error',
      // A new kind of outcome, entry or failure must not compile its way past a switch that has no words for it.
      // A switch that says `default` has thought of it.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A handler may be async for its contract's sake and have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noBarrels, ...noClockNoChance],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}/|zod$|date-fns$|date-fns/|@date-fns/(utc|tz)$|liquidjs$|uqr$)',
              message: 'shared/ stands on zod, date-fns, liquidjs and uqr alone.',
            },
          ],
        },
      ],
    },
  },

  {
    files: ['db/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noBarrels, noOpenRegister, noWholeFileSystem],
    },
  },

  {
    files: ['shared/**', 'db/**', 'electron/**', 'renderer/**'],
    rules: { 'no-console': 'error' },
  },

  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ['error', noBarrels, noHtmlInjection] },
  },

  {
    // Scripts and set-up files are plain JavaScript; what a library or a JSON file gives them has no type worth a cast.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  // These few at the top belong to no room, so the type-aware rules have nothing to go by.
  {
    files: ['*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
