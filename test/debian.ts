/** Programs that only Debian packages provide: used where they are, installed where the tests run as root on Debian. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Finds a program, or installs its package.
 *
 * @param command the program
 * @param packages the packages that bring it
 * @returns its path, or null where it cannot be had; then a loud line says so
 */
export function findProgram(command: string, packages: readonly string[]): string | null {
  const found = which(command)
  if (found) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const apt = (...words: string[]): void => {
      execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...words], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    }
    try {
      apt('update')
      apt('install', '-y', '--no-install-recommends', ...packages)
    } catch {
      // Told below.
    }
  }
  const installed = which(command)
  if (!installed) console.error(`\n*** ${command} is not here (Debian: ${packages.join(' ')}): THE TESTS THAT NEED IT ARE SKIPPED ***\n`)
  return installed
}

function which(command: string): string | null {
  return spawnSync('/bin/sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).stdout.trim() || null
}
