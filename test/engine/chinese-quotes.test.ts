import t from 'tap'
import { extract } from '../../src/engine/extract.ts'
import { JIANCE, MATOU, quotes, quotesAre, said } from './quoted.ts'

t.test('Chinese: the surname of a family is the one who was named first; a new paragraph is about whom it opens with', async (t) => {
  const found = quotes(
    '钢琴家奥托·林德与女儿玛雅·林德住在河边。林德说，桥上的风声像低音。玛雅说，父亲每天都去桥上。',
    '村民史桂枝坐在桥头。“没有桥，我们去镇上要绕半天。”\n',
  )
  t.same(found, [
    'indirect: 桥上的风声像低音 — 林德 → 奥托·林德, 钢琴家',
    'indirect: 父亲每天都去桥上 — 玛雅 → 玛雅·林德, 女儿',
    'direct: 没有桥，我们去镇上要绕半天。 — 史桂枝, 村民',
  ])
})

t.test('Chinese: who speaks and where a report ends', async (t) => {
  const all: [string, string, string[]][] = [
    [
      'when and where something was said stand behind it',
      '“我只是个修船的，不是你们的招牌！”昨天上午，在临江法院第二法庭，原告小薛情绪激动地说。',
      ['direct: 我只是个修船的，不是你们的招牌！ — 小薛, 原告'],
    ],
    [
      'behind a semicolon somebody else is spoken of',
      '县议员何彦廷批评，镇里每次都用拖字诀，“拖到塌了就不用修”；县议员廖美惠则主张尊重产权，她直言，保护不能只靠口号。',
      [
        'indirect: 镇里每次都用拖字诀，“拖到塌了就不用修” — 何彦廷, 县议员',
        'partial: 拖到塌了就不用修 — 何彦廷, 县议员',
        'indirect: 尊重产权 — 廖美惠, 县议员',
        'indirect: 保护不能只靠口号 — 她 → 廖美惠, 县议员',
      ],
    ],
    [
      'one utterance ends and another speaker begins',
      '有网友吐槽：“工资没涨，船票先涨了。”在镇上做会计的周敏告诉记者，她已经改坐公交。',
      ['direct: 工资没涨，船票先涨了。 — 网友', 'indirect: 她已经改坐公交 — 周敏'],
    ],
    [
      'the one who is judged has not spoken',
      '市港务局局长韩佩玲评价邵铁军“守住了底线”。她透露，码头年底前修好。',
      ['partial: 守住了底线 — 韩佩玲, 市港务局局长', 'indirect: 码头年底前修好 — 她 → 韩佩玲, 市港务局局长'],
    ],
    [
      'an institute whose name has an “and”',
      '国家航运与船舶实验室特聘研究员任涛提醒，船主应定期检修。',
      ['indirect: 船主应定期检修 — 任涛, 国家航运与船舶实验室特聘研究员'],
    ],
    [
      'a name that the dictionary lacks',
      '招联航运首席研究员董希淼表示，运价还会上涨。',
      ['indirect: 运价还会上涨 — 董希淼, 招联航运首席研究员'],
    ],
    [
      'somebody told by somebody else',
      '落水男子的妻子哭着说：“没有你，这个家就散了。”',
      ['direct: 没有你，这个家就散了。 — 落水男子的妻子'],
    ],
    ['a nickname', '船队所在码头的队长阿强说，小丁平时话不多。', ['indirect: 小丁平时话不多 — 阿强, 队长']],
    [
      'somebody nothing else is known of, with where he speaks',
      '一名救援队员在电话里说，桥墩下还有人。其中一位师傅估计，天亮前能通。',
      ['indirect: 桥墩下还有人 — 一名救援队员', 'indirect: 天亮前能通 — 一位师傅'],
    ],
    [
      'where somebody works does not speak for him',
      '另一名船东、曾在银行工作的季女士则认为，问题出在油价上。',
      ['indirect: 问题出在油价上 — 季女士, 一名船东'],
    ],
    [
      'how somebody speaks stands before the verb',
      '来自高树乡的蜜枣农潘正雄哽咽表示，码头的仓库全淹了。',
      ['indirect: 码头的仓库全淹了 — 潘正雄, 蜜枣农'],
    ],
    [
      'a surname with an office is who was named in full',
      '县港务局局长冯立群介绍，工程分三期进行。冯局长怒斥道，谁也不许拖。',
      ['indirect: 工程分三期进行 — 冯立群, 县港务局局长', 'indirect: 谁也不许拖 — 冯局长 → 冯立群, 县港务局局长'],
    ],
    [
      'a bare role is the one who has it',
      '警員盧志輝說，案發時天色已暗。被告何景棠沒有作聲。被告其後出庭自辯。他供稱，當晚只喝了兩罐啤酒。',
      ['indirect: 案發時天色已暗 — 盧志輝, 警員', 'indirect: 當晚只喝了兩罐啤酒 — 他 → 何景棠, 被告'],
    ],
    [
      'an answer behind a question in marks',
      '大律師沈慧儀追問：「你有沒有叫他站開？」警員盧志輝答稱不記得。',
      ['direct: 你有沒有叫他站開？ — 沈慧儀, 大律師', 'indirect: 不記得 — 盧志輝, 警員'],
    ],
    [
      'what a colon announced is not of who stands behind it',
      '船屋的男主人直摇头：“桥有什么好拍的？”摄影师韩东回忆，头两个月几乎没开机。',
      ['direct: 桥有什么好拍的？ — 男主人', 'indirect: 头两个月几乎没开机 — 韩东, 摄影师'],
    ],
    [
      'a criticism goes on in its words',
      '县议员苏怡安上午召开记者会，痛批现行补助门槛过高，“船主淹水淹到膝盖都不能报”。',
      ['indirect: 现行补助门槛过高，“船主淹水淹到膝盖都不能报” — 苏怡安, 县议员', 'partial: 船主淹水淹到膝盖都不能报 — 苏怡安, 县议员'],
    ],
    [
      'a country is no person, and whom it accuses does not speak',
      '塔尔维亚外交部同日发表声明，指责邻国奥伦“蓄意拦截商船”。奥伦国防部发言人伊戈尔·萨文称，船只越界在先。',
      ['partial: 蓄意拦截商船 — 塔尔维亚外交部', 'indirect: 船只越界在先 — 伊戈尔·萨文, 奥伦国防部发言人'],
    ],
    [
      'the scene stands before who has spoken',
      '“签合同的时候说好的，全变了。”站在关了门的船坞前，船东冯桂兰越说越气。',
      ['direct: 签合同的时候说好的，全变了。 — 冯桂兰, 船东'],
    ],
    [
      'a name in two parts of which the dictionary knows little',
      '国际航运组织总干事卡尔斯滕·莫雷2日说，航道安全。清岸船舶管理有限公司表示，船期照旧。',
      ['indirect: 航道安全 — 卡尔斯滕·莫雷, 国际航运组织总干事', 'indirect: 船期照旧 — 清岸船舶管理有限公司'],
    ],
    [
      'a firm by its number at the exchange',
      '10月28日晚间，恒岳海运（002988）披露三季报。次日，恒岳海运董事会秘书单文倩表示，运价已经见底。',
      ['indirect: 运价已经见底 — 单文倩, 恒岳海运董事会秘书'],
    ],
    [
      'one says one thing, another one another',
      '论坛里，有股民哀叹“又站岗了”，也有人认为利空出尽。',
      ['partial: 又站岗了 — 股民', 'indirect: 利空出尽 — 有人'],
    ],
    ['a table of figures by its owner', '据同花轩数据，当日有四十艘船进港。', ['indirect: 当日有四十艘船进港 — 同花轩']],
    [
      'comments in marks are no clause',
      '網友紛紛留言「這才是真正的船長」、「公司應該幫他加薪」。',
      ['partial: 這才是真正的船長 — 網友', 'partial: 公司應該幫他加薪 — 網友'],
    ],
    [
      'an appeal at the end of a sentence is none without its words',
      '航運公司強調，舷梯上月才通過檢查，並加派人員在出入口提醒。',
      ['indirect: 舷梯上月才通過檢查，並加派人員在出入口提醒 — 航運公司'],
    ],
    [
      'words that a comma adds',
      '小提琴家玛雅·林德在社交平台上证实了这一消息，“父亲走得很安静，窗外正好有船”。',
      ['partial: 父亲走得很安静，窗外正好有船 — 玛雅·林德, 小提琴家'],
    ],
    ['an occasion is no question', '县港务局副局长栾志远答记者问。', []],
    [
      'a calling that no lexicon has, and a given name alone',
      '首席潜航员辛鹏飞告诉记者，船明年再去。他的媳妇翠莲在旁边听着，翠莲抢过话头：“你去年也这么说！”',
      ['indirect: 船明年再去 — 辛鹏飞, 首席潜航员', 'direct: 你去年也这么说！ — 翠莲, 媳妇'],
    ],
    [
      'a dateline in brackets speaks not, and an answer to a question is an answer',
      '【晨報專訊】地政總署昨宣布，碼頭用地流標。港務局發言人回應查詢時說，不會賤賣土地。',
      ['indirect: 碼頭用地流標 — 地政總署', 'indirect: 不會賤賣土地 — 港務局發言人'],
    ],
    [
      'whom somebody asks about does not speak, whatever the pronoun',
      '航运大臣秘书艾莉森·格兰特证实，大臣邓肯周四到港。当被问及大臣邓肯是否让步时，她拒绝回答，只说“周四见分晓”。',
      ['indirect: 大臣邓肯周四到港 — 艾莉森·格兰特, 航运大臣秘书', 'partial: 周四见分晓 — 她 → 艾莉森·格兰特, 航运大臣秘书'],
    ],
    [
      'somebody of an institute whose name stands in marks',
      '美国智库“海运政策研究所”高级研究员彼得·霍金斯认为，罢工会结束。',
      ['indirect: 罢工会结束 — 彼得·霍金斯, 美国智库“海运政策研究所”高级研究员'],
    ],
    [
      'an office right before a name is where its bearer belongs',
      '该院护士长鄢梅建议，船员应接种疫苗。',
      ['indirect: 船员应接种疫苗 — 鄢梅, 该院护士长'],
    ],
    ['who brings people together tells nothing', '船员卫东升经朋友介绍到码头工作，没有签合同。', []],
    [
      'people that no lexicon has, behind 有',
      '有街坊指出，码头影响有限。一名家长当场站起来反问：“要是没有人拍视频，你们会来吗？”',
      ['indirect: 码头影响有限 — 街坊', 'direct: 要是没有人拍视频，你们会来吗？ — 一名家长'],
    ],
    [
      'what is put on a site is of who put it',
      '飞鹰队长、国脚石磊没有接受采访，仅在社交媒体上发了一句“对不起”。',
      ['partial: 对不起 — 石磊, 飞鹰队长、国脚'],
    ],
    [
      'a name in marks behind what its bearer is',
      '嘉宾之一的饶舌歌手“阿Pia”表示，船上的舞台太小。',
      ['indirect: 船上的舞台太小 — 阿Pia, 饶舌歌手'],
    ],
    [
      'a meeting demands, a catchword that is turned down is no quote',
      '会议要求，港口要建立台账，做到“件件有着落、事事有回音”。航运局局长冷宗海强调，不搞“一刀切”停航。',
      [
        'indirect: 港口要建立台账，做到“件件有着落、事事有回音” — 会议',
        'partial: 件件有着落、事事有回音 — 会议',
        'indirect: 不搞“一刀切”停航 — 冷宗海, 航运局局长',
      ],
    ],
    [
      'whoever tells of himself speaks too, and the title of a work names nobody',
      '她常背《滕王阁序》。我说：“罗老师，今天阴天。”',
      ['direct: 罗老师，今天阴天。 — 我'],
    ],
    [
      'a department, and a name with a Chinese surname behind the dot',
      '海运大学后勤保障部发布公告称，码头停用。首席经济学家菲利普·陈表示，影响有限。',
      ['indirect: 码头停用 — 海运大学后勤保障部', 'indirect: 影响有限 — 菲利普·陈, 首席经济学家'],
    ],
    [
      'whom a sentence introduces, whom one acts on, and who is asked',
      '报案的是女船员廖某。她说，母亲也在船上。船长方怀瑾站在桥上。医生劝他休息，他摆摆手，说“就差两页了”。记者问廖某怕不怕，她答：“怕过。”',
      [
        'indirect: 母亲也在船上 — 她 → 廖某, 女船员',
        'partial: 就差两页了 — 他 → 方怀瑾, 船长',
        'indirect: 廖某怕不怕 — 记者',
        'direct: 怕过。 — 她 → 廖某, 女船员',
      ],
    ],
    [
      'what words stand on has not spoken, and who hears has not either',
      '“喂，是派出所吗？”凌晨三点，值班员苏立波接到一通电话。船舱的墙上写着：“先修船，再出海。”',
      ['direct: 喂，是派出所吗？ — null', 'direct: 先修船，再出海。 — null'],
    ],
    [
      'an office in brackets, an office in two parts, and what a surname is called by',
      '港務局總經理（貨運成效）鄧綺雯回應指，碼頭已加開班次。船廠創始人兼CEO鄒凱說，船期不變。住在碼頭的鍾太表示，等了十小時。',
      [
        'indirect: 碼頭已加開班次 — 鄧綺雯, 港務局總經理（貨運成效）',
        'indirect: 船期不變 — 鄒凱, 船廠創始人兼CEO',
        'indirect: 等了十小時 — 鍾太',
      ],
    ],
    [
      'somebody does no more than speak',
      '县长谭晓东介绍，码头要修。“他们说我是第一批船东。”梁某反复念叨着。',
      ['indirect: 码头要修 — 谭晓东, 县长', 'direct: 他们说我是第一批船东。 — 梁某'],
    ],
    [
      'a name in marks that comes back, and an account',
      '渔业博主“大漠孤烟”在论坛发文，称自己被限流。网友@山有木兮评论：“支持！”随后，“大漠孤烟”说，他会申诉。',
      ['indirect: 自己被限流 — 大漠孤烟, 渔业博主', 'direct: 支持！ — @山有木兮, 网友', 'indirect: 他会申诉 — 大漠孤烟, 渔业博主'],
    ],
    [
      'somebody counted of an office, and what he calls himself',
      '海事法院一名不愿具名的法官向记者透露，案件上升六成。一位自称助理的女士接听后说：“他不方便说话。”',
      ['indirect: 案件上升六成 — 海事法院一名不愿具名的法官', 'direct: 他不方便说话。 — 一位自称助理的女士'],
    ],
    [
      'what is read out speaks itself, and what is not answered is no answer',
      '航运局副局长蒲静宣读了书面材料。答复称，补偿标准合法。船厂总经理屈志恒没有正面回应，只表示“会带回去”。',
      ['indirect: 补偿标准合法 — 答复', 'partial: 会带回去 — 屈志恒, 船厂总经理'],
    ],
    [
      'a feeling is no report',
      '国际航运组织秘书长安娜·林德斯特伦对协议表示欢迎，呼吁各方“一字不差地执行”。',
      [
        'indirect: 各方“一字不差地执行” — 安娜·林德斯特伦, 国际航运组织秘书长',
        'partial: 一字不差地执行 — 安娜·林德斯特伦, 国际航运组织秘书长',
      ],
    ],
    [
      'names whose characters make words, and an office at a paper',
      '民族阵线领导人优素福·马斯里则称，协议公平。总理阿里埃勒·夏隆说，停火有效。《航运周刊》副主编柏青禾认为，条款太少。',
      [
        'indirect: 协议公平 — 优素福·马斯里, 民族阵线领导人',
        'indirect: 停火有效 — 阿里埃勒·夏隆, 总理',
        'indirect: 条款太少 — 柏青禾, 《航运周刊》副主编',
      ],
    ],
    [
      'a father is no 她, and a new paragraph goes on with whom the last one ended',
      '演员潘燕玲很高兴。导演朱亦凡形容她是“船上的味蕾”。\n她的父亲是搬运工。“我妈不用秤，”她回忆道。',
      ['partial: 船上的味蕾 — 朱亦凡, 导演', 'direct: 我妈不用秤， — 她 → 潘燕玲, 演员'],
    ],
    [
      'names of two characters before the given name, and surnames in few names',
      '学金融的钟离雪去年来到船厂，她坦言喘不过气。海运大学教授支宏毅认为，码头有机会。言静波主任说，今晚不下班。',
      ['indirect: 喘不过气 — 她 → 钟离雪', 'indirect: 码头有机会 — 支宏毅, 海运大学教授', 'indirect: 今晚不下班 — 言静波, 主任'],
    ],
    [
      'who acts for an office, or in it, is no part of its name',
      '市长姬长青代表市政府向遇难船员表示沉痛哀悼，“我们没有守住底线，向大家道歉”。首相利萨·瓦尔德内在议会辩护，称港口“不能指望别人”。',
      [
        'partial: 我们没有守住底线，向大家道歉 — 姬长青, 市长',
        'indirect: 港口“不能指望别人” — 利萨·瓦尔德内, 首相',
        'partial: 不能指望别人 — 利萨·瓦尔德内, 首相',
      ],
    ],
    [
      'a country and its paper, a place that is a name, an officer',
      '奥尔纳《每日信使报》指出，航道太窄。外交部发言人米兰·科瓦奇21日说，航道安全。该公司首席医学官敬亭山表示，船员健康。',
      [
        'indirect: 航道太窄 — 奥尔纳《每日信使报》',
        'indirect: 航道安全 — 米兰·科瓦奇, 外交部发言人',
        'indirect: 船员健康 — 敬亭山, 该公司首席医学官',
      ],
    ],
    ['who asks whom is the writer', '问他紧不紧张，这个年轻人摇了摇头，又点了点头。', []],
    [
      'who spoke goes on, whomever he spoke of; what he does then is no report',
      '中国驻北海使团发言人发表声明，批评北方“拦截船只”，并称将采取措施。一名大学生对她说“姐，我知道你是好人”，然后挂断电话，转走了钱。',
      [
        'partial: 拦截船只 — 中国驻北海使团发言人',
        'indirect: 将采取措施 — 中国驻北海使团发言人',
        'partial: 姐，我知道你是好人 — 一名大学生',
      ],
    ],
    [
      'somebody of an office right behind it, a rumour, and who writes is no 他',
      '该局市场监管科工作人员回应称，没有强制规定。有消息称，会议将讨论停航。记者离开时，门卫老孟正在扫地。“我是看门的，”他苦笑着说。',
      ['indirect: 没有强制规定 — 该局市场监管科工作人员', 'indirect: 会议将讨论停航 — 消息', 'direct: 我是看门的， — 他 → 老孟, 门卫'],
    ],
    [
      'whose words a report cites, and what an occasion is',
      '海警指出，船长贺文浩一度称“只喝了姜母鸭”。总部位于北港的特纳航运银行宣布，裁减八百人。消息公布后，股价上涨。',
      ['indirect: 船长贺文浩一度称“只喝了姜母鸭” — 海警', 'partial: 只喝了姜母鸭 — 贺文浩, 船长', 'indirect: 裁减八百人 — 特纳航运银行'],
    ],
    [
      'what somebody is told, and a Tibetan name',
      '护士叮嘱她：不要下水，保持温暖。登山队教练达瓦次仁说，船很稳。',
      ['indirect: 不要下水，保持温暖 — 护士', 'indirect: 船很稳 — 达瓦次仁, 登山队教练'],
    ],
    [
      'a place in the office of somebody, and what is written in something',
      '克利夫兰联储主席玛格丽特·陈则很谨慎。她说，船要慢开。船员的日记里写道：“海是静的。”',
      ['indirect: 船要慢开 — 她 → 玛格丽特·陈, 克利夫兰联储主席', 'direct: 海是静的。 — 日记'],
    ],
    ['an answer to the press', '县港务局工作人员回应记者称，已对涉事码头立案调查。', ['indirect: 已对涉事码头立案调查 — 县港务局工作人员']],
  ]
  for (const [name, line, expected] of all) t.same(quotes(line), expected, name)
})

