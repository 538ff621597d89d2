/** Whom 他, 她 and 他们 stand for, sentence by sentence: people who were a subject or spoke, the last one first. */
import { firstEndingAfter } from '../1-document/span.ts'
import type { Article } from '../4-names/article.ts'
import { bare, type Mention } from '../4-names/mention.ts'
import { type Clause, changesSubject, clauseSubject, withCount } from './chinese-clauses.ts'
import { CUE, type Cues } from './chinese-cues.ts'

/** Words that tell how somebody is taken up. */
const FEMALE =
  /母亲|妈妈|妻子|女儿|奶奶|外婆|女士|小姐|大妈|大姐|阿姨|阿婆|婆婆|姑娘|女子|女孩|女生|女童|妇人|媳妇|妹妹|姐姐|老太太|女教师|女演员|女星|其[妻母女姐妹]/
const MALE = /父亲|爸爸|丈夫|儿子|爷爷|外公|先生|大爷|大叔|大伯|小伙|男子|男孩|男生|男童|弟弟|哥哥|老汉|女婿|男星|其[夫父子兄弟]/
/** 形容她是……: whoever is judged is somebody else. */
const JUDGES = /(?:形容|评价|称赞|夸奖?|赞扬?|批评|指责|斥责|怒斥|谴责|质疑|感谢|骂|劝|责怪|嘲讽|讽刺|祝贺)$/
const LONGEST_JUDGING = 4
/** 在祝雅琴盘问下: what somebody does to whoever acts. */
const UNDER = /^在[^,。]{1,12}(?:[盘追逼质询]问|劝[说导]|鼓励|陪同|指导|带领|帮助|协助|要求|质疑|催促|安慰|搀扶)之?下,$/
/** Words for one person. */
const SOMEBODY =
  /(?:外婆|外公|奶奶|爷爷|姥姥|姥爷|妈妈|爸爸|妻子|丈夫|儿子|女儿|哥哥|姐姐|弟弟|妹妹|阿婆|阿姨|小伙子?|老人|老汉|男子|女子|女孩|男孩|女生|男生|姑娘|妇人|大爷|大妈|大叔|大姐|老太太|母亲|父亲|师傅)$/
/** 父亲生前常说: who is no more is told of, and no 他 of what follows. */
const GONE = /^(?:生前|在世|在生|临终|去世前|弥留)/
const GONE_LENGTH = 3
/** Whoever somebody has to do with. */
const OTHER = '对方'
/** The same, and nothing else. */
const BARE = /^(?:老人|老人家|老汉|男子|女子|女孩|男孩|姑娘|小伙子?)$/
/** What turns to somebody, ahead of him. */
const TURNS_TO = /^(?:至于|而?说[起到]|再说)$/
const REFUSES = /^(?:一口|当场|断然|当即|直接)?(?:回绝|拒绝|否认|反驳|否决|打断|叫停|婉拒)/
const REFUSES_LENGTH = 4
/** Whom the writer reached, and what may stand between, in UTF-16 units. */
const REACHED =
  /记者[^,。:“”]{0,6}(?:联系(?:到|上)(?:了)?|找到了?|见到了?|采访(?:到|了)|拨通了?|连线|致电|电联)(?:[^,。:“”]{1,12}(?:、|当地))?$/
const LONGEST_REACHED = 28
/** What somebody is asked about, or speaks of. */
const ABOUT = /^(?:被[^,]{0,4}问|谈[及到起]|提[及到起]|问及|说[到起])/
/** 泛民主派方面,: of whom something is told. */
const ASPECT = /^[^,]{2,14}方面,$/
/** When somebody had said something. */
const SAID_SO = /^[^,]{1,8}(?:说|讲)(?:这|那|此|起|到)[^,]{0,6}(?:时|的时候|之际|后),$/
const SHE = /^女|^姑娘/
const HE = /^男|^老汉|^小伙/
/** 这名34岁的老将: who is pointed at. */
const DEMONSTRATIVE = /^[这那][位名]/
/** 他的名字叫季沧海, 报警的是女子廖某: whom a sentence introduces. */
const INTRODUCES = /叫$|的是[^,]{0,16}$/
/** 女方身份曝光，是陶艺家温以柔。 So does a clause that says who somebody is. */
const IDENTIFIES = /^[就正]?是[^,]{0,16}$/
/** The person that a sentence is about is named among its first clauses. */
const TOPIC_CLAUSES = 3
/** Who writes is no topic. */
const WRITER = /^(?:本报|本刊)?(?:记者|笔者|编者)$/
/** A pronoun looks back over so many people. */
const MOST_PEOPLE = 12
/** Between a subject and the object of its verb stand at most so many UTF-16 units. */
const LONGEST_VERB = 16

