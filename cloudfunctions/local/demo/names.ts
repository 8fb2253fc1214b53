import type { Dice } from './random'

/** Surnames as they are met around the Pearl River, with how often in a thousand. */
const surnames: readonly (readonly [string, number])[] = [
  ['陈', 118],
  ['梁', 104],
  ['黄', 96],
  ['李', 88],
  ['林', 62],
  ['何', 58],
  ['吴', 54],
  ['郭', 42],
  ['冯', 40],
  ['刘', 38],
  ['张', 34],
  ['罗', 32],
  ['苏', 28],
  ['谭', 26],
  ['周', 24],
  ['郑', 24],
  ['萧', 20],
  ['麦', 18],
  ['卢', 18],
  ['高', 14],
  ['阮', 12],
  ['杨', 12],
  ['甘', 10],
  ['欧阳', 8],
  ['简', 8],
  ['伍', 6],
  ['缪', 6],
]
const ofAThousand = surnames.flatMap(([name, share]) => Array.from({ length: share }, () => name))

type Age = 'old' | 'middle' | 'young'
export type Sex = 'woman' | 'man'

const first: Record<Sex, Record<Age, string>> = {
  man: { old: '金炳锦耀润树根福桂观兆灿荣焕添', middle: '志伟建国文永健耀俊锦海炳振卓兆', young: '浩俊嘉子梓家宇晓泽铭健智柏乐恒' },
  woman: { old: '桂月秀凤瑞金带惠玉兰杏银彩结妹', middle: '丽美燕惠雪玉艳秋少洁敏翠瑞小淑', young: '嘉晓思雅欣梓诗颖芷佩绮静可乐雨' },
}
const second: Record<Sex, Record<Age, string>> = {
  man: { old: '添祥松棠泉池根波洪林垣基盛标满', middle: '明强辉雄华平文斌基波标添钊泉权', young: '轩宏杰然烽朗霖楠乐添谦诚越彬睿' },
  woman: { old: '好娣英珍女群娇兰欢笑芬葵琼仪顺', middle: '玲芬娟霞珍嫦仪群芳云娴萍琼婵莲', young: '欣怡琳彤莹瑶桐晴悦诗妍盈婷柔乔' },
}

/** Well-known people whose names the syllables could make: nobody here is anybody. */
const known = new Set([
  '李国强',
  '李建国',
  '陈文华',
  '林志玲',
  '林文雄',
  '梁文道',
  '梁国雄',
  '黄家强',
  '黄健翔',
  '黄志强',
  '吴建豪',
  '吴志雄',
  '吴金贵',
  '张卓文',
  '张文宏',
  '张志强',
  '张国强',
  '陈志华',
  '陈建斌',
  '陈国强',
  '周志强',
  '张家辉',
  '陈健锋',
  '何文田',
  '陈嘉桦',
  '张海波',
  '周海波',
  '杨丽萍',
  '杨志强',
  '罗志祥',
  '李嘉诚',
  '李嘉欣',
  '李文波',
  '张惠雯',
  '李国华',
  '刘志强',
  '刘国强',
  '郭家铭',
  '李诗颖',
  '张嘉倪',
  '黄金宝',
  '林海峰',
  '张美玲',
  '李美珍',
  '陈永仁',
  '刘建明',
  '黄志忠',
  '李健',
  '杨振华',
  '郭振平',
  '张雨绮',
  '陈晓楠',
  '梁永斌',
  '梁嘉琳',
  '吴建斌',
  '周建平',
  '李永波',
  '刘永好',
  '张国华',
  '林丽芳',
  '林建华',
  '高洪波',
  '高文',
  '李雪健',
  '张伟平',
  '林志杰',
  '张家朗',
  '陈家乐',
])

const syllable = (of: string, from: Dice) => from.pick([...of])

export const surname = (from: Dice): string => from.pick(ofAThousand)

/** A full name that fits an age, under this surname or any. */
export function fullName(from: Dice, sex: Sex, age: Age, family = surname(from)): string {
  for (;;) {
    const one = syllable(first[sex][age], from),
      two = syllable(second[sex][age], from)
    const name = family + one + two
    if (one !== two && !known.has(name)) return name
  }
}
