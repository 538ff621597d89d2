/** People in Chinese text who are not named there: pronouns, narrators, those who are counted or pointed at; nicknames and accounts. */
import { CLASS, classOf } from '../1-document/characters.ts'
import { surnameTable } from '../1-document/surnames.ts'
import { TAG } from '../1-document/words.ts'
import type { Article } from './article.ts'
import { type Heads, WORD } from './chinese-lexicon.ts'
import { phraseStart } from './chinese-phrases.ts'
import { bare, type Mention } from './mention.ts'

/** 这位 and a word at least, and a description of some length; in UTF-16 units. */
const LEAST_DEMONSTRATIVE = 4
const LONGEST_DEMONSTRATIVE = 24
/** A word for somebody behind 的, in UTF-16 units with it. */
const LONGEST_HEAD = 7
/** What stands before a clause, or before whose view follows: 在这位72岁的专家看来. */
const OPENS = /[\n。!?;,”在]/
/** One of several. */
const ONE_OF = /一[位名家]$/
/** Words between somebody and his verb. */
const ADVERBS = /(?:[也则还都又曾已]{1,2}|私下里?|当场|当即|事后|随后)$/
/** 一名员工的话: what is cited is not who said it. */
const WORDS_OF = /的(?:话|说法|消息|评论|介绍|报道|声明|分析)[也则还]?$/
/** 一名救援人员在电话里说: where and to whom he speaks. */
const WHERE = /(?:[也则还都又]|私下里?|当场|当即|事后|随后)?[在对向就于从通听][^的]{0,22}$/
const PRONOUN = /^(?:他们|她们|他|她|其|对方|后者|前者)/
const NOT_PRONOUN = /^(?:其他|其中|其实|其余|其间|其次|其后|他人|他国|他乡)/

/** An office by its last word. */
const OFFICE = /(?:阵线|战线|联盟|同盟|组织|武装|民兵|抵抗军|解放军|委员会|联合会|协会|工作室|小组|行动组)”$/
/** What only an office does. */
const PUBLISHES = /^(?:官方|方面)?(?:发表|发布|宣布|公告)/
const ANSWERS = /^(?:官方|方面|方)?[则也亦]?(?:回应|表示|回复|承认|否认|透露|声称)/
/** When it acts, in UTF-16 units. */
const DAY = /^(?:\d{1,2}月)?\d{1,2}日/
const LONGEST_DAY = 6
/** Whoever is known by a name that he chose. */
const STAGE = /(?:主播|博主|网友|网民|歌手|艺人|网红)$/
/** What may be a surname that opens a clause, and stands alone before a verb. */
const SURNAME = /(?<=[\n,。!?;”])\p{Script=Han}(?=\p{Script=Han})/gu
const FAMILIAR = /(?<=[\n,。!?;”])[老小阿](?![是在要会爱想没不也都有说这那得被把让给])\p{Script=Han}/gu
const SURNAME_ADVERB = /^(?:则|也|却|还|又|并|都|再|亦|另)/
/** What a work does that tells something. */
const SAYS = /^(?:报[道导]|显示|写道|载文)/
const CHINESE_NAME = /^\p{Script=Han}{2,3}$/u
/** 他, 其, 对方: who was told of before. */
export function findPronouns(article: Article): Mention[] {
  const { folded, words } = article
  const pronouns: Mention[] = []
  for (let start = 0; start < folded.length; start++) {
    const code = folded.charCodeAt(start)
    if (code !== 0x4ed6 && code !== 0x5979 && code !== 0x5176 && code !== 0x5bf9 && code !== 0x540e && code !== 0x524d) continue
    if (words.length[start] === 0) continue
    const ahead = folded.slice(start, start + 2)
    const found = PRONOUN.exec(ahead)
    if (!found || NOT_PRONOUN.test(ahead)) continue
    const end = start + found[0].length
    pronouns.push({ ...bare({ start, end }), kind: found[0].endsWith('们') ? 'group' : 'person', role: null, form: 'pronoun' })
  }
  // 该生说,……
  for (const { index: start, 0: word } of folded.matchAll(/该[生男女员童](?=[则也还都又曾]{0,2}[说称表坦供指在向对告否承])/g))
    pronouns.push({ ...bare({ start, end: start + word.length }), kind: 'person', role: null, form: 'pronoun' })
  return pronouns
}

/**
 * 市长柏立言…，柏则回应: papers call somebody by the surname alone, right before a verb of saying, where only one who bears it was named
 * before.
 */
export function findSurnames({ folded, codes }: Article, people: readonly Mention[], cueAt: Uint8Array): Mention[] {
  const bearers = new Map<string, Mention>()
  const shared = new Set<string>()
  let next = 0
  const found: Mention[] = []
  for (const { index: start, 0: surname } of folded.matchAll(SURNAME)) {
    for (; next < people.length && (people[next] as Mention).end <= start; next++) {
      const person = people[next] as Mention
      const name = folded.slice(person.start, person.end)
      const known = bearers.get(name[0] as string)
      if (!CHINESE_NAME.test(name)) continue
      if (known && folded.slice(known.start, known.end) !== name) shared.add(name[0] as string)
      bearers.set(name[0] as string, known ?? person)
    }
    const antecedent = bearers.get(surname)
    const adverb = SURNAME_ADVERB.exec(folded.slice(start + 1, start + 3))?.[0].length ?? 0
    if (!antecedent || shared.has(surname) || cueAt[start + 1 + adverb] !== 1 || surnameTable[codes[start] as number] !== 1) continue
    found.push({ ...bare({ start, end: start + 1 }), kind: 'person', role: null, form: 'pronoun', antecedent })
  }
  return found
}

