/** Chinese cues: words that announce speech, and what they take. */
import { CLASS, classOf } from '../1-document/characters.ts'
import { surnameTable } from '../1-document/surnames.ts'
import { Trie } from '../1-document/trie.ts'
import { lookUp, TAG } from '../1-document/words.ts'
import type { Article } from '../4-names/article.ts'
import { FUNCTION_CHARACTERS } from '../4-names/name-evidence.ts'
import { readLexicon } from '../models.ts'

/**
 * What a cue takes: a clause; a clause only with its own subject; only quoted words; (a document or study) a finding; a
 * clause only behind a comma or a colon.
 */
export const CUE = { none: 0, say: 1, weak: 2, mark: 3, document: 4, pause: 5, both: 6 } as const

/** The cues of an article by the place where each begins. */
export interface Cues {
  length: Uint8Array
  kind: Uint8Array
}

let loaded: { trie: Trie; kinds: Uint8Array } | undefined

function lexicon(): { trie: Trie; kinds: Uint8Array } {
  if (loaded) return loaded
  const trie = new Trie(3000)
  const kinds = new Uint8Array(4096)
  for (const entry of readLexicon('cues.zh.txt')) {
    const [word, kind] = entry.split('\t') as [string, keyof typeof CUE]
    kinds[trie.insert(word)] = CUE[kind]
  }
  loaded = { trie, kinds }
  return loaded
}

/** Words before which a cue is no act of speech: negation, refusal. */
const NEGATION =
  /(?:不|未|未有|未予|未获|未能|未经|没有?|没|无法|自|拒绝?|避免|回避|难以|并未|不便|不方便|不适合|不宜|不愿意?|不想|不肯|尚未|未曾|从未|不曾|不能|不予|被|让人)(?:正面|直接|公开|明确|立即|具体|再|进一步)?$/
const DOER =
  /^评论区|^(?:发帖|爆料|留言|投诉|举报|求助|提问|报料|发布|拍摄)(?:人(?!类|工|民|口)|者|家长|网[友民]|用户|女[士子]|男子|学生|业主|[村居市]民)|^(?:分析|评论|研究|调查|统计|预测|解说|讲解|观察|翻译|发言|评估|设计)(?:师|员|家|人(?!类|工|民|口)|机构)/
const FEELING =
  /^(?:强烈|深切|热烈|诚挚|衷心|由衷|高度|严重|深深?|坚决|一致|沉痛|崇高)?(?:的)?(?:欢迎|感谢|遗憾|关切|祝贺|支持|反对|不满|谴责|赞同|理解|哀悼|慰问|歉意|满意|担忧|震惊|愤怒|敬意|认可|肯定|赞赏|失望|抗议)[,。;和]/
/** 纷纷留言,对此事表示愤慨: a feeling is all that is told, in UTF-16 units. */
const REACTS_TO = /^,(?:对|向|为|给)[^,。:“”]{1,18}(?:表[示达]|送上|点赞|加油|叫好)/
const LONGEST_REACTION = 26
const DOCUMENT = /^报[告道导]$/
const BROUGHT = /(?:经(?![理济营纪])|由|托)[^,。]{1,6}$/
/** Words that name what was said: 这一解释. */
const NOUNS =
  /^(?:解释|回应|答复|回复|批评|指责|声明|承诺|警告|呼吁|质疑|评价|建议|要求|表态|判断|预测|分析|估计|决定|说明|指控|猜测|提醒|报道|报导)$/
