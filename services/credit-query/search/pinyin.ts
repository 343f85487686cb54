import { pinyin, segment } from 'pinyin-pro'
import { isHan } from './spelling.ts'

/** Characters whose usual reading the dictionary doesn't give first, or that names use with several: outside a known word all of these count. */
const USUAL: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    '都du 行xing,hang 长chang,zhang 乐le,yue 重zhong,chong 会hui,kuai 单dan,shan 盛sheng,cheng 调tiao,diao 便bian,pian 厦sha,xia 藏cang,zang ' +
    '朝chao,zhao 曾zeng,ceng 参can,shen 还huan,hai 薄bo,bao 差cha,chai 卡ka,qia 弹dan,tan 降jiang,xiang 角jiao,jue 解jie,xie 仇qiu,chou ' +
    '壳ke,qiao 卜bu,bo 劲jin,jing 露lu,lou 率lv,shuai 模mo,mu 泊bo,po 莎sha,suo 宿su,xiu 鲜xian 校xiao,jiao 畜xu,chu 择ze,zhai 粘zhan,nian ' +
    '柏bai,bo 番fan,pan 尉wei,yu 洗xi,xian 茄qie,jia 桔ju,jie 蔚wei,yu 筠yun,jun 珲hun,hui 晟sheng,cheng 莞guan,wan 覃qin,tan 囤tun,dun ' +
    '石shi 大da 为wei 和he 区qu 万wan 种zhong 传chuan 地di 的de 奇qi 缪miao,mou 祭ji 塔ta 巷xiang 贾jia 夏xia 葛ge 隗wei,kui 说shuo 觉jue,jiao 数shu'
  )
    .split(' ')
    .map((entry) => [[...entry][0] ?? '', entry.slice(1).split(',')]),
)

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const
/** Bound of the cache of pairs; the one of characters is bounded by Unicode. */
const MOST_WORDS = 50_000
const UNREADABLE = '?'
const characters = new Map<string, readonly string[]>()
const words = new Map<string, readonly string[] | undefined>()

const syllable = (read: string | undefined): string => (read !== undefined && KNOWN.has(read) ? read : UNREADABLE)

const usual = (character: string): readonly string[] => {
  let read = characters.get(character)
  if (read === undefined) {
    read = isHan(character)
      ? (USUAL[character] ?? [syllable(pinyin(character, OPTIONS)[0])])
      : /[a-z0-9]/.test(character)
        ? [character]
        : []
    characters.set(character, read)
  }
  return read
}

/** The two syllables of a pair of characters that the dictionary knows as a word. */
const wordReading = (pair: string): readonly string[] | undefined => {
  if (words.has(pair)) return words.get(pair)
  if (words.size >= MOST_WORDS) words.clear()
  const read = segment(pair).length === 1 ? pinyin(pair, OPTIONS) : undefined
  words.set(pair, read)
  return read
}

/**
 * The toneless readings of the character at an index of a folded name, ü as v: a character with several keeps the one of its word (银行: hang),
 * all usual ones outside words. A word doesn't reach across the start of the root: 包头市长兴商贸 isn't about a 市长. Latin letters and
 * digits read as themselves; punctuation isn't read at all.
 */
export const readingsAt = (name: readonly string[], index: number, root: number): readonly string[] => {
  const character = name[index] ?? ''
  const all = usual(character)
  if (all.length < 2) return all
  const [before, after] = [name[index - 1], name[index + 1]]
  const found = new Set<string>()
  const left = before !== undefined && index !== root && isHan(before) ? wordReading(before + character) : undefined
  if (left !== undefined) found.add(syllable(left[1]))
  const right = after !== undefined && index + 1 !== root && isHan(after) ? wordReading(character + after) : undefined
  if (right !== undefined) found.add(syllable(right[0]))
  return found.size === 0 ? all : [...found]
}

/** Every toneless syllable of Chinese names, ü as v. */
export const SYLLABLES: readonly string[] = (
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang chao che chen ' +
  'cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao ' +
  'die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai ' +
  'guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ' +
  'ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang ' +
  'liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan ' +
  'nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie ' +
  'pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai ' +
  'san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun ' +
  'suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin ' +
  'xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang ' +
  'zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'
).split(' ')

/** Other spellings of ü: of passports, and of those who leave the dots out where no u can stand. */
const ALIASES: Readonly<Record<string, string>> = { lue: 'lve', nue: 'nve', lyu: 'lv', nyu: 'nv' }
const KNOWN = new Map([...SYLLABLES.map((one) => [one, one] as const), ...Object.entries(ALIASES)])
const LONGEST_SYLLABLE = 6
const MOST_SEGMENTATIONS = 12

/** The ways to read letters as full syllables, fewest syllables first: `xian` as xian and as xi an, `xi'an` only so. Empty when there is none. */
export const segmentations = (letters: string): readonly (readonly string[])[] => {
  const found: string[][] = []
  const read = (rest: string, before: readonly string[]): void => {
    if (found.length >= MOST_SEGMENTATIONS) return
    if (rest === '') found.push([...before])
    for (let length = Math.min(LONGEST_SYLLABLE, rest.length); length > 0; length -= 1) {
      const one = KNOWN.get(rest.slice(0, length))
      if (one !== undefined) read(rest.slice(length).replace(/^'/, ''), [...before, one])
    }
  }
  read(letters.replaceAll('ü', 'v').replace(/^'/, ''), [])
  return found.sort((a, b) => a.length - b.length)
}