/** 老特说, 小胖又说: how friends and papers call somebody, where no word is so written, right before a verb of saying. */
export function findFamiliar({ folded, codes, words }: Article, cueAt: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (const { index: start } of folded.matchAll(FAMILIAR)) {
    const adverb = SURNAME_ADVERB.exec(folded.slice(start + 2, start + 4))?.[0].length ?? 0
    const speaks = cueAt[start + 1] !== 1 && (cueAt[start + 2] === 1 || cueAt[start + 2 + adverb] === 1)
    if (!speaks || words.length[start] !== 1 || words.length[start + 1] !== 1 || surnameTable[codes[start + 1] as number] === 1) continue
    found.push({ ...bare({ start, end: start + 2 }), kind: 'person', role: null, form: 'name' })
  }
  return found
}

/** 其妻则说: who belongs to whoever was told of before. */
export function findKin({ folded }: Article): Mention[] {
  return [...folded.matchAll(/其[妻夫父母子女兄弟姐妹](?=[在则也曾又还,、向对说称表告坦透认指回哭,])/g)].map(
    ({ index: start, 0: word }) => ({
      ...bare({ start, end: start + word.length }),
      kind: 'person',
      role: null,
      form: 'description',
    }),
  )
}

/** 我说, 我们认为, at the beginning of a clause: who writes or tells. */
export function findNarrators({ folded }: Article): Mention[] {
  return [...folded.matchAll(/(?<=[\n,。!?;:”])我(?:们)?(?![国省市县区校院社家])/g)].map(({ index: start, 0: word }) => ({
    ...bare({ start, end: start + word.length }),
    kind: word.length === 1 ? 'person' : 'group',
    role: null,
    form: 'description',
  }))
}

/** 这位24岁的老将坦言, 一位不愿透露姓名的家长说: somebody counted or pointed at, by words that nothing else is known of. */
export function findDemonstratives({ folded }: Article, heads: Heads, cueAt: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (const { index: start, 0: opening } of folded.matchAll(/(?:这|那|(?:另外?|其中)?[一两几])[位名]|(?:另外?|其中)?一家/g)) {
    let cue = start + opening.length
    while (cue < folded.length && cueAt[cue] !== 1 && cue - start < LONGEST_DEMONSTRATIVE && !/[,。!?;:“”]/.test(folded[cue] as string))
      cue++
    // 一家回应，另一家……: one of those who were told of.
    if (cue === start + opening.length && cueAt[cue] === 1 && OPENS.test(folded[start - 1] ?? '') && ONE_OF.test(opening)) {
      found.push({
        ...bare({ start, end: cue }),
        kind: opening.endsWith('家') ? 'organization' : 'person',
        role: null,
        form: 'description',
      })
      continue
    }
    if (cueAt[cue] !== 1) {
      // 这名34岁的老将红了眼眶, 一名自称律师的男子打来电话: with whom a clause opens, whatever he does.
      const opens = /^[这一]/.test(opening) && OPENS.test(folded[start - 1] ?? '')
      const from = start + opening.length
      // 一位妈妈抱着四岁的女儿: she is told already.
      const end = opens && !opensWithHead(heads, from, cue) ? headBehind(heads, folded, from, cue) : 0
      const form = opening.startsWith('这') ? 'pronoun' : 'description'
      if (end === 0) continue
      // 一名四年级的男孩 is a boy; 一名自称律师的男子 no lawyer.
      const of = start + folded.slice(start, end).lastIndexOf('的')
      const name = { start: form === 'pronoun' || hasHead(heads, from, of) ? start : of + 1, end }
      found.push({ ...bare({ start, end }), name, kind: 'person', role: null, form })
      continue
    }
    let told = folded.slice(start, cue)
    // 一位自称助理的女士接听后说: up to the last word that tells who it is.
    const of = start + told.lastIndexOf('的')
    for (let at = cue; at > of && of > start; at--)
      if ((heads.length[at] as number) > 1) {
        told = told.slice(0, at - start)
        break
      }
    // 一位家长当场站起来反问: whose head is known is a phrase by itself, and he does something more.
    if (!told.includes('的') && hasHead(heads, start + opening.length, cue)) continue
    const end = start + told.length - ((WORDS_OF.exec(told) ?? WHERE.exec(told) ?? ADVERBS.exec(told))?.[0].length ?? 0)
    // 这位官员 is a phrase by itself.
    if (end - start < LEAST_DEMONSTRATIVE || ((heads.length[end] as number) > 0 && !folded.slice(start, end).includes('的'))) continue
    const form = /^[这那]/.test(opening) ? 'pronoun' : 'description'
    found.push({ ...bare({ start, end }), kind: /[两几]/.test(opening) ? 'group' : 'person', role: null, form })
  }
  return found
}

