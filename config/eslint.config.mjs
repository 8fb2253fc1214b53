import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { boundaries, circles } from './import-rules.mjs'

const sources = ['src/**/*.{ts,tsx}', 'cloudfunctions/**/*.ts', 'config/**/*.ts']
const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts']

const clock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'time is an argument' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'time is an argument' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'chance is a port' },
]
const contextAt = at => `:function[params.${at}.typeAnnotation.typeAnnotation.typeName.name=/Context$/]`
const isHandler = 'VariableDeclarator[id.typeAnnotation.typeAnnotation.typeName.name="Handler"]'
const takesContext = `:matches(${isHandler}, ${contextAt(0)}, ${contextAt(1)})`
const byStore = ':matches([callee.object.name="store"], [callee.object.property.name="store"])'
const getsByStore = `CallExpression[callee.property.name="get"]${byStore}[arguments.0.value!="orgs"]`
/** Whose a row is, is asked in one place: `own` of the context (cloudfunctions/village/ground/own.ts). */
const anyVillages = [
  {
    selector: 'BinaryExpression[operator=/^[!=]==?$/] > :matches(MemberExpression[property.name="orgId"], Identifier[name="orgId"])',
    message: 'a village’s rows are had by own(table, id), or told apart by isOf',
  },
  {
    selector: `${takesContext} ${getsByStore}`,
    message: 'a handler has a row by own(table, id): by its id alone it may be another village’s',
  },
]
/** Names that only one host has. src/platform may use them, and the component that holds the keyboard's focus in H5; features never. */
const doors = ['wx', 'window', 'document', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'navigator', 'location', 'Buffer']
const focus = ['test', 'it', 'describe'].flatMap(object =>
  ['only', 'skip'].map(property => ({ object, property, message: 'every test runs' })),
)

export default [
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: sources,
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin, village: { rules: { boundaries, circles } } },
    rules: {
      'village/boundaries': 'error',
      'village/circles': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['config/**/*.mjs'],
    rules: { 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  {
    files: ['src/**/*.tsx', 'src/features/**/*.ts', 'src/platform/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/{domain,contract}/**/*.ts', 'cloudfunctions/{api,tick,village}/**/*.ts'],
    ignores: [...tests, '**/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock] },
  },
  {
    files: ['cloudfunctions/village/**/*.ts'],
    ignores: [...tests, 'cloudfunctions/village/ground/own.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...anyVillages] },
  },
  {
    files: ['src/{domain,contract,features,pages}/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-restricted-globals': ['error', ...doors] },
  },
  // What branches more than this has two reasons to change.
  {
    files: ['src/**/*.{ts,tsx}', 'cloudfunctions/**/*.ts'],
    ignores: [...tests, '**/*-for-tests.ts'],
    rules: { complexity: ['error', { max: 25 }] },
  },
  { files: tests, rules: { 'no-restricted-properties': ['error', ...focus] } },
]
