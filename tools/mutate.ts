/**
 * How much of the engine the tests watch: changes one thing at a time in `2-spam` and `5-quotes`, and counts how many of
 * these mutants a test notices. The changes are those of StrykerJS (arithmetic, equality, logic, conditions, blocks,
 * booleans, methods), a sample of them, for every one would take a day.
 *
 * Usage: `npm run mutate [-- MUTANTS SEED]` (120 mutants, about ten minutes); exit code 1 below 80 %.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BinaryExpression, ConditionalExpression, IfStatement, LogicalExpression } from 'acorn'
import { simple } from 'acorn-walk'
import { randomFrom } from './random.ts'
import { readSyntax } from './syntax.ts'

const FOLDERS = ['src/engine/2-spam', 'src/engine/5-quotes']
const LEAST_KILLED = 0.8
/** A test that runs five times as long as usual is caught in a loop. In milliseconds. */
const PATIENCE = 60_000
const root = fileURLToPath(new URL('../', import.meta.url))
const TESTS = ['answers', 'engine/spam', 'engine/quotes', 'fixtures', 'accuracy'].map((name) => `test/${name}.test.ts`)

interface Mutant {
  file: string
  start: number
  end: number
  replacement: string
  line: number
}

const OPERATORS: Record<string, string> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
}
const METHODS: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
}

/** All mutants of a source file. */
function mutantsOf(file: string): Mutant[] {
  const { text, script, tree } = readSyntax(join(root, file))
  const mutants: Mutant[] = []
  const add = ({ start, end }: { start: number; end: number }, replacement: string): void => {
    mutants.push({ file, start, end, replacement, line: text.slice(0, start).split('\n').length })
  }
  const operator = (node: BinaryExpression | LogicalExpression): void => {
    const between = script.slice(node.left.end, node.right.start)
    const start = node.left.end + between.indexOf(node.operator)
    const other = OPERATORS[node.operator]
    if (other) add({ start, end: start + node.operator.length }, other)
  }
  const condition = ({ test }: IfStatement | ConditionalExpression): void => {
    add(test, 'true')
    add(test, 'false')
  }
  simple(tree, {
    BinaryExpression: operator,
    LogicalExpression: operator,
    IfStatement: condition,
    ConditionalExpression: condition,
    UnaryExpression(node) {
      if (node.operator === '!') add({ start: node.start, end: node.argument.start }, '')
    },
    Literal(node) {
      if (typeof node.value === 'boolean') add(node, String(!node.value))
    },
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const other = METHODS[callee.property.name]
      if (other) add(callee.property, other)
    },
    BlockStatement(node) {
      if (node.body.length > 0) add(node, '{}')
    },
  })
  return mutants
}

/** A copy of what the tests need. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-mutants-'))
  for (const name of ['src', 'schemas', 'routes', 'models', 'test', 'tools', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** A mutant may run for ever: none outlives this program. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const run of running) run.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Runs one test file; whether it passes. */
function passes(folder: string, test: string): Promise<boolean> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, [test], { cwd: folder, stdio: 'ignore', timeout: PATIENCE, killSignal: 'SIGKILL' })
    running.add(run)
    run.on('exit', (code) => {
      running.delete(run)
      resolve(code === 0)
    })
  })
}

/** Runs the tests until one fails; the first one is the stage's own. */
async function survives(folder: string, { file }: Mutant): Promise<boolean> {
  const first = file.includes('quotes') ? 'quotes' : 'spam'
  const ordered = [...TESTS].sort((a, b) => Number(b.includes(first)) - Number(a.includes(first)))
  for (const test of ordered) if (!(await passes(folder, test))) return false
  return true
}

const wanted = Number(process.argv[2] ?? 120)
const random = randomFrom(Number(process.argv[3] ?? 1))
const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
const all = files.flatMap(mutantsOf)
const sample = random.sample(all, wanted)
console.log(`${sample.length} of ${all.length} mutants of ${files.length} files, ${TESTS.length} test files`)
const survivors: Mutant[] = []
const queue = [...sample]
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    const folder = workshop()
    for (const test of TESTS) if (!(await passes(folder, test))) throw new Error(`${test} fails without any change`)
    for (let mutant = queue.pop(); mutant; mutant = queue.pop()) {
      const path = join(folder, mutant.file)
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end))
      if (await survives(folder, mutant)) {
        survivors.push(mutant)
        const line = text.split('\n')[mutant.line - 1]?.trim() ?? ''
        const changed = text.slice(mutant.start, mutant.end).split('\n')[0] as string
        console.log(`survived: ${mutant.file}:${mutant.line} ${changed} → ${mutant.replacement}   in: ${line}`)
      }
      writeFileSync(path, text)
    }
    rmSync(folder, { recursive: true, force: true })
  }),
)
const killed = sample.length - survivors.length
console.log(
  `${killed} of ${sample.length} mutants killed (${((100 * killed) / sample.length).toFixed(0)} %), at least ${100 * LEAST_KILLED} % wanted`,
)
process.exitCode = killed < sample.length * LEAST_KILLED ? 1 : 0
