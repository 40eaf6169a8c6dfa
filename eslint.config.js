import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Rules that are one pattern of syntax and the reason why it is not wanted. */
const everywhere = [
  {
    // esquery wants the slash escaped.
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.{1,2}\\u002F(?!.*\\.\\w+$)/]',
    message: 'Name the file with its ending: `./room.ts`. Tools without a resolver of their own read the sources too.',
  },
];
const inSources = [
  ...everywhere,
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Text from the network must never become markup.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.unsafe-/]',
    message: 'Text from the network must never become markup.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.style-map/]',
    message:
      'Its first render is a style attribute, which a content security policy forbids. Set custom properties through CSSOM.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\sstyle=/]",
    message: 'A content security policy forbids style attributes. Set custom properties through CSSOM.',
  },
  {
    selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
    message: 'Decode what is unknown instead of claiming its type.',
  },
  { selector: 'Decorator', message: 'Browsers do not know decorators, and compilers disagree about them.' },
];
const inTests = [
  ...everywhere,
  {
    selector:
      'CallExpression[callee.property.name=/^(skip|only|todo)$/][callee.object.name=/^(it|test|describe|suite)$/]',
    message: 'A test runs, or it is no test.',
  },
];

export default defineConfig(
  globalIgnores(['dist', 'test/bench', '.cache', '.data', 'coverage']),
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      // A number reads in a text as it is meant to.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => this.close()` is how a caller of no result is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A release with nothing to release.
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      // An event without details, a request without arguments.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // A parameter that the signature names once may tie together what the body does with it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      // Where '' and 0 stand for "none", `||` says what is meant and `??` does not.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, number: true } }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ...inSources],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
      'wc/file-name-matches-element': ['error', { transform: 'kebab' }],
      'wc/guard-define-call': 'error',
      'wc/max-elements-per-file': 'error',
      'wc/tag-name-matches-class': 'error',
      // `role="list"` brings back what VoiceOver takes from a list without bullets.
      'lit-a11y/no-redundant-role': 'off',
      // In a dialog it names what is focused first, which is what the rule wants to protect.
      'lit-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'demo/server/**/*.ts'],
    rules: {
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A table of texts, which is a function only to be given its plural rules.
    files: ['src/localization/languages/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.ts', 'demo/*.ts'],
    rules: {
      // The page and the fixture are known: where one is wrong, failing at once is right.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...inTests],
      // Chai asserts by reading: `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Node's runner awaits its tests itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
            // Typed as a promise for the sake of snapshots of the DOM.
            { from: 'package', package: 'chai', name: 'Equal' },
          ],
        },
      ],
    },
  },
  {
    // Checked by the compiler through their JSDoc; it has no words for the rest.
    files: ['**/*.js', '**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
