/** `winnow extract`: files, folders or the standard input; articles out. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Extraction, ExtractOptions } from '../../schemas/extraction.ts'
import { decodePage } from '../pages/decode.ts'
import { type Job, writeDown } from '../pool/job.ts'
import { ExtractionPool } from '../pool/pool.ts'
import { concurrently } from '../stream/concurrently.ts'
import { write } from './output.ts'
import { Progress } from './progress.ts'

/** How articles are written. */
export type Format = 'json' | 'text' | 'markdown'

const PAGES = new Set(['.html', '.htm', '.xhtml'])
const TEXTS = new Set(['.txt', '.md', ...PAGES])
const STDIN = '-'

/** A read file, or why it could not be read. */
interface Answer {
  name: string
  found: Extraction | null
  error: string | null
}

/**
 * Extracts the articles of files.
 *
 * @param inputs files and folders; `-` or nothing is the standard input
 * @param format how the articles are written
 * @param options the caller's options
 * @returns how many inputs failed; each is told on the standard error
 */
export async function extractFiles(inputs: readonly string[], format: Format, options: Partial<ExtractOptions>): Promise<number> {
  const names = (inputs.length === 0 ? [STDIN] : inputs).flatMap(filesOf)
  const several = names.length > 1
  const pool = new ExtractionPool({ threads: several ? Math.min(names.length, availableParallelism()) : 0, queue: names.length })
  const progress = new Progress(several ? names.length : null)
  let failed = 0
  for await (const { name, found, error } of concurrently(names, pool.threads + 1, true, (input) => read(input, pool, options))) {
    progress.advance(1)
    if (several) progress.count(error !== null)
    if (error !== null) {
      failed++
      process.stderr.write(`winnow: ${name}: ${error}\n`)
    }
    if (found) await write(format === 'json' ? jsonOf(name, found, several) : textOf(name, found, several, format))
  }
  if (several) progress.end()
  await pool.close()
  return failed
}

/** Text files and pages of a folder, in the order of their names; a file is itself. */
function filesOf(input: string): string[] {
  if (input === STDIN || !statSync(input, { throwIfNoEntry: false })?.isDirectory()) return [input]
  return readdirSync(input, { recursive: true, encoding: 'utf8' })
    .filter((name) => TEXTS.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(input, name))
}

async function read(name: string, pool: ExtractionPool, options: Partial<ExtractOptions>): Promise<Answer> {
  try {
    const bytes = name === STDIN ? await buffer(process.stdin) : readFileSync(name)
    const html = PAGES.has(extname(name).toLowerCase())
    const job: Job = { text: html ? decodePage(bytes, undefined).html : decodeText(bytes), html, options }
    const written = pool.threads === 0 ? writeDown(job) : await pool.run(job)
    return { name, found: written && JSON.parse(written.json), error: written ? null : 'there is nothing in it' }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { name, found: null, error: code === 'ENOENT' ? 'there is no such file' : message }
  }
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Error('this is no text in UTF-8')
  }
}

function jsonOf(name: string, found: Extraction, several: boolean): string {
  return `${JSON.stringify(several ? { file: name, ...found } : found)}\n`
}

function textOf(name: string, found: Extraction, several: boolean, format: Format): string {
  const heading = several ? `==> ${name} <==\n` : ''
  return `${heading}${format === 'text' ? found.text : markdownOf(found)}\n${several ? '\n' : ''}`
}

/** The clean article as Markdown. */
function markdownOf({ headline, paragraphs }: Extraction): string {
  const blocks = paragraphs.map(({ role, text }) => {
    switch (role) {
      case 'subheading':
        return `## ${text.replace(/^#{1,6}\s+/, '')}`
      case 'list_item':
        return `- ${text.replace(/^[-*•·]\s+/, '')}`
      case 'caption':
        return `*${text}*`
      case 'blockquote':
        return `> ${text.replace(/^>\s+/, '')}`
      default:
        return text
    }
  })
  if (headline) blocks.unshift(`# ${headline.text}`)
  return blocks.join('\n\n')
}