t.test('Chinese: what is denied is not said, countries speak by one character, terms are no quotes', async (t) => {
  t.same(said(MATOU, '镇政府未透露具体金额，工程师周远也没有说明原因。', JIANCE), [])
  t.same(said(MATOU, '俄称将继续谈判，美表示欢迎这一决定。', JIANCE), [
    'indirect “将继续谈判” of 俄 by 称',
    'indirect “欢迎这一决定” of 美 by 表示',
  ])
  t.same(
    said(MATOU, '所谓“百年码头”的说法并不可信，有关“码头将被拆除”的传言也没有根据，电影《长堤》和“清水行动”都在这里开机。', JIANCE),
    [],
  )
  t.same(said(MATOU, '工程师周远走上码头，“这里的每一块木板我都换过。”', JIANCE), ['direct “这里的每一块木板我都换过。” of 周远 by no cue'])
  t.same(said(MATOU, '周远认为码头“撑得住”，但费用“不是小数目”。', JIANCE).slice(1), [
    'partial “撑得住” of 周远 by 认为',
    'partial “不是小数目” of 周远 by 认为',
  ])
})

t.test('Chinese: reports end where somebody else does not answer; offices, hearers and manners', async (t) => {
  const expected: Record<string, string[]> = {
    '镇长林海生称施工队“拖了半年”，项目经理毕可拒绝回应。': [
      'indirect: 施工队“拖了半年” — 林海生, 镇长',
      'partial: 拖了半年 — 林海生, 镇长',
    ],
    '县文物局去年提议把老桥列为古迹，村民赵桂兰婉拒了。': ['indirect: 把老桥列为古迹 — 县文物局'],
    '县交通局发言人被问到是否担心工期时说，一切“照计划走”。': [
      'indirect: 一切“照计划走” — 县交通局发言人',
      'partial: 照计划走 — 县交通局发言人',
    ],
    '镇长林海生表示，桥会修好。有分析指出，资金仍有缺口。': ['indirect: 桥会修好 — 林海生, 镇长', 'indirect: 资金仍有缺口 — 分析'],
    '工程师方志远说得更直白：“没有钱，就没有桥。”': ['direct: 没有钱，就没有桥。 — 方志远, 工程师'],
    '记者问他，桥墩能不能保住。': ['indirect: 桥墩能不能保住 — 记者'],
    '该局公共交通科一名工作人员回应，正在研究绕行方案。': ['indirect: 正在研究绕行方案 — 该局公共交通科一名工作人员'],
    '松岭师范学院副教授蓝小满建议，桥名应征求居民意见。': ['indirect: 桥名应征求居民意见 — 蓝小满, 松岭师范学院副教授'],
    '策展人小野真纪形容老桥“像睡着的龙”。': ['partial: 像睡着的龙 — 小野真纪, 策展人'],
    '店主佐藤健太郎说，桥封了以后没有客人。': ['indirect: 桥封了以后没有客人 — 佐藤健太郎, 店主'],
    '桥匠赖允文的父亲赖火旺在世时常说：“泥不骗人。”赖允文二十岁离家。他说，现在明白了。': [
      'direct: 泥不骗人。 — 赖火旺, 父亲',
      'indirect: 现在明白了 — 他 → 赖允文',
    ],
  }
  quotesAre(t, expected)
})

