/** Who is the same as whom: mentions of one speaker under one name. */
import type { Article } from './article.ts'
import type { Mention, SpeakerKind } from './mention.ts'

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
/** Marks between the parts of a name. */
const PARTS = /[·.\s-]+/

/**
 * Groups mentions into entities.
 *
 * @param article the clean article
 * @param mentions its mentions, sorted
 * @returns the entity of each mention
 */
export function resolveEntities(article: Article, mentions: readonly Mention[]): Map<Mention, Entity> {
  const chinese = article.language.grammar === 'zh'
  const byName = new Map<string, Entity>()
  const of = new Map<Mention, Entity>()
  const captions = article.blocks.filter((block) => block.role === 'caption')
  const inCaption = (mention: Mention): boolean => captions.some((block) => mention.start >= block.start && mention.end <= block.end)
  const fullForms = new FullForms(chinese)
  const join = (entity: Entity, mention: Mention): void => {
    entity.mentions.push(mention)
    of.set(mention, entity)
  }
  // In English a one-word name is a surname; a different first name is a different person.
  const shortForm = (name: string): Entity | null => (chinese || !/\s/.test(name) ? fullForms.find(name) : null)
  // Names first, the longest first, so that a short form finds its full form.
  const named = mentions
    .filter((mention) => mention.form === 'name')
    .sort((a, b) => nameOf(article, b).length - nameOf(article, a).length || a.start - b.start)
  for (const mention of named) {
    const name = nameOf(article, mention)
    const entity = byName.get(name) ?? (mention.kind === 'person' ? shortForm(name) : byName.get(`${name}方`))
    if (entity) {
      byName.set(name, entity)
      join(entity, mention)
      continue
    }
    const created: Entity = { name, role: null, kind: mention.kind, mentions: [] }
    if (mention.kind === 'person') fullForms.add(created)
    byName.set(name, created)
    join(created, mention)
  }
  let person: Entity | null = null
  for (const [index, mention] of mentions.entries()) {
    if (mention.form === 'name') {
      if (mention.kind === 'person') person = of.get(mention) ?? person
      continue
    }
    if (mention.form === 'pronoun' && mention.kind === 'person') {
      const meant = (mention.antecedent && of.get(mention.antecedent)) ?? person
      if (meant) join(meant, mention)
      continue
    }
    const name = nameOf(article, mention)
    const definite = chinese ? definiteReferent(name, mentions, index, of) : null
    const entity = definite ?? byName.get(name)
    if (entity) join(entity, mention)
    else {
      const created: Entity = { name, role: null, kind: mention.kind, mentions: [] }
      byName.set(name, created)
      join(created, mention)
    }
  }
  for (const entity of new Set(of.values())) {
    entity.mentions.sort((a, b) => a.start - b.start)
    entity.role = bestRole(entity.mentions.filter((mention) => !inCaption(mention))) ?? bestRole(entity.mentions)
  }
  return of
}

function nameOf(article: Article, mention: Mention): string {
  return article.text.slice(mention.name.start, mention.name.end)
}

/** Finds the full form of a short name (阿尔贝克 → 威廉·阿尔贝克, Roe → Jane Roe), when exactly one name has it as a part. */
class FullForms {
  readonly #byPart = new Map<string, Entity | null>()
  readonly #chinese: boolean

  /** @param chinese every part may stand for the name; in English only the last one */
  constructor(chinese: boolean) {
    this.#chinese = chinese
  }

  add(entity: Entity): void {
    const parts = entity.name.split(PARTS)
    const known = this.#chinese ? parts : parts.slice(-1)
    for (const part of known) this.#byPart.set(part, this.#byPart.has(part) && this.#byPart.get(part) !== entity ? null : entity)
  }

  find(name: string): Entity | null {
    const short = this.#chinese ? name : (name.split(PARTS).at(-1) as string)
    return name === short || !this.#chinese ? (this.#byPart.get(short) ?? null) : null
  }
}

/** 该发言人, 这名官员: the last person or group whose role or name ends with the same word. */
function definiteReferent(name: string, mentions: readonly Mention[], index: number, of: ReadonlyMap<Mention, Entity>): Entity | null {
  const found = /^(?:该|此|这[名位]|上述)(.+)$/.exec(name)
  if (!found) return null
  const head = found[1] as string
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const earlier = mentions[at] as Mention
    const entity = of.get(earlier)
    if (entity && (earlier.role?.endsWith(head) || entity.name.endsWith(head))) return entity
  }
  return null
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
