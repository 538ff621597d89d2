/** Who is the same as whom: mentions of one speaker under one name. */
import { givenNames } from '../1-document/given-names.ts'
import { contains, firstEndingAfter } from '../1-document/span.ts'
import { surnames, surnameTable } from '../1-document/surnames.ts'
import { readLexicon } from '../models.ts'
import type { Article } from './article.ts'
import { SURNAME_PARTICLES } from './english-words.ts'
import type { Mention, SpeakerKind } from './mention.ts'
import { givenNameOf } from './name-evidence.ts'

/** A speaker of the article. */
export interface Entity {
  /** The fullest name in the article. */
  name: string
  role: string | null
  kind: SpeakerKind
  mentions: Mention[]
}

/** A description refers back over at most this many mentions. */
const REACH = 30
/** Descriptions of somebody who was named before; the group is the description. */
const DEFINITE = {
  zh: /^(?:该|此|这[名位]|上述)(.+)$/,
  en: /^(?:the|this|that|his|her|their|its|our) ((?:[a-z-]+ )?[a-z-]+)$/i,
}
/** A description of three words or more. */
const LONG_DEFINITE = /^the (?:[\p{L}’'-]+ ){2,5}\p{L}+$/iu
const EVERY = /^[每各]/
const BEHIND_HEAD = /,? (?:of|for|at|in|from|with|who|on|near|by) .*$/s
const LETTER = /[a-z]/
const CLAUSE_BEHIND = /,? (?:who|whose|whom|which) .*$/s
/** Words that tell whether somebody is taken up as “he” or “she”. */
const HE = /\b(?:mr|sir|lord|king|prince|father|husband|son|brother|uncle|nephew|grandfather|man|boy|spokesman|chairman|congressman)\b/i
const SHE =
  /\b(?:mrs|ms|miss|lady|dame|queen|princess|mother|wife|daughter|sister|aunt|niece|grandmother|woman|girl|spokeswoman|chairwoman|congresswoman|actress)\b/i
/** First names that are a man's or a woman's nearly everywhere, with the pronoun that takes them up. */
/** What a pronoun is a form of. */
const PRONOUNS = new Map([
  ['i', 'I'],
  ['me', 'I'],
  ['my', 'I'],
  ['him', 'he'],
  ['his', 'he'],
  ['her', 'she'],
])
/** A mark that opens further ahead is not looked for, in UTF-16 units. */
const LONGEST_QUOTATION = 400
/** People met longer ago are not meant. */
const MOST_PEOPLE = 12
const TITLES = new Set(readLexicon('titles.zh.txt'))
/** How somebody is called who need have no office. */
const CALLED = /^(?:先生|女士|小姐|太太|老师|同学|师傅|大[爷妈姐哥叔伯婶]|阿姨|医生|律师|[姐哥叔姨])$/
/** A surname and a title of two characters. */
const ADDRESS = 3
/** The particles ahead of a surname. */
const PARTICLES = new RegExp(`^(?:(?:${SURNAME_PARTICLES.join('|')}) )+`)
/** How friends and colleagues are called, and who bears the name of a parent. */
const FAMILIAR = /^[老小]\p{Script=Han}$/u
const CHILD = /(?:儿子|女儿|孙子|孙女|兒子|女兒|孫子|孫女)$/
/** Titles in one character, and what they are short for. */
const SHORT_TITLES: Record<string, RegExp> = {
  总: /[总總](?:[经經]理|裁|[监監])|董事[长長]/,
  董: /董事/,
  导: /[导導][演游遊]/,
  官: /法官|裁判官/,
}
/** Offices as they stand ahead of a name. */
const SHORT_OFFICES: Record<string, RegExp> = {
  senator: /\bsen\.?$/i,
  governor: /\bgov\.?$/i,
  congressman: /\brep\.?$/i,
  congresswoman: /\brep\.?$/i,
  representative: /\brep\.?$/i,
  professor: /\bprof\.?$/i,
  general: /\bgen\.?$/i,
  sergeant: /\bsgt\.?$/i,
  detective: /\bdet\.?$/i,
  lieutenant: /\blt\.?$/i,
  captain: /\bcapt\.?$/i,
}
/** A Chinese name in full. */
const HAN_NAME = /^\p{Script=Han}{2,4}$/u
/** Whoever will not be named is none of those who are. */
const ANONYMOUS = /^[^.!?]{0,40}(?:not to be (?:named|identified)|anonymity|declined to (?:be named|give (?:his|her|their) name))/
const LONGEST_ANONYMOUS = 80
/** “A former head teacher” is not the head teacher. */
const FORMER = /^(?:former|ex-|onetime|then-)/i
/** A name written in capitals. */
const CAPITALS = /^\p{Lu}[\p{Lu}'’ -]{2,}$/u
const COMPOUND = /^\p{Script=Han}{4,6}$/u
/** Marks between the parts of a name. */
const PARTS = /[·.\s-]+/

/**
 * Groups mentions into entities.
 *
 * @param article the clean article
 * @param mentions its mentions, sorted
 * @param told those who are only told of in a report: whoever speaks is taken up before them
 * @returns the entity of each mention
 */
export function resolveEntities(
  article: Article,
  mentions: readonly Mention[],
  told: ReadonlySet<Mention> = new Set(),
): Map<Mention, Entity> {
  const chinese = article.language.grammar === 'zh'
  const byName = new Map<string, Entity>()
  const of = new Map<Mention, Entity>()
  const captions = article.blocks.filter((block) => block.role === 'caption')
  const inCaption = (mention: Mention): boolean => {
    const caption = captions[firstEndingAfter(captions, mention.start)]
    return caption !== undefined && contains(caption, mention)
  }
  const fullForms = new FullForms(chinese, (article.blocks[1] ?? article.blocks[0])?.end ?? 0)
  const join = (entity: Entity, mention: Mention): void => {
    entity.mentions.push(mention)
    of.set(mention, entity)
  }
  const create = (name: string, mention: Mention): Entity => {
    const created: Entity = { name, role: null, kind: mention.kind, mentions: [] }
    byName.set(name, created)
    join(created, mention)
    return created
  }
  // In English one word may be a first name or a surname; a different first name is a different person.
  const fullForm = (name: string, start: number): Entity | null => {
    // “van Rooyen” is Piet van Rooyen, by his last word.
    const short = chinese ? name : name.replace(PARTICLES, '')
    if (chinese || !/\s/.test(short)) return fullForms.find(short, start, !introduced.has(name))
    // “Van Rooyen said”: so is he at the beginning of a sentence.
    const small = name.charAt(0).toLowerCase() + name.slice(1)
    const bearer = PARTICLES.test(small) ? fullForms.find(small.replace(PARTICLES, ''), start, true) : null
    return bearer?.name.endsWith(` ${small}`) ? bearer : null
  }
  // A transcript writes names in capitals.
  const knownAs = (name: string, start: number): Entity | null => {
    const known = byName.get(name) ?? fullForm(name, start)
    if (known || !CAPITALS.test(name)) return known
    const spelled = name.replace(/\B\p{Lu}+/gu, (letters) => letters.toLowerCase())
    return byName.get(spelled) ?? fullForm(spelled, start)
  }
  // Names first, the longest first, so that a short form finds its full form.
  const named = mentions
    .filter((mention) => mention.form === 'name')
    .sort((a, b) => nameOf(article, b).length - nameOf(article, a).length || a.start - b.start)
  // 王高明, and 教授高明: who is introduced by what he is, with a surname of his own, is not called by a given name.
  const introduced = new Set<string>()
  if (chinese)
    for (const mention of named)
      if (mention.role !== null && surnameTable[article.codes[mention.name.start] as number] === 1) introduced.add(nameOf(article, mention))
  const addressed: Mention[] = []
  for (const mention of named) {
    const name = nameOf(article, mention)
    if (chinese && mention.kind === 'person' && isAddress(foldedNameOf(article, mention))) {
      addressed.push(mention)
      continue
    }
    const entity = mention.kind === 'person' ? knownAs(name, mention.start) : (byName.get(name) ?? byName.get(`${name}方`))
    if (entity) {
      // “the Jane Roe campaign”, and Sen. Jane Roe.
      if (!chinese && mention.kind === 'person' && mention.role !== null) entity.kind = 'person'
      byName.set(name, entity)
      join(entity, mention)
      continue
    }
    const created = create(name, mention)
    if (mention.kind === 'person') fullForms.add(created)
  }
  const entities = chinese ? [...new Set(of.values())] : []
  const surnames = bySurname(entities)
  // 老卫 is no 儿子卫东.
  const elders = bySurname(entities.filter((entity) => !rolesOf(entity).some((role) => CHILD.test(role))))
  for (const mention of addressed) {
    const name = nameOf(article, mention)
    const bearers = FAMILIAR.test(name) ? elders : surnames
    const entity = whoIsCalled(article, mention, bearers) ?? knownAs(name, mention.start)
    if (entity) join(entity, mention)
    else create(name, mention)
  }
  const people = new People(article)
  for (const [index, mention] of mentions.entries()) {
    if (mention.form === 'name') {
      const entity = mention.kind === 'person' ? of.get(mention) : undefined
      // Whoever is named in somebody's words is not whom the writer takes up.
      if (entity) people.meet(entity, mention, !chinese && (told.has(mention) || isQuoted(article.folded, mention.start)))
      continue
    }
    const name = nameOf(article, mention)
    if (mention.form === 'pronoun' && (mention.kind === 'person' || mention.antecedent)) {
      const known = mention.antecedent && of.get(mention.antecedent)
      if (known) people.takeUp(known, name)
      const meant = known ?? people.meantBy(mention)
      if (meant) join(meant, mention)
      // Somebody whom nothing names is known by his pronoun.
      else if (!chinese) {
        const pronoun = PRONOUNS.get(name.toLowerCase()) ?? name.toLowerCase()
        const entity = byName.get(pronoun)
        if (entity) join(entity, mention)
        else create(pronoun, mention)
      }
      continue
    }
    const definite =
      (mention.antecedent && of.get(mention.antecedent)) ??
      // 校长温若谷……温校长: a surname that is a word.
      (chinese && name.length === ADDRESS && isAddress(foldedNameOf(article, mention)) ? whoIsCalled(article, mention, surnames) : null) ??
      (ANONYMOUS.test(article.text.slice(mention.end, mention.end + LONGEST_ANONYMOUS))
        ? null
        : definiteReferent(chinese ? DEFINITE.zh : DEFINITE.en, name, mentions, index, of))
    const entity = definite ?? byName.get(name) ?? null
    if (entity) join(entity, mention)
    const described = entity ?? create(name, mention)
    // “The head teacher said …. She added”
    if (!chinese && mention.kind === 'person') people.meet(described, mention)
  }
  for (const entity of new Set(of.values())) {
    entity.mentions.sort((a, b) => a.start - b.start)
    entity.role = bestRole(entity.mentions.filter((mention) => !inCaption(mention))) ?? bestRole(entity.mentions)
  }
  return of
}

/** Whether a folded name is a surname and how its bearer is called: 屠教授, 顾总, 季女士, 老卫. */
function isAddress(name: string): boolean {
  const title = name.slice(1)
  return FAMILIAR.test(name) || TITLES.has(title) || CALLED.test(title) || SHORT_TITLES[title] !== undefined
}

/** People by the first character of their names; null where several have it. */
function bySurname(entities: Iterable<Entity>): Map<string, Entity | null> {
  const found = new Map<string, Entity | null>()
  for (const entity of entities) {
    if (entity.kind !== 'person' || !HAN_NAME.test(entity.name)) continue
    const surname = entity.name[0] as string
    found.set(surname, found.has(surname) ? null : entity)
  }
  return found
}

/** The roles that a person is given by name, each once, told when first asked for. */
const given = new WeakMap<Entity, string[]>()
function rolesOf(entity: Entity): string[] {
  let roles = given.get(entity)
  if (!roles) {
    roles = [...new Set(entity.mentions.flatMap(({ role }) => (role === null ? [] : [role])))]
    given.set(entity, roles)
  }
  return roles
}

/** The one person of that surname, named before, who has that office or is called without one. */
function whoIsCalled(article: Article, mention: Mention, surnames: ReadonlyMap<string, Entity | null>): Entity | null {
  const name = nameOf(article, mention)
  const familiar = FAMILIAR.test(name)
  const entity = surnames.get(name[familiar ? 1 : 0] as string)
  const title = foldedNameOf(article, mention).slice(1)
  if (!entity || (entity.mentions[0] as Mention).start > mention.start) return null
  if (familiar) return entity
  const roles = rolesOf(entity)
  const short = SHORT_TITLES[title]
  if (short) return roles.some((role) => short.test(role)) ? entity : null
  if (roles.some((role) => role.endsWith(name.slice(1)))) return entity
  return CALLED.test(title) && mention.role === null ? entity : null
}

function foldedNameOf(article: Article, { name }: Mention): string {
  return article.folded.slice(name.start, name.end)
}

function nameOf(article: Article, mention: Mention): string {
  return article.text.slice(mention.name.start, mention.name.end)
}

/**
 * Finds the full form of a short name (阿尔贝克 → 威廉·阿尔贝克, Roe → Jane Roe) when exactly one name has it as a part. In
 * Chinese the surname of a family is the one who was named first; the others are called by their given names.
 */
class FullForms {
  readonly #byPart = new Map<string, Entity[]>()
  readonly #byGiven = new Map<string, Entity[]>()
  readonly #chinese: boolean
  readonly #lead: number

  /**
   * @param chinese every part may stand for the name; in English the first and the last one
   * @param lead where the headline and the first paragraph end
   */
  constructor(chinese: boolean, lead: number) {
    this.#chinese = chinese
    this.#lead = lead
  }

  add(entity: Entity): void {
    const parts = entity.name.split(PARTS)
    for (const part of new Set(this.#chinese ? parts : [parts[0] as string, parts.at(-1) as string])) put(this.#byPart, part, entity)
    // 石川明宏 is called 石川, 长谷川一郎 is called 长谷川.
    for (const surname of [entity.name.slice(0, 2), entity.name.slice(0, 3)])
      if (this.#chinese && COMPOUND.test(entity.name) && surnames.has(surname)) put(this.#byPart, surname, entity)
    const given = this.#chinese ? givenNameOf(entity.name) : null
    if (given !== null) put(this.#byGiven, given, entity)
  }

  /**
   * @param name a short name
   * @param start where it stands, in UTF-16 units
   * @param mayBeGiven a given name alone will do: 小雨 for 岑小雨
   * @returns whose it is, null for nobody or one of several
   */
  find(name: string, start: number, mayBeGiven: boolean): Entity | null {
    if (!this.#chinese) return this.#mainBearer(this.#byPart.get(name.split(PARTS).at(-1) as string) ?? [], start)
    const known = this.#byPart.get(name) ?? []
    const family = known.length > 1 && known.every((entity) => entity.name.split(PARTS).at(-1) === name)
    if (family) return known.reduce((first, entity) => (firstStart(entity) < firstStart(first) ? entity : first))
    return only(mayBeGiven ? [...known, ...(this.#byGiven.get(name) ?? [])] : known)
  }

  /**
   * Of several with one surname the one who alone was named before is meant; else the article is about the one whom it names
   * in full most often, or alone in its lead; null for none.
   */
  #mainBearer(entities: readonly Entity[], start: number): Entity | null {
    if (entities.length < 2) return entities[0] ?? null
    if (entities.length > MOST_PEOPLE) return null
    const before = only(entities.filter((entity) => firstStart(entity) < start))
    if (before) return before
    const [first, second] = [...entities].sort((a, b) => b.mentions.length - a.mentions.length) as [Entity, Entity]
    return first.mentions.length > second.mentions.length ? first : only(entities.filter((entity) => firstStart(entity) < this.#lead))
  }
}

function put(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const known = map.get(key)
  if (known) known.push(entity)
  else map.set(key, [entity])
}

function only(entities: readonly Entity[]): Entity | null {
  return entities.length === 1 ? (entities[0] as Entity) : null
}

/** Where an entity is named in full first; mentions of one name come in the order of the text. */
function firstStart({ mentions }: Entity): number {
  return (mentions[0] as Mention).start
}

/** Whom “he” and “she” stand for: the last person who may be one. */
class People {
  readonly #article: Article
  /** The last one last; each once. */
  #met: Entity[] = []
  /** Those who were only told of, the same way: they are meant where nobody else can be. */
  #told: Entity[] = []
  /** What is known of them: `he` or `she`. */
  readonly #pronoun = new Map<Entity, string>()

  constructor(article: Article) {
    this.#article = article
  }

  meet(entity: Entity, mention: Mention, told = false): void {
    if (told) this.#told = asLast(this.#told, entity)
    else this.#met = asLast(this.#met, entity)
    if (this.#pronoun.has(entity)) return
    // “Joana Roe, whose brother”: what a clause tells is of somebody else.
    const written = this.#article.text.slice(mention.outerStart, mention.outerEnd).replace(CLAUSE_BEHIND, '')
    const first = entity.name.split(' ', 1)[0] as string
    const pronoun = givenNames.get(first) ?? (SHE.test(written) ? 'she' : HE.test(written) ? 'he' : undefined)
    if (pronoun) this.#pronoun.set(entity, pronoun)
  }

  /** The last one of some whom a pronoun may take up. */
  #lastAs(pronoun: string, people: readonly Entity[]): Entity | undefined {
    return people.findLast((person) => (this.#pronoun.get(person) ?? pronoun) === pronoun)
  }

  /** Remembers by which pronoun somebody was taken up. */
  takeUp(entity: Entity, written: string): void {
    const pronoun = pronounOf(written)
    if (pronoun !== null && !this.#pronoun.has(entity)) this.#pronoun.set(entity, pronoun)
  }

  /** Nobody is taken up as “he” once and as “she” later. */
  meantBy(mention: Mention): Entity | null {
    const written = nameOf(this.#article, mention).toLowerCase()
    // “I” outside of marks: who writes.
    if (/^(?:i|me|my|we|us|our)$/.test(written) && !isQuoted(this.#article.folded, mention.start)) return null
    const pronoun = pronounOf(written)
    if (pronoun === null) return this.#met.at(-1) ?? null
    const meant = this.#lastAs(pronoun, this.#met) ?? this.#lastAs(pronoun, this.#told) ?? null
    if (meant) this.#pronoun.set(meant, pronoun)
    return meant
  }
}

/** Some people with one of them, or one more, at the end; not more than are remembered. */
function asLast(people: Entity[], last: Entity): Entity[] {
  return people.at(-1) === last ? people : [...people.filter((person) => person !== last), last].slice(-MOST_PEOPLE)
}

/** `he` or `she`; null for what is neither. */
function pronounOf(written: string): string | null {
  return /^(?:h(?:e|im)|他)$/i.test(written) ? 'he' : /^(?:she|her|她)$/i.test(written) ? 'she' : null
}

/** Whether a mark stands open ahead of a place, in its paragraph and not far away. */
function isQuoted(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - LONGEST_QUOTATION), at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.lastIndexOf('“') > line.lastIndexOf('”') || line.split('"').length % 2 === 0
}

/** A role without capitals and without the sign of whose it is. */
function plainRole(role: string): string {
  return role.toLowerCase().replace(/['’]s?(?= )/g, '')
}

/** 该发言人, the minister: the last person or group whose role or name ends with the same word. */
function definiteReferent(
  definite: RegExp,
  name: string,
  mentions: readonly Mention[],
  index: number,
  of: ReadonlyMap<Mention, Entity>,
): Entity | null {
  const head = definite.exec(name)?.[1]
  // “the Orsan foreign ministry’s spokeswoman”: Orsan Foreign Ministry spokeswoman Jane Roe.
  const whole = head === undefined && LONG_DEFINITE.test(name) ? plainRole(name.slice(name.indexOf(' ') + 1)) : null
  if (head === undefined && whole === null) return null
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const earlier = mentions[at] as Mention
    const entity = of.get(earlier)
    const holds =
      earlier.role !== null &&
      !FORMER.test(earlier.role) &&
      (head === undefined ? plainRole(earlier.role) === whole : endsWith(earlier.role, head) || SHORT_OFFICES[head]?.test(earlier.role))
    // 每名医生 is none of them.
    if (EVERY.test(entity?.name ?? '')) continue
    if (entity && (holds || (head !== undefined && endsWith(entity.name, head)))) return entity
  }
  return null
}

/** Whether words end with others, what is said of them with “of”, “for”, “at” left out: “mayor of Wexcombe” ends with “mayor”. */
function endsWith(words: string, head: string): boolean {
  const own = words.toLowerCase().replace(BEHIND_HEAD, '')
  const end = head.toLowerCase()
  return own.endsWith(end) && !LETTER.test(own.charAt(own.length - end.length - 1))
}

/** The first role, or a later one that says the same more fully. */
function bestRole(mentions: readonly Mention[]): string | null {
  let best: string | null = null
  for (const { role } of mentions) {
    if (role === null) continue
    if (best === null || (role.length > best.length && role.endsWith(best))) best = role
  }
  return best
}