t.test('Chinese: what is announced and what is none, and where a report ends', async (t) => {
  quotesAre(t, {
    '配送站则主张，小邹当时已经下班。': ['indirect: 小邹当时已经下班 — 配送站'],
    '另一位家长则忧虑，孩子会不会从此不敢过桥。': ['indirect: 孩子会不会从此不敢过桥 — 另一位家长'],
    '镇议员丁启航要求镇政府一周内公布检测报告全文。': [],
    '统计局将于下周公布主要经济指标。': [],
    '守桥队公布了一段据称当天拍摄的视频。': [],
    '镇长林海生强调安全没有折扣，也向居民致歉。': ['indirect: 安全没有折扣 — 林海生, 镇长'],
    '有粉丝留言“知错能改”，也有人不买账：“早干嘛去了？”': ['partial: 知错能改 — 粉丝', 'direct: 早干嘛去了？ — 有人'],
    '教授诸葛青走上新桥。他援引一项研究说，木桥更耐用。': ['indirect: 木桥更耐用 — 他 → 诸葛青, 教授'],
    '守桥人卫长河走了。儿子卫东至今记得父亲常挂在嘴边的一句话：“桥在，人就在。”': ['direct: 桥在，人就在。 — 父亲'],
    '局长卫长河告诉镇长，桥该修了。儿子卫东很难过。大家都喜欢老卫。“灯黄了要换。”这是老卫留给他的最后一句话。': [
      'indirect: 桥该修了 — 卫长河, 局长',
      'direct: 灯黄了要换。 — 老卫 → 卫长河, 局长',
    ],
    '八十二岁的覃阿婆每天来看桥。“有一回下大雪，就我一个人来看，”老人抹了抹眼角，“他照样守着。”': [
      'direct: 有一回下大雪，就我一个人来看， — 覃阿婆',
      'direct: 他照样守着。 — 老人 → 覃阿婆',
    ],
    '记者问六年级的陶小满：喜不喜欢这座新修的桥？她想了想，回答：“喜欢。”': [
      'indirect: 喜不喜欢这座新修的桥 — 记者',
      'direct: 喜欢。 — 她 → 陶小满',
    ],
  })
})

