/** Where batches keep what is too big for Redis: files, or any store that speaks S3. */
import { FileStore } from './file-store.ts'
import { S3Store } from './s3-store.ts'

/** Objects by key; a key is a path with `/`. */
export interface ObjectStore {
  /** Writes an object, or replaces it: nobody ever reads half of one. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Reads an object; null where there is none. */
  get(key: string): Promise<Buffer | null>
  /** Removes every object whose key begins with a prefix that ends with `/`. */
  removeAll(prefix: string): Promise<void>
}

/**
 * Opens a store.
 *
 * @param address a folder, or `s3://bucket/prefix`; endpoint, region and keys come from the usual `AWS_…` variables
 * @returns the store
 */
export function openStore(address: string): ObjectStore {
  if (!address.startsWith('s3://')) return new FileStore(address)
  const [bucket = '', ...prefix] = address.slice('s3://'.length).split('/').filter(Boolean)
  return new S3Store(bucket, prefix.join('/'))
}
