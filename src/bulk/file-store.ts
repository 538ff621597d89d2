/** Objects as files of a folder; several machines may share it. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ObjectStore } from './store.ts'

export class FileStore implements ObjectStore {
  readonly #folder: string

  /** @param folder it is made when it is needed */
  constructor(folder: string) {
    this.#folder = folder
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, key)
    const unfinished = `${path}.${randomUUID()}.tmp`
    await mkdir(dirname(path), { recursive: true })
    await writeFile(unfinished, bytes, { flush: true })
    await rename(unfinished, path)
  }

  async get(key: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.#folder, key))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async removeAll(prefix: string): Promise<void> {
    await rm(join(this.#folder, prefix), { recursive: true, force: true })
  }
}
