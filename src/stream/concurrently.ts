/** Work on the items of a stream, several at a time; no item is read before there is room for it. */

/**
 * Works on each item.
 *
 * @param items the stream
 * @param width how many items are in work at once
 * @param ordered give the results in the order of the items; else as they are ready
 * @param work what to do with an item; it must not reject
 * @returns the results; closing it closes the stream
 */
export async function* concurrently<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  width: number,
  ordered: boolean,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : each(items)
  const running: Promise<{ task: object; result: Result }>[] = []
  const tasks: object[] = []
  let reading: Promise<IteratorResult<Item>> | null = null
  let more = true
  try {
    while (more || running.length > 0) {
      if (more && !reading && running.length < width) reading = iterator.next()
      const next = reading?.then((read) => ({ read }))
      const done = running.length === 0 ? [] : ordered ? [running[0] as (typeof running)[number]] : running
      const event = await Promise.race([...(next ? [next] : []), ...done])
      if ('read' in event) {
        reading = null
        if (event.read.done) more = false
        else {
          const task = {}
          tasks.push(task)
          running.push(work(event.read.value).then((result) => ({ task, result })))
        }
        continue
      }
      const at = tasks.indexOf(event.task)
      tasks.splice(at, 1)
      running.splice(at, 1)
      yield event.result
    }
  } finally {
    await iterator.return?.()
  }
}

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}
