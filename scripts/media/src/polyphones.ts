/**
 * Characters that a script may read in more than one way: what a reader of the pinyin looks at. Written down rather than taken
 * from a dictionary, which counts readings that nobody says any more (南 nā, 红 gōng) and would bury the others.
 */
const POLYPHONES = new Set(
  '阿挨熬扒把蚌薄堡暴背奔臂扁便瘪屏别泊伯卜藏曾差叉查刹禅颤单场长朝车称匙冲重臭处畜传创绰伺枞撮答待逮担弹当倒得的地提调丁钉斗都肚度囤垛恶发坊分缝佛服脯干葛革给更供骨谷冠观过哈还汗巷行号好喝和荷核横虹哄糊华划晃混济几纪系奇缉夹假间监见将浆降强教嚼角校觉结解节尽劲禁圈卷据卡看壳可空乐累量撩溜笼露绿论落率埋脉蔓氓没闷蒙模磨抹难宁弄哪泡喷片漂撇朴铺曝瀑栖蹊稽悄翘切亲曲雀任撒塞散丧色扇煞厦折舍甚盛省识似属数宿遂帖吐拓瓦为委尾尉吓鲜纤相削血熏旋咽殷要钥应佣晕载脏择扎轧炸粘涨占着正挣症只中种轴转琢作钻柏番铅蔚亭洞六燕仇区缪牟圩浚石拾劈呛抢蹬拧挑兴迫胖殖仔剥裳识氏券杉亡盖尺陆乘令凉晾参侧称估勾沟横混豁倔咖拉烙擂俩露掠抡绕任丧臊煽稍拾术体挑通同踏为唯鲜校吁疙予语员苑钟爪着召折逄覃查解单隗翟谌冼黑秘莘乌父王信屯吴句会台了少与'.split(
    '',
  ),
)

/** True when a reader must look at the character whatever it was read as. */
export function isPolyphone(char: string): boolean {
  return POLYPHONES.has(char)
}
