import t from 'tap'
import { Trie } from '../../src/engine/1-document/trie.ts'
import { Bigrams } from '../../src/engine/1-document/vocabulary.ts'
import { randomFrom } from '../../tools/random.ts'

const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (character) => character.charCodeAt(0))

t.test('a trie, small or large, matches what a set of words matches', async (t) => {
  const random = randomFrom(7)
  const letters = [...'青河桥镇水山']
  const word = (): string => Array.from({ length: random.int(1, 4) }, () => random.pick(letters)).join('')
  const words = new Set(Array.from({ length: 60 }, word))
  const text = Array.from({ length: 500 }, () => random.pick(letters)).join('')
  for (const units of [240, 5000]) {
    const trie = new Trie(units)
    const ends = new Set([...words].map((entry) => trie.insert(entry)))
    for (let start = 0; start < text.length; start++) {
      const found: string[] = []
      let node = trie.first(text.charCodeAt(start))
      for (let end = start + 1; node !== 0; end++) {
        if (ends.has(node)) found.push(text.slice(start, end))
        if (end >= text.length) break
        node = trie.next(node, text.charCodeAt(end))
      }
      const plain = [1, 2, 3, 4]
        .map((length) => text.slice(start, start + length))
        .filter((part, at) => part.length === at + 1 && words.has(part))
      t.same(found, plain)
    }
  }
})

t.test('shared bigrams: characters in pairs, words as one, nothing for marks', async (t) => {
  const counts = new Bigrams(200)
  const known = codesOf('青河市治理小河，the council repairs bridges')
  counts.add(known, 0, known.length)
  const share = (text: string, own = 0): number => counts.share(codesOf(text), 0, text.length, own)
  t.equal(share('治理小河'), 1)
  t.equal(share('修桥铺路'), 0)
  t.equal(share('Council'), 1, 'case does not matter')
  t.equal(share('of a to'), 0, 'short words say nothing')
  t.equal(share('，。！'), 0)
  t.equal(share('治理小河', 1), 0, 'a range is not compared with itself')
})