t.test('Chinese: 指 with a comma, who is said to be, whoever stands behind words in marks, and another word that announces', async (t) => {
  quotesAre(t, {
    '議員簡兆倫指，橋欄去年壞了四十二處。': ['indirect: 橋欄去年壞了四十二處 — 簡兆倫, 議員'],
    '副局長區卓然回應時表示，會參考意見。': ['indirect: 會參考意見 — 區卓然, 副局長'],
    '会长莫家荣未有正面回应，只称“要看细节”。': ['partial: 要看细节 — 莫家荣, 会长'],
    '镇长林海生走了。截至记者发稿时，已有六个地市宣布提前封桥。': ['indirect: 提前封桥 — 六个地市'],
    '有居民抱怨缴费不便。“桥头排队两小时。”一位女士在微博上吐槽。': ['indirect: 缴费不便 — 居民', 'direct: 桥头排队两小时。 — 一位女士'],
    '工会主席何塞·路易斯·贝坦科尔特说，罢工会继续。': ['indirect: 罢工会继续 — 何塞·路易斯·贝坦科尔特, 工会主席'],
    '总统哈利勒·卡里姆说，桥会修好。': ['indirect: 桥会修好 — 哈利勒·卡里姆, 总统'],
    '巴雷多总统露西亚·费雷拉来了。她的里奥布兰科同行埃米利奥·萨拉萨尔则表示，桥会修好。': ['indirect: 桥会修好 — 埃米利奥·萨拉萨尔'],
    '渔民老佩德罗没有看通车仪式。他说：“鱼要是回来了，我就信。”': ['direct: 鱼要是回来了，我就信。 — 他 → 佩德罗, 渔民'],
    '网友@秋刀鱼过期了 爆料称，桥栏坏了四处。': ['indirect: 桥栏坏了四处 — @秋刀鱼过期了, 网友'],
    '机构“星阔文化”表示，视频没有作假。': ['indirect: 视频没有作假 — 星阔文化'],
    '农业博主“老卜说地”发文痛批：“这叫加工？”': ['direct: 这叫加工？ — 老卜说地, 农业博主'],
    '镇长林海生的这一解释并未平息质疑。': [],
    '法国前首相马克·吕特说，桥该修了。北约秘书长吕特说，桥不该修。': [
      'indirect: 桥该修了 — 马克·吕特, 法国前首相',
      'indirect: 桥不该修 — 吕特 → 马克·吕特, 法国前首相',
    ],
    '局长王高明说，桥该修了。教授高明说，桥不该修。': ['indirect: 桥该修了 — 王高明, 局长', 'indirect: 桥不该修 — 高明, 教授'],
    '九岁的小姑娘岑小雨来看桥。小雨问：“明天还开吗？”': ['direct: 明天还开吗？ — 小雨 → 岑小雨, 小姑娘'],
    '学生丘晓彤觉得，桥栏太低。': ['indirect: 桥栏太低 — 丘晓彤, 学生'],
    '救援队队长步卫国带着队员上桥。步卫国强调，过桥要带灯。': ['indirect: 过桥要带灯 — 步卫国, 救援队队长'],
  })
})

t.test('Chinese: two who speak together, offices and callings, whom a report cites, who answers', async (t) => {
  quotesAre(t, {
    '他解释，渗流量有过波动，但当时的专家组研判认为，那与连日降雨有关。': [
      'indirect: 渗流量有过波动 — null',
      'indirect: 那与连日降雨有关 — 专家组',
    ],
    '古阿婆不说话。她的儿媳小燕在一旁补充说，村里只通知带身份证和药。': ['indirect: 村里只通知带身份证和药 — 小燕, 儿媳'],
    '他的同乡老季悄悄告诉记者，于小满第四天就偷偷出院了。': ['indirect: 于小满第四天就偷偷出院了 — 老季, 同乡'],
    '芯片厂商鲸屿科技与竞争对手蓝脊半导体周三联合宣布，双方已经和解。': ['indirect: 双方已经和解 — 芯片厂商鲸屿科技与竞争对手蓝脊半导体'],
    '贺兰欣和丈夫都说，孩子没事。': ['indirect: 孩子没事 — 贺兰欣和丈夫'],
    '张卫国与李长河会面时表示，方案已定。': ['indirect: 方案已定 — 张卫国'],
    '蓝脊半导体一位不愿具名的高管证实，那顿饭吃了五个小时。': ['indirect: 那顿饭吃了五个小时 — 蓝脊半导体一位不愿具名的高管'],
    '现场视频显示，岸边有市民大喊“别过去，冰要裂了”。': [
      'indirect: 岸边有市民大喊“别过去，冰要裂了” — 现场视频',
      'partial: 别过去，冰要裂了 — 市民',
    ],
    '“孩子们三天没吃过热饭了。”在德尔瓦主持救助站的修女玛尔塔通过卫星电话告诉本社记者。': [
      'direct: 孩子们三天没吃过热饭了。 — 玛尔塔, 修女',
    ],
    '“高地阵线”随后发表声明予以否认，反称学校早被军方征用。': ['indirect: 学校早被军方征用 — 高地阵线'],
    '塔拉姆政府与“高地阵线”互相指责对方率先开火。': ['indirect: 对方率先开火 — 塔拉姆政府与“高地阵线”'],
    '“高地阵线”3日称，学校早就关闭。': ['indirect: 学校早就关闭 — 高地阵线'],
    '法方提议召开紧急会议，遭到俄方反对。': ['indirect: 召开紧急会议 — 法方'],
    '卖鱼三十年的档主霞姐哽咽道：“我个孩子就在这个鱼档长大。”': ['direct: 我个孩子就在这个鱼档长大。 — 霞姐, 档主'],
    '一名仲裁员建议双方公司“不带律师吃一顿饭”。': [
      'indirect: 双方公司“不带律师吃一顿饭” — 一名仲裁员',
      'partial: 不带律师吃一顿饭 — 一名仲裁员',
    ],
    '研究员水其光在信里说，这种文字已经失传。水其光建议把原件送走。': [
      'indirect: 这种文字已经失传 — 水其光, 研究员',
      'indirect: 把原件送走 — 水其光, 研究员',
    ],
  })
  const answers = extract(
    '外卖员冰河救人之后\n外卖员于小满回忆道：“我看见下面有人。”落水的是十二岁的男孩佟佟。\n“要是冰裂了呢？”记者问。\n“裂了就裂了呗，我会水。”他顿了顿，又说，“其实我当时没想。”\n客服最终给他免了罚款。“规矩就是规矩。”他挠着头说。',
  )
  t.same(
    answers.quotes.filter(({ speaker }) => speaker?.text === '他').map(({ speaker }) => speaker?.name),
    ['于小满', '于小满', '于小满'],
    'whoever was asked answers',
  )
})

