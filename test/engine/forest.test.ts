import t from 'tap'
import { Forest } from '../../src/engine/1-document/forest.ts'
import { fitForest } from '../../tools/boosting.ts'
import { randomFrom } from '../../tools/random.ts'

/** The slow, plain way to read a tree. */
function walk(tree: readonly number[], features: readonly string[], values: ReadonlyMap<string, number>): number {
  let at = 0
  const read = (): number => {
    const feature = tree[at++] as number
    const value = tree[at++] as number
    if (feature < 0) return value
    const left = read()
    const right = read()
    return (values.get(features[feature] as string) ?? 0) < value ? left : right
  }
  return read()
}

t.test('a forest judges as its trees say, in any order of features', async (t) => {
  const random = randomFrom(4)
  const samples = Array.from({ length: 400 }, () => {
    const features = new Map([
      ['a', random.next()],
      ['b', random.next()],
      ['c', random.int(0, 3)],
    ])
    const label = (features.get('a') as number) > 0.5 !== (features.get('b') as number) > 0.5
    return { features, label, weight: 1 }
  })
  const model = fitForest(samples, { trees: 30, depth: 3, rate: 0.3, least: 4 })
  const forest = new Forest(model)
  const turned = new Forest(model, ['c', 'b', 'a'])
  let right = 0
  for (const { features, label } of samples) {
    const plain = model.bias + model.trees.reduce((sum, tree) => sum + walk(tree, model.features, features), 0)
    const judged = forest.judgeNamed(features)
    t.ok(Math.abs(judged - plain) < 1e-9)
    t.equal(turned.judge(Float64Array.of(features.get('c') as number, features.get('b') as number, features.get('a') as number)), judged)
    if (judged > 0 === label) right++
  }
  t.ok(right > 380, `either or is learned: ${right} of 400`)
})

t.test('of a forest that is a mean, a share says what its own trees say', async (t) => {
  const model = {
    features: ['a'],
    bias: 0.5,
    trees: [
      [0, 1, -1, -3, -1, 2],
      [-1, 4],
      [-1, 8],
      [-1, 8],
    ],
  }
  t.equal(new Forest(model, ['a'], 0.25).judge(Float64Array.of(0.9)), 0.5 - 12)
  t.equal(new Forest(model, ['a'], 0.25).judge(Float64Array.of(1)), 0.5 + 8)
  t.equal(new Forest(model, ['a']).judge(Float64Array.of(1)), 22.5)
})

t.test('trees may have 32 leaves, and no more', async (t) => {
  const comb = (leaves: number): number[] => {
    const tree: number[] = []
    for (let leaf = 1; leaf < leaves; leaf++) tree.push(0, leaf, -1, leaf)
    return [...tree, -1, leaves]
  }
  const forest = new Forest({ features: ['a'], bias: 0, trees: [comb(32)] })
  t.same(
    [0, 1, 30.5, 31, 40].map((value) => forest.judge(Float64Array.of(value))),
    [1, 2, 31, 32, 32],
  )
  t.throws(() => new Forest({ features: ['a'], bias: 0, trees: [comb(33)] }), { name: 'RangeError', message: /more than 32 leaves/ })
})

t.test('of a group one is chosen', async (t) => {
  const random = randomFrom(9)
  const samples = Array.from({ length: 300 }, (_, index) => {
    const best = random.int(0, 2)
    return [0, 1, 2].map((place) => ({
      features: new Map([['strength', place === best ? 0.6 + random.next() * 0.4 : random.next() * 0.5]]),
      label: place === best,
      weight: 1,
      group: index,
    }))
  }).flat()
  const forest = new Forest(fitForest(samples, { trees: 20, depth: 2, rate: 0.3, least: 4 }))
  t.ok(forest.judgeNamed(new Map([['strength', 0.9]])) > forest.judgeNamed(new Map([['strength', 0.3]])) + 2)
})