/** 这番俏皮|回应: words that were told before, and no people; in UTF-16 units. */
const THIS = /(?:^|[,。!?;:“”\n])(?:这|那|该|此)(?:一?[个番份条则句次])[^,。!?;:“”人者员生子方家的]{0,6}$/
const LONGEST_THIS = 11
/** 对于…提出的公示要求: a topic, in UTF-16 units. */
const REACTED_TO = /(?:对于?|针对|面对|关于|至于|就)[^,。:“”]{1,20}的[^,。:“”的]{0,4}$/
const LONGEST_TOPIC = 28
const ASKS = /^(?:追问|提问|质疑|询问)/
/** 面对媒体追问, 被记者围住追问降准时间: who is asked asks nothing. */
const ASKED = /(?:面对|针对|对于)[^,。]{0,8}$|被[^,。:“”]{0,10}$/
const LONGEST_ASKED = 11
const RECOGNIZED = /^[^,。:“”]{1,8}(?:建国|独立|主权|国(?=[,。、的]|$))/
const LONGEST_STATE = 12
/** 将公布: what is still to come, in UTF-16 units. */
const TO_COME = /(?:即?将|拟|准备|计划|打算)(?:首次|正式|陆续)?$/
const LONGEST_TO_COME = 4
/** 没有作出正面…, in UTF-16 units. */
const WITHHELD = /(?:没有?|未|不)[^,。:“”]{0,4}(?:给出|作出|做出|予以|给予|得到)[^,。:“”]{0,4}$/
const LONGEST_WITHHELD = 12
/** 恒指, 手指: what 指 ends; and what it points at. */
const INDEX = /[恒期股沪深道纳标国科手食拇中五十数所意]/
const POINTED = /^(?:[着著了过出向控责标数定派挥示导认明点望甲纹令针头引]|[这那][里边儿])/
/** What bids somebody not to tell, in UTF-16 units. */
const FORBIDDEN = /(?:禁止|不得|严禁|不准|不许|防止|避免)[^,。:“”]{0,8}$/
const LONGEST_BAN = 10
/** 进行质询, 接到投诉: what is held, made or taken, in UTF-16 units. */
const EVENTS = /^(?:质询|答询|投诉|批评)$/
const HELD = /(?:进行|接受|列席|备|总|阻止|制止|劝阻|作出|做出|给予|予以|遭到?|受到|收到|接到)[^,。:“”]{0,4}$/
const LONGEST_HELD = 6
/** 你能否进一步…, 请…: what somebody is asked to tell, in UTF-16 units. */
const ASKED_FOR = /(?:能否|可否|能不能|可不可以|是否可以|^请|[,。]请)(?:您|你)?(?:具体|进一步|简单|再)?$/
const LONGEST_ASKED_FOR = 8
/** What lists something. */
const INCLUDES = /(?:包括|包含)$/
/** What something is compared with. */
const LIKE = /(?:像|如同)$/
const ANSWERED = /答[^,。]{0,4}$/
const SAYS = /[说称道]/
/** 说|出了, right ahead of words in marks; in UTF-16 units. */
const SAYS_OUT = /[说喊讲骂]/
const SPOKEN = /^(出了?) ?["“]/
const LONGEST_OUT = 4
/** A word of two characters that is rarer is read as two, in nats. */
const RARE_WORD = 12
/** Words that end in a cue's character and are no cue. */
const SINGLE = /[说称道讲问答写喊叹指赞批斥叫劝骂嚷]/

/**
 * Finds the cues of an article.
 *
 * @param article the clean article, Chinese
 * @returns the longest cue that begins at each place
 */
export function findChineseCues(article: Article): Cues {
  const { codes, folded, words } = article
  const { trie, kinds } = lexicon()
  const cues: Cues = { length: new Uint8Array(codes.length + 1), kind: new Uint8Array(codes.length + 1) }
  for (let start = 0; start < codes.length; start++) {
    let node = trie.first(codes[start] as number)
    let length = 0
    let kind = 0
    for (let end = start + 1; node !== 0; end++) {
      if ((kinds[node] as number) !== 0) {
        length = end - start
        kind = kinds[node] as number
      }
      if (end >= codes.length) break
      node = trie.next(node, codes[end] as number)
    }
    // 埋怨道, 质问说: any cue with a verb of saying behind it announces whatever follows.
    const behind = folded[start + length] ?? ''
    if (
      length > 1 &&
      words.length[start + length] === 1 &&
      (SAYS.test(behind) || (behind === '指' && folded[start + length + 1] === ','))
    ) {
      length++
      kind = CUE.say
    }
    // 还说出“…”, 还说出了“…”
    const spoken =
      length > 0 && behind === '出' && SAYS_OUT.test(folded[start + length - 1] ?? '')
        ? SPOKEN.exec(folded.slice(start + length, start + length + LONGEST_OUT))
        : null
    if (spoken) {
      length += (spoken[1] as string).length
      kind = CUE.mark
    }
    // 他指这是例行检查: papers of Hong Kong say so.
    if (length === 1 && folded[start] === '指' && article.language.tag === 'zh-Hant' && points(start)) kind = CUE.say
    if (length === 0 || isDocument(start, length) || !isCue(start, length, kind)) continue
    cues.length[start] = length
    cues.kind[start] = kind
    start += length - 1
  }
  return cues

  /** 报告指出, 该报道称: at the beginning of a clause it is the report that says so. */
  function isDocument(start: number, length: number): boolean {
    return (
      length > 2 &&
      DOCUMENT.test(folded.slice(start, start + 2)) &&
      (start === 0 || /[\n,。;:!?该此这篇]/.test(folded[start - 1] as string))
    )
  }

  function points(start: number): boolean {
    return words.length[start] === 1 && !INDEX.test(folded[start - 1] ?? '') && !POINTED.test(folded.slice(start + 1, start + 3))
  }

  /** 吴|世|正说: whether a word of two goes on with a given name behind its surname. */
  function endsName(last: number): boolean {
    const surname = last - 2
    return (
      words.length[last] === 2 &&
      words.length[last - 1] === 1 &&
      FUNCTION_CHARACTERS[codes[last - 1] as number] === 0 &&
      words.length[surname] === 1 &&
      words.tag[surname] !== TAG.preposition &&
      surnameTable[codes[surname] as number] === 1
    )
  }

  function isCue(start: number, length: number, kind: number): boolean {
    const end = start + length
    const word = folded.slice(start, end)
    const after = folded[end]
    if (after !== undefined && /[的过着和与及、]/.test(after)) return false
    if (after === '了' && folded[end + 1] !== ',') return false
    // 回忆起当时的场景: an object.
    if (after === '起' && words.length[end] === 1 && !/[,:“]/.test(folded[end + 1] ?? ',')) return false
    // 说起来眼眶湿润: how somebody speaks. 乘客求助,无人理会: what somebody does.
    if (length === 1 && folded.startsWith('起来', end)) return false
    if (word === '求助' && after === ',') return false
    // 正式承认该国独立: an act of state.
    if (word === '承认' && RECOGNIZED.test(folded.slice(end, end + LONGEST_STATE))) return false
    // 像介绍自己的孩子一样: what it is like.
    if (LIKE.test(folded.slice(Math.max(0, start - 2), start))) return false
    // 学校的规定, 一声惊呼: a noun.
    if (folded[start - 1] === '的' || /[一几数这那]阵?[声阵]$/.test(folded.slice(Math.max(0, start - 3), start))) return false
    // 宣布这一消息时: when something was told.
    if (/^[这那该][^,。:“]{1,6}时,/.test(folded.slice(end, end + 9))) return false
    // 消息公布以后: when something happened.
    if (kind === CUE.document && /^(?:以后|之后|以前|之前)/.test(folded.slice(end, end + 2))) return false
    // 将公布四月数据: so far nothing is told.
    if (kind === CUE.document && TO_COME.test(folded.slice(Math.max(0, start - LONGEST_TO_COME), start))) return false
    if (kind === CUE.pause && !/[,:“]/.test(after ?? ',')) return false
    // 说几句话, 补充五百本新书: an object, no report; but 宣布|三个省进入紧急状态.
    if (
      !(word === '宣布' && /^[^,。!?:;“”]{8}/.test(folded.slice(end, end + 8))) &&
      /^(?:[几两些][句个声遍次下天年月点人]|[些句]|一[句声下]|[一二三四五六七八九十百千万\d]{1,6}(?:[本元台份名套件条]|个(?!月|小时|工作日|星期|季度)))/.test(
        folded.slice(end, end + 10),
      )
    )
      return false
    // 说这话时, 转述这句话: the words were told before.
    if (/^[这那此](?:话|[句番些段]话)/.test(folded.slice(end, end + 3))) return false
    // 认为“有成果”的占31%: whoever says so.
    if (after === '“' && /^“[^”\n]{1,10}”的/.test(folded.slice(end, end + 13))) return false
    // 发布|会: the beginning of a longer word.
    if (length > 1 && (words.length[start] as number) > length) return false
    // 一名要求匿名的外交官
    if (word === '要求' && /^(?:匿名|不具名|保密|不公开)/.test(folded.slice(end, end + 3))) return false
    // 一位自称助理的女士: what somebody calls himself.
    if (folded.startsWith('自称', start) && /^[^,。:]{1,14}的/.test(folded.slice(end, end + 16))) return false
    // 一段据称拍摄于镇中心的视频: what is told of a thing is no report.
    if (folded.startsWith('据称', start) && /[段张份名个条封批]$/.test(folded.slice(Math.max(0, start - 1), start))) return false
    if (word === '留言' && REACTS_TO.test(folded.slice(end, end + LONGEST_REACTION))) return false
    // 对协议表示欢迎: a feeling is no report.
    if (
      folded.startsWith('表示', start) &&
      FEELING.test(folded.slice(end, end + 8)) &&
      /[对向][^,。]{1,20}$/.test(folded.slice(Math.max(0, start - 22), start))
    )
      return false
    // 分析师, 评论员, 调查机构: who does it.
    if (DOER.test(folded.slice(start, end + 2))) return false
    // 尽到提醒义务: what the law bids.
    if (/^(?:义务|责任|职责)/.test(folded.slice(end, end + 2))) return false
    // 应披露未披露的信息: what is to be told.
    if (folded.startsWith('披露', start) && folded[start - 1] === '应') return false
    // 公司披露不及时: how it is done.
    if (folded.startsWith('披露', start) && /^(?:不[及充完足]|义务|制度|滞后|违规)/.test(folded.slice(end, end + 2))) return false
    // 禁止员工披露货单: what is not to be told.
    if (/^(?:披露|公布|发布|透露|公开)/.test(word) && FORBIDDEN.test(folded.slice(Math.max(0, start - LONGEST_BAN), start))) return false
    // 也就是说: the writer goes on.
    if (folded[start] === '说' && folded.startsWith('也就是', start - 3)) return false
    // 各说各话
    if (folded[start - 1] === '各' && after === '各') return false
    // 包括承认领土: an item of a list.
    if (INCLUDES.test(folded.slice(Math.max(0, start - 2), start))) return false
    // 进行市政总质询，…; 阻止顾客投诉，…
    if (EVENTS.test(word) && /[,。]/.test(after ?? '。') && HELD.test(folded.slice(Math.max(0, start - LONGEST_HELD), start))) return false
    // 问东答西, 聊个没完
    if (length === 1 && /^(?:东[^,。]西|个(?:不停|没完|够|遍))/.test(folded.slice(end, end + 3))) return false
    // 举行抗议: what people take part in.
    if (word === '抗议' && /(?:举行|发起|组织|参加|爆发|展开|引发)$/.test(folded.slice(Math.max(0, start - 2), start))) return false
    // 没有给出明确答复: nothing is said.
    if (NOUNS.test(word) && WITHHELD.test(folded.slice(Math.max(0, start - LONGEST_WITHHELD), start))) return false
    // 能否说明检修计划?
    if (ASKED_FOR.test(folded.slice(Math.max(0, start - LONGEST_ASKED_FOR), start))) return false
    // 消息公布后, 面对媒体追问, 该决定: an occasion, a thing.
    if (/^(?:之?后|时)[,。]/.test(folded.slice(end, end + 3))) return false
    if (ASKS.test(word) && ASKED.test(folded.slice(Math.max(0, start - LONGEST_ASKED), start))) return false
    if (NOUNS.test(word) && /(?:[该此]|这[一种番份]|上述|有关|相关)$/.test(folded.slice(Math.max(0, start - 2), start))) return false
    // 这个俏皮回应|传遍全镇: so is one that is described.
    if (NOUNS.test(word) && THIS.test(folded.slice(Math.max(0, start - LONGEST_THIS), start))) return false
    // 对于学生提出的要求,…: what somebody reacts to.
    if (after === ',' && NOUNS.test(word) && REACTED_TO.test(folded.slice(Math.max(0, start - LONGEST_TOPIC), start))) return false
    if (folded.startsWith('决定', start) && folded[start - 1] === '一') return false
    // 经朋友介绍到公司: who brings people together tells nothing.
    if (folded.startsWith('介绍', start) && BROUGHT.test(folded.slice(Math.max(0, start - 7), start))) return false
    if (folded.startsWith('介绍', start) && /^(?:自己|[这那][株个位件种款项座家条只])/.test(folded.slice(end, end + 2))) return false
    // 连续三问，把两家单位问住了: how often somebody asked.
    if (length === 1 && folded[start] === '问' && /[一二三四五六七八九十]/.test(folded[start - 1] ?? '') && folded[start - 2] !== '第')
      return false
    // 答记者问: the name of an occasion.
    if (length === 1 && folded[start] === '问' && ANSWERED.test(folded.slice(Math.max(0, start - 6), start))) return false
    // 说“不”的权利, 学会说“不”: the words name a thing.
    if (length === 1 && after === '“' && /^“(?:[^”]{1,6}”的|[不是好]”[。,])/.test(folded.slice(end, end + 10))) return false
    if (length === 1 && SINGLE.test(folded[start] as string)) {
      // 说 inside 小说, 称 inside 名称: the segmentation knows.
      if (
        words.length[start] === 0 &&
        // 殷绍|文说: a word that hardly anybody writes; 吴|世|正说: one behind a surname and half of a given name.
        !(/[,:“]/.test(after ?? '') && (lookUp(codes, start - 1, end).cost > RARE_WORD || endsName(start - 1))) &&
        !/(?:还|又|则|却|也|并|都|曾|常|再|就|而|均|所|他|她|方|媒|人|地|笑|声|据|时)$/.test(folded.slice(Math.max(0, start - 1), start))
      )
        return false
      // 说|不了解情况 read as 说不|…
      if ((words.length[start] as number) > 1 && !/^说不(?:了解|知道|清楚|认识|记得)/.test(folded.slice(start, start + 4))) return false
      if (/^(?:为|作|之|呼|号|谓|成|到(?![,:])|不(?!了解|知道|清楚|认识|记得)|明|法|出|给|责)/.test(folded.slice(end, end + 3)))
        return false
    } else if (words.length[start] === 0 && end < codes.length && words.length[end] === 0 && classOf[codes[end] as number] === CLASS.han)
      return false
    return !NEGATION.test(folded.slice(Math.max(0, start - 6), start))
  }
}
