#!/usr/bin/env node
/** The `winnow` command. Exit codes: 0 everything was read, 1 something failed, 2 the command line is wrong. */
import { createHash, randomBytes } from 'node:crypto'
import { Command, InvalidArgumentError, Option } from 'commander'
import { extractFiles, type Format } from './cli/extract.ts'
import { endWithReader } from './cli/output.ts'
import { extractStream } from './cli/stream.ts'
import { VERSION } from './version.ts'

const EXIT_CODES = `
Exit codes: 0 everything was read; 1 something failed, told on the standard error (stream: in its line);
2 the command line is wrong. When the reader of the output goes away (head), winnow ends quietly with 0.`

endWithReader()
const program = new Command('winnow')
  .description('Restores news articles from raw text: headline, paragraphs, quotes with their speakers, and every spam fragment.')
  .version(VERSION)
  .addHelpText('after', EXIT_CODES)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))

program
  .command('extract')
  .description('extract the article of each file; a folder stands for its .txt, .md and .html files; several are read on all cores')
  .argument('[input...]', 'files, folders, or - for the standard input (default)')
  .addOption(new Option('--json', 'one JSON object a line, as POST /extract answers (default)').conflicts(['text', 'markdown']))
  .addOption(new Option('--text', 'the clean article').conflicts(['json', 'markdown']))
  .addOption(new Option('--markdown', 'the clean article as Markdown').conflicts(['json', 'text']))
  .option('--title <headline>', 'the true headline, where you have it')
  .addOption(new Option('--language <language>', 'skip the detection of the language').choices(['auto', 'zh', 'en']).default('auto'))
  .addOption(new Option('--offsets <unit>', 'unit of every offset').choices(['utf-16', 'utf-8', 'code-point']).default('utf-16'))
  .addHelpText('after', '\nExample: winnow extract article.txt --text')
  .action(async (inputs: string[], { text, markdown, json: _json, ...options }) => {
    const format: Format = text ? 'text' : markdown ? 'markdown' : 'json'
    process.exitCode = (await extractFiles(inputs, format, options)) === 0 ? 0 : 1
  })

program
  .command('stream')
  .description('documents on the standard input, {"id", "text", …} a line; answers on the standard output, a line each')
  .addOption(new Option('--order <order>', 'input: as they came; any: as they are ready').choices(['input', 'any']).default('input'))
  .addHelpText('after', '\nExample: winnow stream < documents.ndjson > articles.ndjson')
  .action(async ({ order }) => {
    process.exitCode = (await extractStream(order === 'input')) === 0 ? 0 : 1
  })

program
  .command('serve')
  .description('run the HTTP service; environment variables configure it (README, “Configuration”)')
  .option('--port <port>', 'port, instead of PORT', portOf)
  .option('--host <host>', 'address, instead of HOST')
  .action(async ({ port, host }) => {
    if (port !== undefined) process.env.PORT = port
    if (host !== undefined) process.env.HOST = host
    await import('./server.ts')
  })

program
  .command('bulk')
  .description(
    'extract whole shards: files of documents, one JSON object a line (.ndjson or .jsonl, also .gz and .zst), or folders of them; run it again after a crash, and it goes on where it was',
  )
  .argument('<input...>', 'shards and folders')
  .requiredOption('--out <folder>', 'where the answers go: a shard for each, one line a line')
  .option('--redis <url>', 'share the work with every `winnow worker` of this Redis (and BATCH_STORE)')
  .addHelpText('after', '\nExample: winnow bulk crawl/ --out articles/')
  .action(async (inputs: string[], { out, redis }) => {
    const { extractShards } = await import('./cli/bulk.ts')
    process.exitCode = (await extractShards(inputs, out, redis)) === 0 ? 0 : 1
  })

program
  .command('worker')
  .description('work on the batches of a Redis; run as many as you have machines (environment: REDIS_URL, BATCH_STORE, WORKER_THREADS)')
  .action(async () => {
    const { runWorker } = await import('./cli/worker.ts')
    await runWorker()
  })

program
  .command('key')
  .description('make an API key: the key for the caller, the entry for API_KEYS')
  .argument('<name>', 'whose key it is')
  .action((name: string) => {
    const key = randomBytes(32).toString('base64url')
    console.log(`key:      ${key}\nAPI_KEYS: ${name}=${createHash('sha256').update(key).digest('hex')}`)
  })

program
  .command('evaluate')
  .description('precision, recall and F1 for each area, on gold files (JSONL) or folders of marked articles')
  .argument('<file...>', 'gold files or folders')
  .option('--errors <count>', 'list so many errors', countOf, 0)
  .option('--json', 'figures as JSON', false)
  .option('--url <url>', 'measure a running service instead of this package')
  .action(async (paths: string[], options) => {
    const { evaluate } = await import('./evaluation/evaluate.ts')
    console.log(await evaluate(paths, options))
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`winnow: ${(error as Error).message}\n`)
  process.exitCode = 1
}

function portOf(value: string): string {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw new InvalidArgumentError('It must be 0 to 65535.')
  return value
}

function countOf(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a number.')
  return Number(value)
}