t.test(
  'Chinese: names that are words, the other party, papers and platforms by their names, occasions, whoever is complained of',
  async (t) => {
    quotesAre(t, {
      '东屿镇镇长骆向前是第一批上岛的。骆向前说，最难的是摸清人数。': ['indirect: 最难的是摸清人数 — 骆向前, 东屿镇镇长'],
      '医生水云舒一个人接诊了六十多人。水云舒说，麻药用完了。': ['indirect: 麻药用完了 — 水云舒, 医生'],
      '不少岛民反映，撤离通知太晚，“最后一班船都开走了”。': [
        'indirect: 撤离通知太晚，“最后一班船都开走了” — 不少岛民',
        'partial: 最后一班船都开走了 — 不少岛民',
      ],
      '项目负责人、副教授区可盈介绍，灵感来自松果。对于有关忧虑，区可盈回应指，数据已经提交。': [
        'indirect: 灵感来自松果 — 区可盈, 副教授',
        'indirect: 数据已经提交 — 区可盈, 副教授',
      ],
      '主办方星河文化的项目总监翁若彤在接受本报记者采访时解释，规则已经修改。': ['indirect: 规则已经修改 — 翁若彤, 项目总监'],
      '记者咨询该店客服，对方表示，商品假一赔三。': ['indirect: 商品假一赔三 — 对方 → 客服'],
      '平台方“淘乐”回复记者称，商品已经下架。': ['indirect: 商品已经下架 — 淘乐'],
      '当地媒体《南方体育》曾断言，这位老帅“活在上个世纪”。': [
        'indirect: 这位老帅“活在上个世纪” — 当地媒体 → 南方体育',
        'partial: 活在上个世纪 — 当地媒体 → 南方体育',
      ],
      '教练贝恩德祝贺了对手。他同时不忘抱怨裁判，认为本方应获得点球。': ['indirect: 本方应获得点球 — 他 → 贝恩德, 教练'],
      '驿丞在日记里写道：“风大，劝其缓行。”': ['direct: 风大，劝其缓行。 — 驿丞'],
      '主播“表姐苏苏”的直播间很热闹。“表姐苏苏”本人则回应，说自己从不卖假货。': ['indirect: 自己从不卖假货 — 表姐苏苏, 主播'],
    })
  },
)

t.test('Chinese: what is joined to a report is told by whoever told it; sides, places of an act, courts and cameras', async (t) => {
  quotesAre(t, {
    '国务院副发言人蒂娜·科尔曼当天对记者说，美方对进展“谨慎乐观”，但强调谈判“还有很长的路要走”。': [
      'indirect: 美方对进展“谨慎乐观” — 蒂娜·科尔曼, 国务院副发言人',
      'partial: 谨慎乐观 — 蒂娜·科尔曼, 国务院副发言人',
      'indirect: 谈判“还有很长的路要走” — 蒂娜·科尔曼, 国务院副发言人',
      'partial: 还有很长的路要走 — 蒂娜·科尔曼, 国务院副发言人',
    ],
    '乌方否认这一指控，称俄方更改了地点。': ['indirect: 俄方更改了地点 — 乌方'],
    '分析师纪少棠指出，公司存货太高。': ['indirect: 公司存货太高 — 纪少棠, 分析师'],
    '供应商代表、顺诚机械负责人萧茂雄表示，货款还没有付。': ['indirect: 货款还没有付 — 萧茂雄, 供应商代表、顺诚机械负责人'],
    '修复室来了新人。其中95后的小骆是学化学的。他坦言，师父的办法太慢。': ['indirect: 师父的办法太慢 — 他 → 小骆'],
    '站长车一鸣说，夜车已经加开。在省会汽车站，务工人员宁大勇拎着行李等了四个小时。“去年堵在路上。”他说。': [
      'indirect: 夜车已经加开 — 车一鸣, 站长',
      'direct: 去年堵在路上。 — 他 → 宁大勇, 务工人员',
    ],
    '监控显示，小雅在走廊停留了11分钟。': ['indirect: 小雅在走廊停留了11分钟 — 监控'],
    '法院审理查明，事发当晚班主任批评了小雅。': ['indirect: 事发当晚班主任批评了小雅 — 法院'],
    '综合外媒2月17日报道，双方达成协议。': ['indirect: 双方达成协议 — 外媒'],
  })
})

t.test('Chinese: who acts for somebody, words that were told before, offices in marks are terms', async (t) => {
  quotesAre(t, {
    '代表控方的资深大律师祈永昌称，被告获悉「天澜集团」将被私有化。': ['indirect: 被告获悉「天澜集团」将被私有化 — 祈永昌, 资深大律师'],
    '被告庞立勤否认指控。其代表律师庭外回复查询时说，被告充满信心。': ['indirect: 被告充满信心 — 律师'],
    '滕一凡听记者转述这句话时，沉默了很久。“告诉孩子，好好学习。”他说。': ['direct: 告诉孩子，好好学习。 — 他 → 滕一凡'],
    '候选人米里亚姆·奥孔约说，计票有问题。': ['indirect: 计票有问题 — 米里亚姆·奥孔约, 候选人'],
  })
})

t.test('Chinese: a report inside a report ends with its sentence, Japanese names', async (t) => {
  quotesAre(t, {
    '市民谈女士说，老板让她多付了3元，说纸箱用完可以退。“我让人把箱子退回来。”': [
      'indirect: 老板让她多付了3元 — 谈女士, 市民',
      'indirect: 纸箱用完可以退 — 老板',
      'direct: 我让人把箱子退回来。 — 谈女士, 市民',
    ],
    '制铁所所长村濑浩一说，炉子不会说话。': ['indirect: 炉子不会说话 — 村濑浩一, 所长'],
    '东京产业大学教授神谷修认为，政府应当制定计划。': ['indirect: 政府应当制定计划 — 神谷修, 东京产业大学教授'],
  })
})

t.test('Chinese: who is judged, what is asked for, excuses, and reports that end', async (t) => {
  quotesAre(t, {
    '议员冼颖说，拖延并不罕见。她批评镇府的做法过于草率，并呼吁各方保持克制。': [
      'indirect: 拖延并不罕见 — 冼颖, 议员',
      'indirect: 镇府的做法过于草率，并呼吁各方保持克制 — 她 → 冼颖, 议员',
    ],
    '议员冼颖批评了镇府的做法，并呼吁各方保持克制。': ['indirect: 各方保持克制 — 冼颖, 议员'],
    '对于村民提出的限高要求，镇长戚国安说，下月会在桥头立牌。': ['indirect: 下月会在桥头立牌 — 戚国安, 镇长'],
    '镇长戚国安承认，桥面“确实出现了裂缝”，但他拒绝说明原因。': [
      'indirect: 桥面“确实出现了裂缝” — 戚国安, 镇长',
      'partial: 确实出现了裂缝 — 戚国安, 镇长',
    ],
    '施工队的公关人员以“不便回应”为由挂断了电话。': ['partial: 不便回应 — 施工队的公关人员'],
    '监理主管晏某向记者道出实情：工期有考核，晚一天就要扣钱。': ['indirect: 工期有考核，晚一天就要扣钱 — 晏某, 监理主管'],
    '镇长戚国安被记者围住追问通车时间，他没有回答。': [],
  })
})

