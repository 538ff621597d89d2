/** Objects of a bucket. */
import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { ObjectStore } from './store.ts'

export class S3Store implements ObjectStore {
  readonly #client: S3Client
  readonly #bucket: string
  readonly #prefix: string

  /**
   * @param bucket the bucket; it must exist
   * @param prefix stands before every key
   */
  constructor(bucket: string, prefix: string) {
    this.#bucket = bucket
    this.#prefix = prefix === '' ? '' : `${prefix}/`
    // Stores other than Amazon’s have one host for all buckets, and know no new checksums.
    this.#client = new S3Client({
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: this.#prefix + key, Body: bytes }))
  }

  async get(key: string): Promise<Buffer | null> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: this.#prefix + key }))
      return Body ? Buffer.from(await Body.transformToByteArray()) : null
    } catch (error) {
      if (error instanceof NoSuchKey) return null
      throw error
    }
  }

  async removeAll(prefix: string): Promise<void> {
    for (;;) {
      // A page holds up to a thousand keys; what is removed is not listed again.
      const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: this.#prefix + prefix }))
      if (Contents.length === 0) return
      await this.#client.send(new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects: Contents.map(({ Key }) => ({ Key })) } }))
    }
  }
}
