/** Who acts right behind an utterance, and so has spoken it. */
import { firstEndingAfter } from '../1-document/span.ts'
import type { Article, Block } from '../4-names/article.ts'
import type { Mention } from '../4-names/mention.ts'
import type { Cues } from './chinese-cues.ts'

/** What somebody does behind his words is told in so many UTF-16 units. */
const LONGEST_ACT = 14
/** Whoever does this has not spoken. */
const HEARS = /^(?:接到|收到|听|闻言|接起|看到|看着|望着|没有|没)/
/** When and where somebody spoke, before a comma. */
const LONGEST_SCENE = 24
const SCENE = /^[^,。!?:;“”]{2,22},/
const MOST_SCENES = 2
/** Somebody who was not told of before. */
const ONE = /^\p{Script=Han}{0,4}(?:一[名位个]|[多几][名位]|不少|许多|很多)/u
/** What somebody speaks of, ahead of him. */
const RECALLED = /^(?:提起|提到|说起|说到|谈起|谈到|谈及|回忆起|想起)(?!这里|这儿|此)[^,。!?:;“”]{1,16},/
/** Words that point back at what was said, with their clause. */
const SO =
  /^[^。!?:;“”]{2,40}(?:这样|如此|这么|如是)(?:评[价论]|点评|形容|描述|比喻|解[释读]|分析|总结|回答|回忆|感慨|感叹|告诫|说道?|写道|介绍|表示|概括|调侃|自嘲)[。,]/
/** 林阿婆听到消息，只回了这么一句。 */
const ONE_LINE = /^[^。!?:;“”]{2,40}[回答说丢撂扔甩留]下?了?(?:这么|这样)?一句(?:话)?[。,]/
/** Words that tell whose they are: 这是老卫留给他的最后一句话. */
const OWN = /^这(?:句话|番话|段话)?(?:也|就|正)?是[^。!?:;“”]{2,24}(?:话|口头禅|心愿|愿望|遗言|座右铭|家训|嘱托|嘱咐|叮嘱)[。,]/
/** 男子的回答让民警起了疑心。 */
const ANSWERED = /^[^,。!?:;“”]{1,14}的(?:这番|这句|一番|一句)?(?:回答|答复|话|解释|反问|质问|追问)(?:让|使|令|把|逗|惹|引)/
const LONGEST_SO = 50
/** 站在门口的, 大二: what may stand between an utterance and who has spoken it. */
const DESCRIBES = /^(?:.{2,}的|[^,。!?:;“”看听见对向给让被把]{1,3})?$/
/** What describes somebody before his name is no longer than this, in UTF-16 units. */
export const LONGEST_LEAD = 16

/** Finds actors behind utterances; places are UTF-16 offsets behind the closing mark. */
export class Actors {
  readonly #folded: string
  readonly #mentions: readonly Mention[]
  readonly #cues: Cues

  /**
   * @param article the clean article
   * @param mentions its mentions, sorted
   * @param cues its cues
   */
  constructor({ folded }: Article, mentions: readonly Mention[], cues: Cues) {
    this.#folded = folded
    this.#mentions = mentions
    this.#cues = cues
  }

  /** @returns who acts behind an utterance that opens a paragraph: “…!”马小军蹲下身子 */
  whoFollows(start: number, block: Block): Mention | null {
    let at = start
    for (let scenes = 0; scenes <= MOST_SCENES; scenes++) {
      const who = this.opens(at, block) ?? (scenes > 0 ? this.#somebody(at, block) : null)
      if (who) return who
      // “…。”上周三，站在自家店铺前，老冯越说越气: the scene comes first.
      const scene = SCENE.exec(this.#folded.slice(at, Math.min(block.end, at + LONGEST_SCENE)))
      if (!scene) return null
      at += scene[0].length
    }
    return null
  }

  /** @returns who does no more than speak behind an utterance: “…。”梁某反复念叨着。 */
  onlyActs(start: number, block: Block): Mention | null {
    // “…。”提起往事，苑小荷语气平静。
    const scene = RECALLED.exec(this.#folded.slice(start, Math.min(block.end, start + LONGEST_SCENE)))
    const who = this.opens(start + (scene?.[0].length ?? 0), block)
    if (!who) return null
    for (let at = who.outerEnd; at < Math.min(block.end, who.outerEnd + LONGEST_ACT); at++) {
      if (/[。!?]/.test(this.#folded[at] as string)) return who
      if ((this.#cues.length[at] as number) > 0 || /[,:;]/.test(this.#folded[at] as string)) return null
    }
    return null
  }

  /** @returns who is said to have said so: “…。”教授游国钧在点评时这样评价。 “…。”这是老卫的口头禅。 */
  saysSo(start: number, block: Block): Mention | null {
    const behind = this.#folded.slice(start, Math.min(block.end, start + LONGEST_SO))
    const found = SO.exec(behind) ?? ONE_LINE.exec(behind) ?? OWN.exec(behind) ?? ANSWERED.exec(behind)
    if (!found) return null
    const first = firstEndingAfter(this.#mentions, start)
    // 研究该地区的学者、教授扬科维奇: the last one has a name.
    const own = this.#mentions.slice(first, firstEndingAfter(this.#mentions, start + found[0].length))
    const named = own.findLast(({ kind, form }) => kind === 'person' && form === 'name')
    const who = named ?? own[0]
    if (!who || (!named && who.outerStart - start > LONGEST_LEAD)) return null
    // 这是|老卫|留给他的最后一句话
    return found[0].startsWith('这') && this.#folded[who.outerStart - 1] !== '是' ? null : who
  }

  /** @returns the person with whom a clause opens, unless he only hears */
  opens(start: number, block: Block): Mention | null {
    const who = this.goesOn(start, block)
    return who && !HEARS.test(this.#folded.slice(who.outerEnd, who.outerEnd + 3)) ? who : null
  }

  /** @returns the person with whom a clause opens: “关了容易，”厂长看着照片，“……” has spoken though he only looks */
  goesOn(start: number, block: Block): Mention | null {
    return this.#first(start, block, ({ kind, form }, between) => kind === 'person' && form !== 'description' && DESCRIBES.test(between))
  }

  /** 一位妈妈急得直掉眼泪, 镇上不少居民盼着通车: somebody without a name, behind a scene. */
  #somebody(start: number, block: Block): Mention | null {
    return this.#first(start, block, ({ kind, outerEnd }) => kind !== 'organization' && ONE.test(this.#folded.slice(start, outerEnd)))
  }

  /** @returns whose report goes on: “…?”据一名工人回忆 */
  source(start: number, block: Block): Mention | null {
    return this.#first(start, block, (_, between) => between.startsWith('据'))
  }

  /** The first mention of the clause that begins at a place, of which something holds. */
  #first(start: number, block: Block, holds: (mention: Mention, between: string) => boolean): Mention | null {
    for (let at = firstEndingAfter(this.#mentions, start); at < this.#mentions.length; at++) {
      const next = this.#mentions[at] as Mention
      const between = this.#folded.slice(start, next.outerStart)
      if (next.end > block.end || between.length > LONGEST_LEAD || /[,。“]/.test(between)) return null
      if (holds(next, between)) return next
    }
    return null
  }
}