t.test('Chinese: who is asked about, who was reached, names in marks ahead of an office, what somebody does meanwhile', async (t) => {
  quotesAre(t, {
    '施工方董事长欧阳乔未正面回应，仅说会“虚心检讨”。': [
      'indirect: 会“虚心检讨” — 欧阳乔, 施工方董事长',
      'partial: 虚心检讨 — 欧阳乔, 施工方董事长',
    ],
    '“八年了，闭着眼睛都会做。”苑小荷一边说，一边擦拭栏杆。': ['direct: 八年了，闭着眼睛都会做。 — 苑小荷'],
    '苑小荷住在桥头。徒弟上个月走了。“不怪他。”提起往事，苑小荷语气平静。': ['direct: 不怪他。 — 苑小荷'],
    '发言人任雨桐说，桥下月动工。被问到某供应商高管被限制出境时，她说不了解情况，建议向主管部门询问。': [
      'indirect: 桥下月动工 — 任雨桐, 发言人',
      'indirect: 不了解情况 — 她 → 任雨桐, 发言人',
      'indirect: 向主管部门询问 — 她 → 任雨桐, 发言人',
    ],
    '科长储大军告诉记者，桥会修好。记者联系到视频发布者、前员工阿钟。他表示自己上周刚离职。': [
      'indirect: 桥会修好 — 储大军, 科长',
      'indirect: 自己上周刚离职 — 他 → 阿钟, 前员工',
    ],
    '对于上述说法，“日出”华东区公关总监凌霜回复称，公司正在调查，“绝不姑息”。': [
      'indirect: 公司正在调查，“绝不姑息” — 凌霜, 华东区公关总监',
      'partial: 绝不姑息 — 凌霜, 华东区公关总监',
    ],
    '有不少村民在评论区表示要绕路。': ['indirect: 要绕路 — 不少村民'],
    '镇长戚国安今天公开致歉，并承诺一个月内提出报告。': ['indirect: 一个月内提出报告 — 戚国安, 镇长'],
    '对手主帅、名帅里卡多·蒙特罗吐槽赛程：“我的球员不是机器。”': ['direct: 我的球员不是机器。 — 里卡多·蒙特罗, 名帅'],
    '前锋奥卢·阿德耶米透露，主帅换他上场时只交代了一句：“去把比赛结束掉。”': ['direct: 去把比赛结束掉。 — 主帅'],
    '法官亓官婧表示，业务员使用“百分百”“包落户”等字眼，存在误导。': ['indirect: 业务员使用“百分百”“包落户”等字眼，存在误导 — 亓官婧, 法官'],
  })
})

t.test('Chinese: titles of honour, calls, what is withheld, one sentence without a colon', async (t) => {
  quotesAre(t, {
    '州务大臣拿督莫哈末·阿兹米今日说，桥下月动工。': ['indirect: 桥下月动工 — 莫哈末·阿兹米, 州务大臣拿督'],
    '灌溉局局长再努丁解释，工程停滞是因为征地。': ['indirect: 工程停滞是因为征地 — 再努丁, 灌溉局局长'],
    '该局总监慕哈敏吁请居民及早撤离。': ['indirect: 居民及早撤离 — 慕哈敏, 该局总监'],
    '议长戴尔·霍金斯避免直接评论，只说各方“会研究判决书”。': [
      'indirect: 各方“会研究判决书” — 戴尔·霍金斯, 议长',
      'partial: 会研究判决书 — 戴尔·霍金斯, 议长',
    ],
    '据队医桑榆透露，主帅达米扬·拉科维奇只说了一句“明天照常训练”便转身离开。': [
      'indirect: 主帅达米扬·拉科维奇只说了一句“明天照常训练”便转身离开 — 桑榆, 队医',
      'partial: 明天照常训练 — 达米扬·拉科维奇, 主帅',
    ],
    '镇里发函，要求其说明是否存在应披露未披露的信息。': [],
  })
})

t.test('Chinese: somebody in charge, whom a clause identifies, who is there, to whom something is told', async (t) => {
  quotesAre(t, {
    '欧盟委员会负责工业战略的执行副主席塞茹尔内近日警告说，生产线将停摆。': ['indirect: 生产线将停摆 — 塞茹尔内, 执行副主席'],
    '歌手葉承翰說，不必多問。女方身分曝光，是陶藝家溫以柔。她說：「謝謝大家。」': [
      'indirect: 不必多問 — 葉承翰, 歌手',
      'direct: 謝謝大家。 — 她 → 溫以柔, 陶藝家',
    ],
    '社群平台上也有網友留言：「先抓違建。」': ['direct: 先抓違建。 — 網友'],
    '據目擊民眾向本刊爆料，兩人用餐約兩小時。': ['indirect: 兩人用餐約兩小時 — 目擊民眾'],
    '所长苍同舟对她说，这里条件差。': ['indirect: 这里条件差 — 苍同舟, 所长'],
    '院長蕭倩儀憶述起火前曾聞到異味，即時按動警鐘。': ['indirect: 起火前曾聞到異味，即時按動警鐘 — 蕭倩儀, 院長'],
    '一位不愿意透露姓名的阿姨说，用完忘了还。': ['indirect: 用完忘了还 — 一位不愿意透露姓名的阿姨'],
    '殷嘉禾像介绍自己的孩子一样介绍这株水稻。': [],
    '景区工作人员称，入口有警示牌。至于费用，对方表示还在研究。': [
      'indirect: 入口有警示牌 — 景区工作人员',
      'indirect: 还在研究 — 对方 → 景区工作人员',
    ],
    '德国杜伊斯-埃伦大学教授费迪南德·克莱因没有那么悲观。在这位72岁的汽车专家看来，“时间还来得及”。': [
      'partial: 时间还来得及 — 这位72岁的汽车专家 → 费迪南德·克莱因, 德国杜伊斯-埃伦大学教授',
    ],
    '校长席慕晴的回信同样有趣：“你举报的嫌疑人已经传唤。”': ['direct: 你举报的嫌疑人已经传唤。 — 席慕晴, 校长'],
    '教授游国维建议，问责既要有力度，也要有温度。': ['indirect: 问责既要有力度，也要有温度 — 游国维, 教授'],
  })
})

t.test(
  'Chinese: more told between office and name, surnames that are words, names torn from firms, who gives what is written',
  async (t) => {
    quotesAre(t, {
      '主教练、曾带出三名冠军的叶莲娜·索科尔在桥上说，队伍会赢。': ['indirect: 队伍会赢 — 叶莲娜·索科尔, 主教练'],
      '在桥头开小卖部的蔡金凤对此并不买账。“一天只来两个人。”她说。': ['direct: 一天只来两个人。 — 她 → 蔡金凤'],
      '来自邻省的游客屈先生说，桥真美。': ['indirect: 桥真美 — 屈先生, 游客'],
      '校长温若谷则更担心学生。温校长介绍，三十名学生过不了河。': ['indirect: 三十名学生过不了河 — 温校长 → 温若谷, 校长'],
      '局长纪宗翰说明了延误原因。他说，桥墩不能冒险。': ['indirect: 桥墩不能冒险 — 他 → 纪宗翰, 局长'],
      '芯原微出资修桥。芯原微的股价跌了。“纯属谣言。”芯原微董事会秘书娄静在电话里回应。芯原微没有停产。': [
        'direct: 纯属谣言。 — 娄静, 芯原微董事会秘书',
      ],
      '工程师德米特里·瓦伦科夫因三次缺席被解职。瓦伦科夫说，他不服。': ['indirect: 他不服 — 瓦伦科夫 → 德米特里·瓦伦科夫, 工程师'],
      '教授冉维桢表示，问题不在桥，而在公司披露不及时。': ['indirect: 问题不在桥，而在公司披露不及时 — 冉维桢, 教授'],
      '三百名居民举行抗议，高喊“桥不能拆”。': ['partial: 桥不能拆 — 三百名居民'],
      '总统里瓦斯发表讲话，宣布三个省进入紧急状态。': ['indirect: 三个省进入紧急状态 — 里瓦斯, 总统'],
      '镇长罗小满说，将租用“惠安二号”轮载客。': ['indirect: 将租用“惠安二号”轮载客 — 罗小满, 镇长'],
      '姚女士没有到场。她托母亲带给镇长一张卡片，上面写着：“谢谢您修好了桥。”': ['direct: 谢谢您修好了桥。 — 她 → 姚女士'],
      '镇长罗小满走了。“桥修了再说。”林阿婆听到消息，只回了这么一句。': ['direct: 桥修了再说。 — 林阿婆'],
      '老师白露说，孩子们爱写桥。至于学生游小蓝，她最近的作文写的是桥。结尾是这样的：“它等了我七十年。”': [
        'indirect: 孩子们爱写桥 — 白露, 老师',
        'direct: 它等了我七十年。 — 游小蓝, 学生',
      ],
    })
  },
)

