import type { MatterCode } from '@/domain/law/matters'
import type { MatterClass } from '@/domain/law/classes'
import type { State } from '@/domain/procedure/states'
import type { Category } from '@/domain/topic/topic'
import type { Scene } from './pictures'

/**
 * A matter with a class and a road of its own: a small one that somebody does, or one that goes through 四议两公开. `days`: since it came where
 * it is now.
 */
export interface GreatMatter {
  readonly key: string
  readonly title: string
  readonly what: string
  readonly where: string
  readonly affected: string
  readonly category: Category
  readonly by: string
  readonly matterClass: MatterClass
  readonly code?: MatterCode
  /** What is voted on; of a small matter, what was done. */
  readonly plan: string
  readonly budget: number
  readonly from: string
  readonly scene: Scene
  readonly ends: State
  readonly days: number
  /** Where it turned aside: what the letter or the order said. */
  readonly order?: string
}

/** In the order of the road, so that the list reads as the procedure does. */
// biome-ignore format: a row a line
export const greatMatters: readonly GreatMatter[] = [
  { key: 'broken-tap', title: '公厕洗手的水龙头关不紧', what: '一天到晚滴水，地上滑。', where: '菜市场公厕', affected: '来市场的人', category: 'water', by: 'demo-rep-60', matterClass: 'L3', plan: '换一个水龙头', budget: 0, from: '村里日常维修', scene: 'tank', ends: 'quick_registered', days: 1 },
  { key: 'loose-lid', title: '5 巷口的井盖响，车一过就跳', what: '晚上吵，也怕翻。', where: '5 巷口', affected: '5 巷住户', category: 'roads', by: 'demo-rep-61', matterClass: 'L3', plan: '井盖垫了胶圈，四边压实，车过不响了', budget: 0, from: '村里日常维修', scene: 'lines', ends: 'quick_assigned', days: 2 },
  { key: 'fallen-branch', title: '榕树断枝挂在电线上', what: '台风后断枝一直挂着，下面有人乘凉。', where: '村口老榕树', affected: '树下乘凉的人', category: 'other', by: 'demo-rep-62', matterClass: 'L3', plan: '和供电所约好停电，断枝锯下运走', budget: 0, from: '村里日常维修', scene: 'clear_drain', ends: 'quick_done', days: 1 },
  { key: 'notice-lamp', title: '公示栏的灯不亮，晚上看不清', what: '灯管坏了一个月。', where: '村委会门口公示栏', affected: '来看公示的人', category: 'lighting', by: 'demo-rep-63', matterClass: 'L3', plan: '换了两支灯管，晚上六点到十点亮', budget: 0, from: '村里日常维修', scene: 'lit_lane', ends: 'quick_closed', days: 20 },

  { key: 'clinic-move', title: '卫生站搬到一楼，扩大一间', what: '卫生站在二楼，老人上不去，打针的、看病的挤在一间。', where: '文化中心旁旧粮所', affected: '全村，老人最多', category: 'care', by: 'demo-rep-64', matterClass: 'L1', code: 'V28-4', plan: '旧粮所一楼改成卫生站，两间诊室、一间观察室，门口做坡道。', budget: 180_000, from: '村集体今年的公益金', scene: 'canteen', ends: 'party_proposal', days: 3 },
  { key: 'main-road', title: '村道中段重铺，两边做人行道', what: '村道中段坑多，货车和孩子走在一起。', where: '牌坊到小学的村道', affected: '全村', category: 'roads', by: 'demo-rep-65', matterClass: 'L1', code: 'V28-4', plan: '牌坊到小学六百米重铺沥青，东边做一米五宽人行道，施工分两段，不断路。', budget: 860_000, from: '村集体公益金 46 万，镇里补助 40 万', scene: 'lines', ends: 'two_committees', days: 4 },
  { key: 'waste-station', title: '垃圾转运站建在哪里', what: '现在的转运站在小学旁边，夏天臭。镇里给钱重建，要先定地方。', where: '小学旁、旧砖厂两处选一处', affected: '小学师生，旧砖厂旁二十户', category: 'waste', by: 'demo-rep-66', matterClass: 'L1', code: 'FACILITY', plan: '转运站迁到旧砖厂西侧，离最近的房子一百二十米，四周种两排树，污水接入管网。', budget: 420_000, from: '镇里专项补助', scene: 'bins', ends: 'legality_review', days: 2 },
  { key: 'subsidy-rates', title: '误工补贴今年怎么定', what: '组长、网格员跑腿的补贴五年没有变，有的组多有的组少。', where: '全村', affected: '组长、网格员，全体村民', category: 'other', by: 'demo-rep-67', matterClass: 'L1', code: 'V28-2', plan: '组长每月三百元，网格员每月四百元，按出勤发，每季度公布。', budget: 98_400, from: '村级运转经费', scene: 'board_first', ends: 'party_members', days: 5 },
  { key: 'old-factory', title: '旧厂房到期后怎样出租', what: '两间旧厂房年底到期，要先定怎么租、租给谁、租多久。', where: '村东旧厂房', affected: '集体全体成员', category: 'other', by: 'demo-rep-68', matterClass: 'C2', code: 'RENEWAL', plan: '两间厂房在三资平台公开招租，租期六年，底价每平方米十二元，不得转租，三年递增百分之五。', budget: 0, from: '不花钱', scene: 'board_first', ends: 'town_report', days: 3 },
  { key: 'village-plan', title: '村庄规划：学校东边留不留停车场', what: '规划要改，学校东边那块空地有人要停车场，有人要小公园。', where: '小学东边空地', affected: '全村', category: 'other', by: 'demo-rep-69', matterClass: 'L1', code: 'V28-1', plan: '空地东半边做四十个停车位，西半边种树、放健身器材，写进村庄规划。', budget: 260_000, from: '村集体公益金', scene: 'cars', ends: 'noticing', days: 2 },
  { key: 'pond-lease', title: '三口集体鱼塘续包五年', what: '三口塘春节到期，养了十年的三户想续包，也有人想竞投。', where: '村北三口鱼塘', affected: '集体全体成员', category: 'farming', by: 'demo-rep-70', matterClass: 'C1', code: 'LAND-19', plan: '三口塘公开竞投，同等价钱原承包户优先，承包期五年。', budget: 0, from: '不花钱', scene: 'clear_drain', ends: 'quorum_failed', days: 6 },
  { key: 'paid-parking', title: '村里停车要不要收费', what: '外来车占了村里一半的位，有人提议收费。', where: '全村停车位', affected: '有车的人', category: 'roads', by: 'demo-rep-71', matterClass: 'L1', code: 'V28-6', plan: '外来车每晚五元，本村每户两个车免费，收的钱用来修停车位。', budget: 30_000, from: '收费后支出', scene: 'cars', ends: 'not_passed', days: 8 },
  { key: 'river-park', title: '下涌边做一条步行道', what: '清淤以后涌边空着，早晚散步的人多，没有路也没有灯。', where: '下涌，鱼塘到水闸', affected: '全村', category: 'roads', by: 'demo-rep-72', matterClass: 'L1', code: 'V28-4', plan: '沿下涌做八百米步行道，两米宽，装三十盏太阳能灯，水深处装栏杆。', budget: 520_000, from: '村集体公益金', scene: 'lit_lane', ends: 'resolution_posting', days: 6 },
  { key: 'elder-house', title: '旧祠堂偏间改成日间照料', what: '独居老人白天没人陪，偏间空着。', where: '祠堂偏间', affected: '独居老人，祠堂理事', category: 'care', by: 'demo-rep-73', matterClass: 'L1', code: 'V28-4', plan: '祠堂偏间两间改成日间照料室，不动祖牌，不改外墙，白天有人值班。', budget: 76_000, from: '捐款和公益金各一半', scene: 'canteen', ends: 'suspended', days: 4, order: '镇街收到反映：偏间可能是保护建筑，请先核实，核实前停工。' },
  { key: 'school-bridge', title: '上学路上的小桥要重建', what: '桥面裂开，栏杆松，镇里来看过，说是危桥。', where: '小学后面的小桥', affected: '上学的孩子', category: 'roads', by: 'demo-rep-74', matterClass: 'L1', code: 'V28-4', plan: '拆旧桥建新桥，宽三米，两边装一米二栏杆，施工时绕行并派人护送。', budget: 240_000, from: '镇里补助 16 万，公益金 8 万', scene: 'lines', ends: 'major_implementing', days: 14 },
  { key: 'dividends', title: '今年集体收益怎样分', what: '今年集体收益比去年多，要定留多少、分多少。', where: '全体成员', affected: '集体全体成员', category: 'other', by: 'demo-rep-75', matterClass: 'C2', code: 'C26-7', plan: '收益提三成做公积公益金，其余按份额分，每份三百二十元，外嫁女按份额一样分。', budget: 1_680_000, from: '集体经营收益', scene: 'board_first', ends: 'major_result_posting', days: 5 },
  { key: 'plaza-shade', title: '文化广场加一片遮阳棚', what: '广场没有遮荫，夏天老人孩子没处待。', where: '文化广场', affected: '来广场的人', category: 'culture', by: 'demo-rep-58', matterClass: 'L1', code: 'V28-4', plan: '广场西边做两百平方米膜结构棚，下面放长凳，雨水接到花坛。', budget: 145_000, from: '村集体公益金', scene: 'stop', ends: 'major_evaluating', days: 4 },
  { key: 'water-mains', title: '老街换自来水主管', what: '老街水管三十年了，水黄，一年爆三次。', where: '老街', affected: '老街两百户', category: 'water', by: 'demo-rep-57', matterClass: 'L1', code: 'V28-4', plan: '老街八百米主管换成球墨铸铁管，每户接头一起换，挖开的路面按原样修好。', budget: 680_000, from: '自来水公司一半，村集体一半', scene: 'tank', ends: 'post_evaluation', days: 40 },
  { key: 'street-drains', title: '老街雨污分流', what: '雨水和污水走一条沟，一下雨污水漫出来。', where: '老街和三巷', affected: '老街、三巷三百户', category: 'drainage', by: 'demo-rep-56', matterClass: 'L1', code: 'V28-4', plan: '老街和三巷分两条管，污水接到镇里管网，雨水走旧沟。', budget: 930_000, from: '镇里补助六成，村集体四成', scene: 'clear_drain', ends: 'major_closed', days: 12 },
  { key: 'group-orchard', title: '4 组的老荔枝园要不要砍了盖棚', what: '4 组有人提议砍老树盖停车棚，表决通过了。', where: '4 组荔枝园', affected: '4 组', category: 'farming', by: 'demo-rep-55', matterClass: 'G1', code: 'GROUP', plan: '砍掉东边十二棵老荔枝树，盖一个停车棚，收益归 4 组。', budget: 60_000, from: '4 组自己的钱', scene: 'cars', ends: 'annulled', days: 16, order: '荔枝园是登记的古树群，砍伐违法，决定撤销。请 4 组另选地方。' },
]
