/** Source files as syntax trees. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { type Program, parse } from 'acorn'

/**
 * Reads a TypeScript file. Node replaces its types by blanks, so that places in the tree are places in the file.
 *
 * @param path its path
 * @returns its text as it stands, without types, and its tree
 */
export function readSyntax(path: string): { text: string; script: string; tree: Program } {
  const text = readFileSync(path, 'utf8')
  const script = stripTypeScriptTypes(text)
  return { text, script, tree: parse(script, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true }) }
}