t.test('Chinese: names that end like grammar, callings, who is told of beside a name, what two people do to each other', async (t) => {
  quotesAre(t, {
    '苗春和把木牌挂上门。苗春和与妻子种了一院子豆角。“她最爱这口井。”苗春和说。有人问苗春和，院子开到哪天。老人说，开到井干。': [
      'direct: 她最爱这口井。 — 苗春和',
      'indirect: 院子开到哪天 — 有人',
      'indirect: 开到井干 — 老人 → 苗春和',
    ],
    '二年级的游小蓝爱看恐龙。她的同桌豆豆插嘴：“我爱看鲸鱼！”豆豆又说，鲸鱼更大。': [
      'direct: 我爱看鲸鱼！ — 豆豆, 同桌',
      'indirect: 鲸鱼更大 — 豆豆, 同桌',
    ],
    '代理律师费明远对记者坦言，胜算不大，他已建议当事人和解。': ['indirect: 胜算不大，他已建议当事人和解 — 费明远, 代理律师'],
    '桥头区渔会总干事游进发表示，渔民不反对修桥。': ['indirect: 渔民不反对修桥 — 游进发, 桥头区渔会总干事'],
    '现年七十岁、撑船四十年的游阿福在台上哽咽。他说，桥一修，船就没了。': ['indirect: 桥一修，船就没了 — 他 → 游阿福'],
    '开发商海澜能源稍晚发表声明强调，桥墩没有动过。': ['indirect: 桥墩没有动过 — 海澜能源'],
    '“车停了四十分钟。”乘客邱女士回忆。她所在的公司允许员工补打卡，“不然全勤奖就没了”。': [
      'direct: 车停了四十分钟。 — 邱女士, 乘客',
      'partial: 不然全勤奖就没了 — 邱女士, 乘客',
    ],
    '该局一位不愿具名的负责人私下对记者说，查的是制度。': ['indirect: 查的是制度 — 该局一位不愿具名的负责人'],
    '药材商人霞姐开了门。霞姐自己也收到过邀请，对方许诺，举三次牌就给两万元。她没去，“丢不起那个人”。': [
      'indirect: 举三次牌就给两万元 — 对方',
      'partial: 丢不起那个人 — 她 → 霞姐, 药材商人',
    ],
    '司机丁某告诉医生，两人爬上了高台。头灯没电以后，他们就轮流讲故事，“讲完了就背乘法口诀”。': [
      'indirect: 两人爬上了高台 — 丁某, 司机',
      'partial: 讲完了就背乘法口诀 — 丁某, 司机',
    ],
    '孟晓棠走了。记者在留言本上看到一行歪歪扭扭的字：“奶奶，书我看完了。”': ['direct: 奶奶，书我看完了。 — null'],
    '主帅伊万·马里奇难掩失望，他认为裁判“改变了比赛”，但也承认，球队没有资格抱怨裁判。': [
      'indirect: 裁判“改变了比赛” — 他 → 伊万·马里奇, 主帅',
      'partial: 改变了比赛 — 他 → 伊万·马里奇, 主帅',
      'indirect: 球队没有资格抱怨裁判 — 他 → 伊万·马里奇, 主帅',
    ],
  })
})

t.test('Chinese: who said so behind a description, those who post, classes, questions, old people, proverbs', async (t) => {
  quotesAre(t, {
    '法国总统表示，愿意帮忙。“桌上没有坏人。”长期研究该河谷的学者、布拉戈大学教授米洛什·扬科维奇这样评论。': [
      'indirect: 愿意帮忙 — 法国总统',
      'direct: 桌上没有坏人。 — 米洛什·扬科维奇, 布拉戈大学教授',
    ],
    '有当地媒体披露，她订好了机票。': ['indirect: 她订好了机票 — 当地媒体'],
    '区教育局回应称，情况属实。“儿子被记了名字。”发帖家长郎先生说，表格第一条就是不准下楼。': [
      'indirect: 情况属实 — 区教育局',
      'direct: 儿子被记了名字。 — 郎先生, 发帖家长',
      'indirect: 表格第一条就是不准下楼 — 郎先生, 发帖家长',
    ],
    '一名五年级男生喊：“能跑啦！”': ['direct: 能跑啦！ — 一名五年级男生'],
    '徒弟游小年留了下来。别人问他图什么，他总是一笑：“图个响。”': ['indirect: 他图什么 — 别人', 'direct: 图个响。 — 他 → 游小年, 徒弟'],
    '证人邬小姐出庭。律师祝雅琴反驳，证据不足。证人邬小姐作供，称听见过。在祝雅琴盘问下，她承认，当时水壶在响。': [
      'indirect: 证据不足 — 祝雅琴, 律师',
      'indirect: 听见过 — 邬小姐, 证人',
      'indirect: 当时水壶在响 — 她 → 邬小姐, 证人',
    ],
    '法官屈汉生提醒律师不要“说相声”，旁听席传出笑声。': ['indirect: 律师不要“说相声” — 屈汉生, 法官', 'partial: 说相声 — 屈汉生, 法官'],
    '体检中心一名影像科医生告诉记者，每名医生每天看两百份片子。“一份只有四十秒。”这名医生无奈地说。': [
      'indirect: 每名医生每天看两百份片子 — 体检中心一名影像科医生',
      'direct: 一份只有四十秒。 — 这名医生 → 体检中心一名影像科医生',
    ],
    '市场监管部门表示，将重点监测。古人云：“利尽则散。”': ['indirect: 将重点监测 — 市场监管部门', 'direct: 利尽则散。 — null'],
    '气象台今晨将台风预警升级为红色。': [],
    '省长阙长庚要求，各地完成转移。84岁的水根婆婆抱着母鸡。工作人员劝她放下，她摆手：“它要跟着我。”': [
      'indirect: 各地完成转移 — 阙长庚, 省长',
      'direct: 它要跟着我。 — 她 → 水根婆婆',
    ],
  })
})