/** Where the first word that tells who it is ends, behind a description with 的; 0 where there is none. */
function headBehind(heads: Heads, folded: string, from: number, to: number): number {
  const of = from + folded.slice(from, to).indexOf('的')
  if (of < from) return 0
  for (let end = of + 2; end <= Math.min(to, of + LONGEST_HEAD); end++)
    if ((heads.length[end] as number) > 1 && ((heads.flags[end] as number) & (WORD.title | WORD.group)) !== 0) return end
  return 0
}

function opensWithHead(heads: Heads, from: number, to: number): boolean {
  for (let end = from + 2; end <= to; end++) if ((heads.length[end] as number) === end - from) return true
  return false
}

function hasHead(heads: Heads, from: number, to: number): boolean {
  for (let end = from + 1; end <= to; end++) if ((heads.length[end] as number) > 1) return true
  return false
}

/** 歌手“阿Pia”表示, 网友“山里人”说: a name in marks behind what its bearer is; an office whose name stands in marks. */
export function findNicknames(article: Article, heads: Heads, cueAt: Uint8Array): Mention[] {
  const names = new Set<string>()
  const found: Mention[] = []
  const { folded, text } = article
  for (const { index: start, 0: marked } of folded.matchAll(/“[^“”,。!?\n]{1,10}”/g)) {
    const end = start + marked.length
    // “高地阵线”随后发表声明: an office, marks and all.
    // “快食达”发表声明: so does whatever publishes something.
    const publishes = (start === 0 || /[\n。!?]/.test(folded[start - 1] as string)) && PUBLISHES.test(folded.slice(end, end + 4))
    // 平台方面，“快购”回应称: so does whatever answers.
    const answers = start > 0 && /[\n。!?;,]/.test(folded[start - 1] as string) && ANSWERS.test(folded.slice(end, end + 5))
    if (
      publishes ||
      answers ||
      (OFFICE.test(marked) && (isActing(article, cueAt, end) || DAY.test(folded.slice(end, end + LONGEST_DAY))))
    ) {
      found.push({
        ...bare({ start: start + 1, end: end - 1 }),
        outerStart: start,
        outerEnd: end,
        kind: 'organization',
        role: null,
        form: 'name',
      })
      continue
    }
    const called = ((heads.flags[start] as number) & (WORD.title | WORD.group)) !== 0
    if (called && (isActing(article, cueAt, end) || STAGE.test(folded.slice(Math.max(0, start - 2), start)))) names.add(marked)
    if (!names.has(marked)) continue
    const from = called ? phraseStart(article, heads, start) : start
    const name = { start: start + 1, end: end - 1 }
    found.push({
      ...bare(name),
      outerStart: from,
      outerEnd: end,
      kind: 'person',
      role: called ? text.slice(from, start) : null,
      form: 'name',
    })
  }
  return found
}

/** 《海港24》称, “突发事件报告表”显示: a work or a document that says something, by its title. */
export function findWorks({ folded }: Article, cueAt: Uint8Array): Mention[] {
  return [...folded.matchAll(/《[^《》\n]{1,20}》|“[^“”,。!?\n]{0,24}(?:表|书|单|报告|通知|公告|通报|声明)”/g)].flatMap(
    ({ index, 0: title }) => {
      const span = { start: index, end: index + title.length }
      const says = cueAt[span.end] === 1 || SAYS.test(folded.slice(span.end, span.end + 2))
      const marked = title.startsWith('“') ? { start: span.start + 1, end: span.end - 1 } : span
      return says ? [{ ...bare(marked), outerStart: span.start, outerEnd: span.end, kind: 'organization', role: null, form: 'name' }] : []
    },
  )
}

/** 作者“无名”通过邮件, 博主“老山”表示: what somebody does begins at a place, and no object of a verb in marks. */
function isActing({ codes, words, folded }: Article, cueAt: Uint8Array, at: number): boolean {
  const tag = words.tag[at] as number
  if (classOf[codes[at] as number] !== CLASS.han) return false
  const begins = tag === TAG.preposition || tag === TAG.adverb || /[在也则还将已对向就从]/.test(folded[at] ?? '')
  return cueAt[at] === 1 || cueAt[at + 1] === 1 || cueAt[at + 2] === 1 || begins
}

/** 网友@山有木兮评论: an account, up to what its owner does. */
export function findAccounts({ folded }: Article, cueAt: Uint8Array): Mention[] {
  const found: Mention[] = []
  for (const { index: start, 0: run } of folded.matchAll(/@[\p{L}\p{N}_-]{2,16}/gu)) {
    let end = start + 3
    while (end < start + run.length && cueAt[end] !== 1) end++
    // 网友@山有木兮 爆料称
    if (cueAt[end] === 1 || (folded[end] === ' ' && cueAt[end + 1] === 1))
      found.push({ ...bare({ start, end }), kind: 'person', role: null, form: 'name' })
  }
  return found
}
