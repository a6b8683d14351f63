/** A reading that holds where the text before ends so and the text after begins so. */
interface PhraseRule {
  reading: string
  before?: RegExp
  after?: RegExp
}

/**
 * Characters that are read by their meaning in the phrase, where a dictionary of words does not reach: verbs against nouns, mostly.
 * The first rule that fits decides. Found like those of context-readings.ts: every polyphone of the scripts was listed with what stands around it, and read.
 */
const RULES: Record<string, readonly PhraseRule[]> = {
  地: [
    {
      reading: 'de5',
      before: /((.)\2|一(.{1,3})一\3|一.一.|不停|不断|不住|不时|昼夜|大胆|高傲|飞快|系统|剧烈|[^就]特)$/,
      after: /^[^里上下面方图点震区球主盘形窖势名板道头层皮]/,
    },
  ],
  干: [
    { reading: 'gan1', before: /([包晒风擦烘烤揩晾吹熬饼笋唇]|若|不相|豆腐|水|口|泪|墨)$/ },
    { reading: 'gan1', after: /^([粮净燥枯旱河涸杯脆涉扰支瘪菜果饼冰咳裂渴亲戈笑巴瘦草预]|着急|沟|干净)/ },
    { reading: 'gan1', before: /[块是]$/, after: /^的/ },
    { reading: 'gan4' },
  ],
  教: [
    {
      reading: 'jiao1',
      before: /(^|[^请宗佛传说任家信文科高助国党执示调管主敢])$/,
      after: /^([他她我你们人书唱了过给得写念]|工人|农民|战士|孩子|学生|妇女|大家|群众|会[了他她]|乡亲|老乡|识字)/,
    },
  ],
  背: [
    { reading: 'bei4', before: /[驴马骡牛手刀山脊后违月驼靠椅刺骆]$/ },
    {
      reading: 'bei1',
      after: /^(着(?!手|人|家)|[枪粮包袋竹筐篓柴炭几铺米石]|孩子|出|走|起(?!来)|行李|土|水(?!一战))/,
    },
  ],
  难: [{ reading: 'nan4', after: /^友/ }],
  系: [{ reading: 'ji4', before: /(^|[^联关体派直维])$/, after: /^(着|上|紧|好|在|一[条根]|红|白|鞋)/ }],
  钻: [
    { reading: 'zuan4', before: /[打电金]$/ },
    { reading: 'zuan1', after: /^[^头机石床塔戒杆孔台]|^$/ },
  ],
  缝: [{ reading: 'feng2', before: /(^|[^石墙门裂指夹的])$/, after: /^(扣|补|衣|鞋|被|了|着|好|上|成|一|棉|制|纫)/ }],
  舍: [{ reading: 'she3', after: /^(不得|得|弃|命|生|己|身|小)/ }],
  扎: [{ reading: 'za1', after: /^(着|成|一[条根]|白|红|绷|辫|裤|皮带|绑腿|头巾)/ }],
  待: [
    { reading: 'dai1', before: /(^|[^等对招接优虐期看款亏善交薄急有])$/, after: /^(了|着|过|在|上|不住|下|一[会天])/ },
    { reading: 'dai1', before: /[要]$/, after: /^的/ },
  ],
  转: [
    { reading: 'zhuan3', after: /^[成为入向移战身折]/ },
    { reading: 'zhuan4', after: /^(着?圈|起来|来转去|动|了?[一二三四五六七八九十两几半]+圈)/ },
    { reading: 'zhuan4', before: /里$/, after: /^$/ },
  ],
  着: [{ reading: 'zhao2', before: /[睡找用摸够碰买犯逮]不$/ }],
  了: [{ reading: 'le5', before: /[有出到见来]$/, after: /^([结断]果?|事故|却)/ }],
  还: [
    { reading: 'huan2', before: /./, after: /^$/ },
    { reading: 'hai2', after: /^(在|是|有|没|要|会|能|说|记得)/ },
    { reading: 'huan2', after: /^我(青岛|河山|山河)/ },
    { reading: 'huan2', after: /^(了(?!得)|清(?!醒|楚|白)|债|贷|账)/ },
  ],
  倒: [
    { reading: 'dao4', before: /水不$/ },
    { reading: 'dao4', after: /^(水|茶|酒|流|退|映|数|影|是|也|不[是如]|被|过来|背|着|立|贴|灌|挂|计|车的时候)/ },
  ],
  为: [
    { reading: 'wei2', after: /^(榜样|纲|主|首|本|中心|荣|例|界|家|师|邻|伍|王|志(?!愿))/ },
    // What somebody or something becomes.
    {
      reading: 'wei2',
      before:
        /(命名|追认|任命|增选|推选|选举|改编|改名|改称|改组|提升|尊|誉|称|要变|[把将].{1,8}(树|列|定|评|立))[^为]{0,8}$/,
      after: /^[^了]/,
    },
    { reading: 'wei2', after: /^.{1,8}所[感迫害困动扰用杀知]/ },
    { reading: 'wei2', before: /互$/ },
    { reading: 'wei4', after: /^政治/ },
  ],
  数: [
    {
      reading: 'shu3',
      before: /(^|[^大小少多岁有人])$/,
      after: /^(票|一[个遍下数]|不[过清完]|来数去|得清|清(?!单)|数)/,
    },
  ],
  没: [{ reading: 'mo4', after: /^过([膝腰胸]|头顶|脚[面背])/ }],
  重: [
    { reading: 'zhong4', before: /([吨斤两克]|有)多$/, after: /^$/ },
    { reading: 'zhong4', after: /^要/ },
  ],
  钉: [{ reading: 'ding4', before: /(^|[^螺丝铁道竹洋])$/, after: /^[在上死牢住着了进成]/ }],
  拧: [{ reading: 'ning2', after: /^[成干紧开]/ }],
  划: [{ reading: 'hua2', after: /^([破船桨伤]|火柴|算)/ }],
  空: [{ reading: 'kong4', before: /(^|一|没)有$/, after: /^(就|$)/ }],
  夹: [{ reading: 'jia2', after: /^[衣袄被]/ }, { reading: 'jia1' }],
  少: [{ reading: 'shao3', before: /年$/, after: /^[交收打吃种了]/ }],
  中: [
    { reading: 'zhong4', before: /[挑打看选击射猜相刺砍]$/, after: /^([了的她他]|$)/ },
    { reading: 'zhong4', after: /^(弹|枪|毒|箭|暑|埋伏|标|奖|签|了[一几两枪弹毒箭埋计敌])/ },
  ],
  当: [
    { reading: 'dang4', before: /[了成用].{1,5}$/, after: /^(火把|宿舍|笔|枪|桌|床|教室|课本|黑板|柴|枕)/ },
    { reading: 'dang4', before: /[把拿][^把拿]{1,6}$/, after: /^[^年天时地局面场中家兵然上]/ },
  ],
  相: [{ reading: 'xiang4', before: /[照拍留]了?[一张个几]+$/, after: /^([^片机互册信]|$)/ }],
  种: [
    {
      reading: 'zhong4',
      before: /(^|[^这那各一两几三多种此某何的])$/,
      after: /^(法|地|田|粮|菜|树|花|下|着|出|棉|麦|稻|草|上|过|活)/,
    },
    { reading: 'zhong4', before: /各$/, after: /^各的/ },
    { reading: 'zhong4', before: /去$/, after: /^$/ },
  ],
  场: [
    {
      reading: 'chang2',
      before: /[一二三两几这那十场]$/,
      after: /^(雨|雪|仗|病|火|灾|大[战雨雪病火仗旱水斗]|战[争斗]|斗争|暴动|石油大会战|革命|硬|恶|风|洪|更大的仗)/,
    },
  ],
}

/** The reading of the character at `at` in a clause by the phrase around it, or null when no rule speaks. */
export function readingInPhrase(clause: string, at: number): string | null {
  const before = clause.slice(0, at)
  const after = clause.slice(at + 1)
  const rule = RULES[clause[at]!]?.find(r => (r.before?.test(before) ?? true) && (r.after?.test(after) ?? true))
  return rule?.reading ?? null
}