t.test(
  'Chinese: names with 有 and 时, verbs before a group, one of those told of, notices that say, films that are pointed at',
  async (t) => {
    quotesAre(t, {
      '村支书鲍长顺坐下了。第一个站起来的是八十三岁的游有年。老汉嗓门很大：“谁砍树，先砍我！”游有年说完就走。': [
        'direct: 谁砍树，先砍我！ — 老汉 → 游有年',
      ],
      '检察官叶时雨播放录音。“这不是孩子，是证据。”叶时雨论告时停顿，他说，最重的一页是录音。': [
        'direct: 这不是孩子，是证据。 — 叶时雨, 检察官',
        'indirect: 最重的一页是录音 — 他 → 叶时雨, 检察官',
      ],
      '保姆廖女辩称女童身上的伤是自己跌的，并称自己“比她妈还疼她”。': [
        'indirect: 女童身上的伤是自己跌的 — 廖女, 保姆',
        'indirect: 自己“比她妈还疼她” — 廖女, 保姆',
        'partial: 比她妈还疼她 — 廖女, 保姆',
      ],
      '多家券商下调评级，其中华旭证券在研报中直言，“信任折旧得比电池快”。': ['direct: 信任折旧得比电池快 — 华旭证券'],
      '记者致电两家公司。一家回应“正在了解情况”，另一家无人接听。': ['partial: 正在了解情况 — 一家'],
      '海洋预报中心提示，沿海将出现风暴增水。': ['indirect: 沿海将出现风暴增水 — 海洋预报中心'],
      '影评人宗白石在专栏里称赞这部电影“把悲伤煮成了粥”。': ['partial: 把悲伤煮成了粥 — 宗白石, 影评人'],
    })
  },
)

t.test('Chinese: marks the wrong way round, and a stop outside them', async (t) => {
  quotesAre(t, {
    '“我认为两边都准备好了，很多人盼着通车。现在只差签字，“韩立德在桥头对记者说道。': [
      'direct: 我认为两边都准备好了，很多人盼着通车。现在只差签字， — 韩立德',
    ],
    '“我们能行，“孙晓说，“明天就开工。“他转身走了。': ['direct: 我们能行， — 孙晓', 'direct: 明天就开工。 — 孙晓'],
    '郑女士以为施工队不是来道歉的，”毫无诚意，几乎就是耍赖“。': ['partial: 毫无诚意，几乎就是耍赖 — 郑女士'],
    '分析师们认为，石料还会涨价。“这里头有运费，也有人工”。镇里要重新算账。': [
      'indirect: 石料还会涨价 — 分析师们',
      'direct: 这里头有运费，也有人工 — 分析师们',
    ],
  })
})

t.test('Chinese: no report: what is still to be published, occasions, feelings, titles of papers, what is conceded', async (t) => {
  quotesAre(t, {
    '县统计局下周将公布四月数据，香港媒体引述专家的分析指出，经济正在回升。': ['indirect: 经济正在回升 — 专家 via 香港媒体'],
    '她是在了解到“免费修桥五十年”政策后做的决定。': [],
    '众人纷纷留言，对此事表示愤慨。': [],
    '记者邀请50名校长参与8道“同题问答”，最终有22名校长答完。': [],
    '县里邀请局长提出「新河道三年整治纲要」专案报告并备询。': [],
    '尽管镇长孟立清当面提醒，但司机仍把车停在桥上。': [],
    '正当民警怀疑是不是假警时，亮灯的屋边有人望着他们。': [],
    '孟书彬随即说“不需要”，她是指桥上的护栏。': ['partial: 不需要 — 孟书彬'],
    '小女孩说自己叫小琦，今年5岁，同时还把母亲的电话告诉了民警。': ['indirect: 自己叫小琦，今年5岁 — 小女孩'],
  })
})

t.test('Chinese: an utterance whose closing mark is lost', async (t) => {
  t.same(
    said(
      '河边小镇修桥记',
      '镇长孟立站在桥头，望着上涨的河水。',
      '“大雨还要下一整天，上游的水库已经开闸，请大家今晚不要过桥。',
      '夜里水位又涨了半米，桥面上已经看不见护栏的底座了。',
    ),
    ['direct “大雨还要下一整天，上游的水库已经开闸，请大家今晚不要过桥。” of 孟立 by no cue'],
  )
})

t.test('Chinese: 指 in Hong Kong, what is conceded, what a medium relays, statements and leaders', async (t) => {
  quotesAre(t, {
    '镇长葛蓝周一表示，桥会修好。': ['indirect: 桥会修好 — 葛蓝, 镇长'],
    '葛蓝周一表示，桥会修好。': ['indirect: 桥会修好 — 葛蓝'],
    '虽然镇长葛蓝曾警告，不修桥会出事，但居民不信。': ['indirect: 不修桥会出事 — 葛蓝, 镇长'],
    '《临江报》当晚报道，葛蓝向居民透露，镇里有意采用新方案，当中包括承认旧账。': [
      'indirect: 镇里有意采用新方案，当中包括承认旧账 — 葛蓝 via 《临江报》',
    ],
    '3月13日公司表示：桥墩正常。': ['indirect: 桥墩正常 — 公司'],
    '两位领袖强调，桥会修好。': ['indirect: 桥会修好 — 两位领袖'],
    '临江社报道，葛蓝和孟立昨晚同时签字。声明说，桥墩已经加固。': [
      'indirect: 葛蓝和孟立昨晚同时签字 — 临江社',
      'indirect: 桥墩已经加固 — 声明',
    ],
    '镇长孟立乐见进度“比预想的要快”。': ['partial: 比预想的要快 — 孟立, 镇长'],
  })
  t.same(
    said(
      '河邊小鎮討論老碼頭去留',
      '鎮長葛藍說，碼頭會修好。他指這只是例行檢查。他指著橋墩說，這裡要修。',
      '警方指有人深夜登上碼頭。',
      '鎮裡三月再次開會，屆時工程師將提交碼頭的檢測報告。',
    ),
    [
      'indirect “碼頭會修好” of 葛藍 by 說',
      'indirect “這只是例行檢查” of 他 by 指',
      'indirect “這裡要修” of 他 by 說',
      'indirect “有人深夜登上碼頭” of 警方 by 指',
    ],
  )
})

t.test('Chinese: who calls himself something, what is not to be told, officers of the police', async (t) => {
  quotesAre(t, {
    '镇警署交通科总警司卢知远表示，桥面已经清空。': ['indirect: 桥面已经清空 — 卢知远, 镇警署交通科总警司'],
    '港务处发出通告，禁止员工对外披露船期和货单。': [],
    '一名自称“船长”的人高叫，警方批评称，这样做打断了发布会。': ['indirect: 这样做打断了发布会 — 警方'],
  })
})

t.test('Chinese: straight marks with blanks inside, behind a comma', async (t) => {
  quotesAre(t, {
    '一名店主告诉晚报记者，货车是倒着滑下来的。其表示自己当时在搬货，" 我只听见轰的一声，回头车就没了。" 并称没有人受伤。': [
      'indirect: 货车是倒着滑下来的 — 一名店主',
      'indirect: 自己当时在搬货 — 其 → 一名店主',
      'direct: 我只听见轰的一声，回头车就没了。 — 其 → 一名店主',
      'indirect: 没有人受伤 — 其 → 一名店主',
    ],
  })
})

t.test('Chinese: entertainment pages: roles behind verbs, first names in Latin letters, what is done to somebody', async (t) => {
  quotesAre(t, {
    '他很佩服导演陈玉川。陈玉川说，明年再拍。': ['indirect: 明年再拍 — 陈玉川, 导演'],
    '樓下住著監製李澄。李澄表示，當晚沒聽見水聲。': ['indirect: 當晚沒聽見水聲 — 李澄, 監製'],
    '编导严艺文被观众告白：“我很喜欢你的作品！”': ['direct: 我很喜欢你的作品！ — 观众'],
    '散场时掌声满堂，Tiffany说：“下次再找我们？”Stina说：“我可以提供便当喔！”': [
      'direct: 下次再找我们？ — Tiffany',
      'direct: 我可以提供便当喔！ — Stina',
    ],
    '渔会主席刘业川形容，公署收回渡口，是盲抢财产。': ['indirect: 公署收回渡口，是盲抢财产 — 刘业川, 渔会主席'],
    '镇议员祝晴批评收费太贵。民湖党方面，镇代表陈志桥表示，桥不会拆，但他认为路要修。': [
      'indirect: 收费太贵 — 祝晴, 镇议员',
      'indirect: 桥不会拆 — 陈志桥, 镇代表',
      'indirect: 路要修 — 他 → 陈志桥, 镇代表',
    ],
  })
})