/** The people of an article, as reading goes on. */
export class Referents {
  readonly #article: Article
  readonly #cues: Cues
  /** The last one last. */
  readonly #people: Mention[] = []
  /** Who was named last. */
  #named: Mention | null = null
  /** Whom a bare word stood for: 老人 is the same one to the end. */
  readonly #bareOf = new Map<string, Mention>()
  /** Which pronoun a name was taken up with. */
  readonly #pronounOf = new Map<string, string>()
  /** Whom the subject of the last sentence acted on, by a pronoun. */
  #actedOn: Mention | null = null
  /** Who spoke last but for the writer, and whether the writer has asked since. */
  #answers: Mention | null = null
  #asked = false
  /** Who did something to whomever the sentence is about. */
  #agent: string | null = null

  /**
   * @param article the clean article
   * @param cues its cues
   */
  constructor(article: Article, cues: Cues) {
    this.#article = article
    this.#cues = cues
  }

  /** 导演形容她是…… A new paragraph goes on with whom the last one ended. */
  beginBlock(): void {
    if (this.#actedOn) this.#meet(this.#actedOn)
  }

  /**
   * Gives the pronouns of a sentence their antecedents.
   *
   * @param clauses its clauses
   * @param spoken its mentions outside marks
   * @param carried who spoke last, if anybody
   * @returns the person that the sentence is about, if any
   */
  beginSentence(clauses: readonly Clause[], spoken: readonly Mention[], carried: Mention | null): Mention | null {
    const topic = this.#topicOf(clauses)
    this.#agent = this.#agentOf(clauses[0])
    const framed = this.turnedTo(clauses[0])
    if (framed) this.#meet(framed)
    /** Subjects that acted on whom a pronoun stands for. */
    const acted = new Set<Mention>()
    this.#actedOn = null
    for (const [index, mention] of spoken.entries()) {
      if (mention.kind === 'person' && mention.form === 'name') {
        this.#named = mention
        // 祁百年老人说。……老人说
        if (mention.role && BARE.test(mention.role)) this.#bareOf.set(mention.role, mention)
      }
      const asked = this.#askedBy(mention, spoken[index - 1])
      if (asked) this.#meet(asked)
      if (this.#takesUp(mention, clauses)) this.#refer(mention, spoken)
      if (mention.form !== 'pronoun') continue
      // 柏则回应: his surname tells who he is.
      if (mention.antecedent) {
        this.#named = mention.antecedent
        continue
      }
      if (mention.kind === 'group') {
        // 几位船家连连摇头，他们认为……: those whom the clause before is about.
        const before = clauses.findLast(({ end }) => end <= mention.start)
        const those = before ? clauseSubject(this.#article, before, before.end) : null
        if (those?.kind === 'group' && those.form !== 'pronoun') mention.antecedent = those
        else if (carried && carried.kind !== 'person') mention.antecedent = carried
        continue
      }
      // 高立行质疑两党，他主张……: whom the sentence is about comes first; behind a semicolon it is about somebody else.
      const since = clauses.findLastIndex((clause) => clause.start <= mention.start && changesSubject(this.#article, clause))
      const own = since > 0 ? this.#topicOf(clauses.slice(since)) : topic
      if (own && this.#isObject(own, mention, spoken)) acted.add(own)
      if (own && this.#isKnown(own) && own.end <= mention.start && !acted.has(own)) this.#meet(own)
      // “…？”记者问。“……”他顿了顿: whoever was asked answers.
      const answers = this.#asked && this.#article.folded[mention.start - 1] === '”' ? this.#answers : null
      // 记者咨询客服，对方表示: the other one.
      const isOther = this.#article.folded.startsWith(OTHER, mention.start)
      const other = isOther ? spoken.findLast((met) => met.end <= mention.start && met.form !== 'pronoun') : undefined
      // 该工作人员称……。至于费用，对方表示: whoever has just spoken.
      const spoke = isOther && other === undefined ? carried : null
      // 区伯收到过邀请，对方许诺……: nobody who was told of.
      if (other !== undefined && other === topic) mention.form = 'description'
      else if (spoke) mention.antecedent = spoke.antecedent ?? spoke
      else if (other && !WRITER.test(this.#article.folded.slice(other.start, other.end))) mention.antecedent = other
      else if (answers) {
        mention.antecedent = answers
        this.#named = answers
      } else this.#refer(mention, spoken)
      // 这名34岁的老将, of whom nothing was told before
      if (!mention.antecedent && DEMONSTRATIVE.test(this.#article.folded.slice(mention.start, mention.end))) mention.form = 'description'
      if (own && acted.has(own) && mention.antecedent) this.#actedOn = mention.antecedent
    }
    return topic
  }

  /**
   * Remembers whom a sentence was about.
   *
   * @param topic the person that it is about
   * @param last who spoke last in it
   * @param spoken its mentions outside marks
   */
  endSentence(topic: Mention | null, last: Mention | null, spoken: readonly Mention[]): void {
    for (const candidate of [topic, last?.form === 'pronoun' ? last.antecedent : last])
      if (candidate && this.#isKnown(candidate)) this.#meet(candidate)
    for (let index = spoken.length - 1; index >= 0; index--) {
      const asked = this.#askedBy(spoken[index] as Mention, spoken[index - 1])
      if (!asked) continue
      this.#meet(asked)
      break
    }
    // 客服给他免了罚款。他说: who was acted on goes on, where nobody with a name acted.
    if (this.#actedOn && topic?.form === 'description') this.#meet(this.#actedOn)
    const spoke = last?.form === 'pronoun' ? last.antecedent : last
    if (!spoke) return
    this.#asked = WRITER.test(this.#article.folded.slice(spoke.start, spoke.end))
    if (!this.#asked && spoke.kind === 'person') this.#answers = spoke.antecedent ?? spoke
  }

  /**
   * @param clause the first clause of a sentence
   * @returns the person whom it turns to, if any: 至于石头，他……
   */
  turnedTo(clause: Clause | undefined): Mention | null {
    const [who] = clause?.mentions ?? []
    if (!clause || !who || !TURNS_TO.test(this.#article.folded.slice(clause.start, who.outerStart)) || who.outerEnd < clause.end - 1)
      return null
    return this.#isKnown(who) ? who : null
  }

  /** 记者问马丁想不想家: whoever is asked answers; null where somebody is not. */
  #askedBy(mention: Mention, last: Mention | undefined): Mention | null {
    const { folded } = this.#article
    // 记者致电一位养蜂的老汉, 失主母亲
    const counted = withCount(folded, last, mention)
    const owner = last?.outerEnd === mention.outerStart && last.form === 'description' && mention.form === 'description' ? last : undefined
    const whole = owner ? { ...mention, ...bare({ start: owner.start, end: mention.end }) } : counted
    const before = folded[whole.outerStart - 1]
    // 方案被柏某一口回绝: so does whoever refuses.
    const refuses = before === '被' && REFUSES.test(folded.slice(whole.outerEnd, whole.outerEnd + REFUSES_LENGTH))
    // 记者联系到视频发布者、前员工阿钟。他表示
    const found = REACHED.test(folded.slice(Math.max(0, whole.outerStart - LONGEST_REACHED), whole.outerStart))
    return this.#isKnown(mention) && (before === '问' || refuses || found) ? whole : null
  }

  #agentOf(clause: Clause | undefined): string | null {
    const [agent] = clause?.mentions ?? []
    return clause && agent && UNDER.test(this.#article.folded.slice(clause.start, clause.end)) ? this.#nameOf(agent) : null
  }

  /** The first subject among the opening clauses of a sentence. */
  #topicOf(clauses: readonly Clause[]): Mention | null {
    const identified = this.#identified(clauses[1])
    if (identified) return identified
    for (const clause of clauses.slice(0, TOPIC_CLAUSES)) {
      // 被问到某高管时，她说: what is asked about; 她说这话时，佘望山低着头: the sentence is about him.
      const written = this.#article.folded.slice(clause.start, clause.end)
      if (ABOUT.test(written) || SAID_SO.test(written) || UNDER.test(written) || ASPECT.test(written)) continue
      const introduced = clause.mentions.find(
        (mention) =>
          mention.kind === 'person' &&
          mention.form === 'name' &&
          INTRODUCES.test(this.#article.folded.slice(clause.start, mention.outerStart)),
      )
      const subject = introduced ?? clauseSubject(this.#article, clause, clause.end)
      if (subject && !WRITER.test(this.#article.folded.slice(subject.start, subject.end))) return subject
    }
    return null
  }

  /** 女方身份曝光，是陶艺家温以柔: whom the second clause of a sentence identifies. */
  #identified(clause: Clause | undefined): Mention | null {
    const last = clause?.mentions.at(-1)
    if (!clause || last?.kind !== 'person' || last.form !== 'name' || last.end < clause.end - 1) return null
    return IDENTIFIES.test(this.#article.folded.slice(clause.start, last.outerStart)) ? last : null
  }

  /** 护士劝他休息: whom the subject of a clause acts on is somebody else; 她说他…… may be anybody. */
  #isObject(subject: Mention, pronoun: Mention, spoken: readonly Mention[]): boolean {
    const { folded } = this.#article
    const between = folded.slice(subject.outerEnd, pronoun.start)
    // 发言人反驳说，……，并质疑其“……”, but 小唐做成色卡，师傅骂他: somebody else does.
    const judges = JUDGES.test(folded.slice(Math.max(subject.outerEnd, pronoun.start - LONGEST_JUDGING), pronoun.start))
    if (judges) {
      const last = spoken[firstEndingAfter(spoken, pronoun.start) - 1]
      return last === undefined || last === subject || last.form === 'pronoun' || last.kind !== 'person'
    }
    if (between.length > LONGEST_VERB || /[,;:。“”]/.test(between)) return false
    return !this.#isCueBetween(subject.outerEnd, pronoun.start)
  }

  #isCueBetween(from: number, to: number): boolean {
    const { kind } = this.#cues
    for (let at = from; at < to; at++) if (kind[at] === CUE.say || kind[at] === CUE.weak) return true
    return false
  }

  /** 老人叹了口气: a bare word for somebody, with which a clause opens, takes up who was told of last. */
  #takesUp({ form, antecedent, outerStart, end }: Mention, clauses: readonly Clause[]): boolean {
    // “他照样放，”老人抹了抹眼角
    const opens = this.#article.folded[outerStart - 1] === '”' || clauses.some(({ start }) => start === outerStart)
    if (form !== 'description' || antecedent || !opens) return false
    return BARE.test(this.#article.folded.slice(outerStart, end))
  }

  /** Somebody who is named, here or before, or told by what he is. */
  #isKnown({ kind, form, antecedent, start, end }: Mention): boolean {
    const { folded } = this.#article
    // 民警、电工和医生: one of many.
    if (form === 'description' && /[、和]/.test(folded[end] ?? '')) return false
    if (form === 'pronoun' || folded[start] === '我' || folded.startsWith(OTHER, start) || GONE.test(folded.slice(end, end + GONE_LENGTH)))
      return false
    // 首都一名出租车司机对结果不以为然。他说
    if (/一[名位个]/.test(folded.slice(start, end))) return true
    return kind === 'person' || antecedent !== undefined || (kind === 'group' && SOMEBODY.test(folded.slice(start, end)))
  }

  #meet(mention: Mention): void {
    if (this.#people.length > MOST_PEOPLE) this.#people.shift()
    this.#people.push(mention)
  }

  /** 他 is the last person who was not taken up as 她, and the other way round. */
  #refer(pronoun: Mention, spoken: readonly Mention[]): void {
    const as = this.#article.folded.slice(pronoun.start, pronoun.end)
    const written = SHE.test(as) ? '她' : HE.test(as) ? '他' : as
    if (written !== '他' && written !== '她') {
      // 主帅说了一句话。这位19岁的前锋: of two that are told by what they are, one is not the other.
      const last = this.#bareOf.get(as) ?? this.#people.at(-1)
      if (!last || (last.form !== 'name' && DEMONSTRATIVE.test(as))) return
      pronoun.antecedent = last
      if (BARE.test(as)) this.#bareOf.set(as, last)
      return
    }
    // 他敲到阮阿婆家，她隔着门说: a woman who is named last, whatever she did.
    const named = this.#named
    const meant =
      named && (written === '她' ? FEMALE : MALE).test(this.#article.folded.slice(named.outerStart, named.end))
        ? named
        : this.#people.findLast(
            (candidate) =>
              this.#nameOf(candidate) !== this.#agent &&
              (this.#pronounOf.get(this.#nameOf(candidate)) ?? written) === written &&
              this.#fits(candidate, written),
          )
    const found = meant ?? this.#introduced(pronoun, written, spoken)
    if (!found) return
    this.#pronounOf.set(this.#nameOf(found), written)
    pronoun.antecedent = found
  }

  /** 警方拘捕了一名男子,他承认……: whom the sentence itself has introduced; who is named, rather than who is told by what he is. */
  #introduced(pronoun: Mention, written: string, spoken: readonly Mention[]): Mention | undefined {
    const ahead = spoken
      .slice(0, firstEndingAfter(spoken, pronoun.start))
      .filter((met) => this.#isKnown(met) && this.#nameOf(met) !== this.#agent && this.#fits(met, written))
    return ahead.findLast(({ kind, form }) => kind === 'person' && form === 'name') ?? ahead.at(-1)
  }

  /** 母亲 is no 他. */
  #fits({ outerStart, end }: Mention, written: string): boolean {
    return !(written === '他' ? FEMALE : MALE).test(this.#article.folded.slice(outerStart, end))
  }

  #nameOf(mention: Mention): string {
    const { name } = mention.antecedent ?? mention
    return this.#article.folded.slice(name.start, name.end)
  }
}
