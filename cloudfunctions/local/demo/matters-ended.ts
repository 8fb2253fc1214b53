import type { Matter } from './matter'

/** Matters that are over, or whose work is done and shown. */
// biome-ignore format: a row a line
export const endedMatters: readonly Matter[] = [
  {
    key: 'school-lamps', title: '村口到小学的路灯坏了好几盏', category: 'lighting', by: 'demo-res-3', scene: 'dark_lane', groups: [12], supporters: 9,
    what: '从村口牌坊到小学这一段，七盏灯有四盏不亮。孩子下晚自习回家，家长要打着手电来接，前几天还有老人踩进路边水沟。', where: '村口牌坊到小学的路上', affected: '12 组和接送孩子的家长，晚上走这条路的人', suggestion: '先修好坏的四盏，路口转弯的地方加一盏。',
    says: [
      { by: 'demo-res-11', text: '我家孩子读五年级，每天都走这条路，支持尽快修。', agrees: 12, answers: [{ by: 'demo-leader-1', text: '我们组里开会也提过，坏的是哪几盏可以去指给电工看。' }] },
      { by: 'demo-res-19', text: '希望换成太阳能的，以后不用年年交电费。', agrees: 5 }, { by: 'demo-res-27', text: '太阳能阴雨天不够亮，接电的稳当。', round: 2, agrees: 7 },
    ],
    ends: 'closed', days: 9,
    vote: { text: '路灯用接电的还是太阳能的：赞成接电的请选赞成', body: 'POLL', form: 'named', opensAfter: 0, closesAfter: 5, turnout: [31, 12, 3] },
    outcome: { level: 'consensus', decision: '修好坏的四盏，转弯处加装一盏，全部用接电的节能灯，二十天内装好。', budget: 6800, finishIn: 25, views: '都同意修。有人想用太阳能，多数人担心阴雨天不亮；意见征询里接电的占多数。' },
    work: { progress: [{ after: 6, note: '灯和线已经买到，请了镇上的电工。', percent: 30 }, { after: 14, note: '四盏修好，今晚试亮。转弯处的新杆后天立。', percent: 80, scene: 'lit_lane' }], cost: 6520, after: 'lit_lane' },
    stars: [5, 5, 4, 5, 4, 5, 3, 5, 4],
  },
  {
    key: 'ball-court', title: '旧篮球场地面裂了，打球容易摔伤', category: 'culture', by: 'demo-rep-7', scene: 'cracked_court', groups: [10],
    what: '球场是十多年前铺的水泥地，裂缝能放进一只手，下雨积水三天不干。上个月有两个孩子摔破膝盖。', where: '文化中心旁边的篮球场', affected: '打球的年轻人和孩子，傍晚散步的老人', suggestion: '铲掉起壳的地方，重铺地面，画上线。',
    says: [{ by: 'demo-res-8', text: '周末厂里的人也来打，人多的时候要排队，修好大家都高兴。', agrees: 9 }, { by: 'demo-res-33', text: '打球可以，晚上十点以后要关灯，旁边的人要睡觉。', agrees: 15, answers: [{ by: 'demo-rep-7', text: '可以写进规定里，十点熄灯。' }] }],
    heard: [{ by: 'special', words: '我们下了班想打打球，没有别的地方去。修好以后，希望不分本村外地都能用。', voices: 14, setting: 'workplace' }],
    migrants: true, ends: 'closed', days: 34,
    vote: { text: '用村集体的文体经费三万元以内重铺篮球场', body: 'VRA', form: 'named', opensAfter: 4, closesAfter: 7, turnout: [55, 6, 3] },
    outcome: { level: 'broad_agreement', decision: '重铺篮球场地面并画线，晚上十点熄灯，本村外地的人都可以用。', budget: 30_000, finishIn: 30, views: '大家都说该修，分歧在晚上几点关灯，最后都接受十点。' },
    work: { progress: [{ after: 8, note: '旧地面铲完，明天浇底层。', percent: 40 }, { after: 17, note: '面层做好，要养护七天，请先不要上去打球。', percent: 85 }], cost: 28_600, after: 'court' },
    stars: [5, 5, 5, 4, 5, 5, 4, 4, 5, 5, 2],
  },
  {
    key: 'river-silt', title: '下涌多年没清淤，大雨一来水就漫上路', category: 'drainage', by: 'demo-leader-3', groups: [11],
    what: '下涌从鱼塘到水闸一段，淤泥快和桥面平了，两边长满水草。今年汛期三次漫上村道。', where: '下涌，鱼塘到水闸', affected: '11 组沿涌二十多户和种菜的人', suggestion: '赶在明年汛期前清一次，清出来的泥运走，不要堆在岸边。',
    says: [{ by: 'demo-res-44', text: '我家门口那段最低，去年水进了屋。', agrees: 18 }, { by: 'demo-res-51', text: '淤泥能不能给种菜的拉去做肥？', agrees: 4, answers: [{ by: 'committee', text: '要先化验，合格了再定。' }] }],
    ends: 'closed', days: 52,
    outcome: { level: 'consensus', decision: '清淤八百米，淤泥化验合格的给农户，其余运走，水草每季割一次。', budget: 56_000, finishIn: 30, views: '没有人反对。种菜的想要淤泥，定为化验合格再给。' },
    work: { progress: [{ after: 5, note: '水闸以下三百米清完。', percent: 40 }, { after: 15, note: '全段清完，泥样送去化验。', percent: 90, scene: 'clear_drain' }], cost: 54_300, after: 'clear_drain' },
    stars: [5, 4, 5, 5, 4, 4],
  },
  {
    key: 'dance-noise', title: '文化广场跳舞的音响太响，孩子没法做作业', category: 'culture', by: 'demo-res-5', nameless: true, groups: [12], supporters: 8,
    what: '每晚七点到九点半，广场两支队伍对着放音响，关了窗都听得清清楚楚。家里有中学生要复习。', where: '文化中心前的广场', affected: '广场周围三十多户，两支跳舞队', suggestion: '音响调低，九点停。',
    says: [{ by: 'elder', text: '老人家白天没事，就盼晚上跳一跳，身体好过吃药。声音小一点可以的。', agrees: 16 }, { by: 'demo-res-14', text: '声音小了后排听不到，不如分两个地方跳。', agrees: 6 }, { by: 'demo-res-22', text: '九点太晚，八点半就应该停。', agrees: 8, round: 2 }],
    ends: 'closed', days: 20,
    stuck: { disagreement: 'divided', bothPositions: '一边：学生要休息，八点半停、音量调低。理由是第二天要上学。\n另一边：老人只有晚上有空，停到九点半，用小音箱。理由是健身和来往。', nextPlan: '两边都不同意让步太多。村委会先在小学操场另划一块地给一支队伍用，半年后再看。音量按国家规定，超了请保安劝。' },
  },
  {
    key: 'water-tank', title: '新村楼房的水箱两年没洗，水有味道', category: 'water', by: 'demo-res-9', scene: 'tank', friends: ['resident', 'elder'], groups: [9], supporters: 11,
    what: '新村六栋楼的二次供水水箱，住户说两年没有洗过，早上第一桶水发黄有味，都不敢直接烧来喝。', where: '新村六栋楼顶', affected: '新村一百二十多户', suggestion: '马上洗一次，以后每半年洗一次，检测结果贴出来。',
    says: [{ by: 'demo-res-17', text: '洗的时候要提前一天通知停水，家里有老人。', agrees: 10 }, { by: 'demo-res-25', text: '检测报告要贴在每栋楼下。', agrees: 21, answers: [{ by: 'committee', text: '会贴，也会放在公示里。' }] }],
    ends: 'evaluating', days: 6,
    outcome: { level: 'consensus', decision: '请有资质的公司清洗六个水箱，半年一次，检测报告贴在楼下和公示栏。', budget: 7200, finishIn: 20, views: '全部同意，要求提前通知、公开报告。' },
    work: { progress: [{ after: 7, note: '三栋洗完，水样送检。', percent: 50 }, { after: 13, note: '六栋全部洗完，报告合格，已贴在楼下。', percent: 100, scene: 'tank' }], cost: 7200, after: 'tank' },
    stars: [5, 5, 4, 5, 5, 4, 5],
  },
  {
    key: 'parcels', title: '快递点的货堆在路边，救护车都难进', category: 'roads', by: 'demo-rep-15', groups: [8],
    what: '两家快递点早上分货，纸箱占了半边路，上次救护车停了三分钟才过去。', where: '老街中段，两家快递点门口', affected: '老街住户，寄收快递的人', suggestion: '给快递点划一块分货的地方，路上不准堆。',
    says: [{ by: 'demo-res-36', text: '快递大家天天用，赶走不现实，划地方最好。', agrees: 13 }], ends: 'evaluating', days: 3,
    outcome: { level: 'consensus', decision: '用旧打谷场东角给快递点分货，早上八点前清完，老街不准堆放。', budget: 1500, finishIn: 15, views: '快递点和住户都同意搬到打谷场。' },
    work: { progress: [{ after: 5, note: '打谷场东角清好，画了线，两家都搬过去了。', percent: 100, scene: 'lines' }], cost: 1380, after: 'lines' },
    stars: [4, 5, 4],
  },
  {
    key: 'toilet', title: '市场旁公厕没有灯也没有扶手', category: 'waste', by: 'elder', friends: ['household'], groups: [12], supporters: 7,
    what: '公厕晚上黑，地上滑，蹲下去站不起来，我上个月差点摔。', where: '市场旁边的公厕', affected: '赶集的人，老人最多', suggestion: '装灯、装扶手，一天洗两次。',
    says: [{ by: 'demo-res-12', text: '我妈也说怕滑，希望先铺防滑垫。', agrees: 9 }], ends: 'result_posting', days: 5,
    outcome: { level: 'consensus', decision: '装感应灯四盏、扶手六副、防滑地垫，保洁一天两次。', budget: 5200, finishIn: 20, views: '没有不同意见，老人要求扶手要牢。' },
    work: { progress: [{ after: 9, note: '灯和扶手装好，地垫下周到。', percent: 80 }], cost: 4980, after: 'lit_lane' },
  },
  {
    key: 'rental-fire', title: '出租屋楼梯口堆满杂物，着火跑不出来', category: 'fire', by: 'demo-special-1', scene: 'stairs', friends: ['migrant'], groups: [10], migrants: true,
    what: '三巷到五巷的出租屋，楼梯下停电动车、堆纸皮，有的还拉线充电。一楼一着火，楼上的人没路跑。', where: '三巷到五巷的出租屋', affected: '租户一百多人，房东十几家', suggestion: '清掉杂物，楼梯口不准停车充电，每栋放灭火器。',
    says: [{ by: 'demo-migrant-2', text: '我们也怕，可是车没有地方停，停外面丢过两次。', agrees: 11, answers: [{ by: 'demo-rep-21', text: '房东愿意出地方，装个锁车架就行。' }] }, { by: 'demo-res-40', text: '我是房东，买灭火器的钱我出，但请租客不要再把东西堆回去。', agrees: 8 }],
    heard: [{ by: 'demo-special-1', words: '清杂物可以，提前两天讲一声，不要当垃圾扔了。', voices: 9, setting: 'several' }, { by: 'special', words: '晚上下班充电没地方，才拉线上楼。有充电的地方，谁愿意冒险。', voices: 17, setting: 'workplace' }],
    ends: 'result_posting', days: 12,
    outcome: { level: 'broad_agreement', decision: '三条巷的楼梯口全部清空，房东每栋放两个灭火器，巷口设锁车架和充电位，清理前两天通知租户。', budget: 12_000, finishIn: 25, views: '租户担心车被偷、东西被扔；房东担心又堆回去。定下先通知、再清理、给地方停车。' },
    work: { progress: [{ after: 6, note: '通知贴到每一栋，锁车架装好。', percent: 40, scene: 'charger' }, { after: 15, note: '楼梯口全部清完，灭火器到位。', percent: 95, scene: 'clear_stairs' }], cost: 11_460, after: 'clear_stairs' },
  },
  {
    key: 'neighbour-wall', title: '邻居加建挡了我家的光', category: 'other', by: 'demo-res-20', groups: [], ends: 'rejected', days: 11,
    what: '隔壁加了一层，我家堂屋白天都要开灯，已经去法院告了。', where: '7 组老屋巷', affected: '我家四口人', suggestion: '村里先叫他停工。',
    told: { rejectReason: 'in_court_or_arbitration', explanation: '这件事法院已经受理，村里不能在判决前另作决定。', remedy: '等法院判决；需要调解可以找村人民调解委员会，也可以请驻村法律顾问看材料。' },
  },
  {
    key: 'rent-stall', title: '市场摊位又要重新分，年初不是刚定过吗', category: 'other', by: 'demo-res-31', groups: [], ends: 'rejected', days: 4,
    what: '听说市场摊位又要重新抽签，我们刚装好柜台。', where: '村市场', affected: '摆摊的十几户', suggestion: '按年初定的，一年内不要动。',
    told: { rejectReason: 'already_decided', explanation: '摊位分配两个多月前议过并公布，没有要重新抽签的打算，这个消息不是村里发的。', remedy: '有不同意见可以向村务监督委员会申诉，或者等一年期满再提。' },
    appeal: '监督委员会请查一下，市场管理员上周确实来登记要不要重新抽签，请问清楚再答复我们。',
  },
  {
    key: 'parking-old-street', title: '老街两边乱停车，公交掉不了头', category: 'roads', by: 'demo-res-35', nameless: true, groups: [], ends: 'merged', days: 21, into: 'parking-lines',
    what: '晚上老街两边都停满，公交司机要下车叫人挪车。', where: '老街到公交站', affected: '坐公交的人', suggestion: '一边停一边不停。', told: { explanation: '和《村道划线停车》说的是同一段路，合在一起议。' },
  },
  {
    key: 'drain-smell', title: '3 组沟渠发臭，蚊子多', category: 'drainage', by: 'demo-migrant-3', groups: [], migrants: true, ends: 'merged', days: 46, into: 'drain-three',
    what: '出租屋后面的沟不流动，夏天臭，蚊子多，小孩身上都是包。', where: '3 组出租屋后面', affected: '租住在这里的工人和孩子', suggestion: '清一清，盖上盖板。', told: { explanation: '和《3 组排水渠堵塞》是同一条沟，合在一起办。' },
  },
  {
    key: 'ghost-month', title: '烧纸钱的铁桶不够', category: 'fire', by: 'demo-res-46', groups: [], ends: 'withdrawn', days: 25, expired: true,
    what: '每到节日有人在路边烧纸，希望多放几个铁桶。', where: '各个路口', affected: '全村', suggestion: '多放几个铁桶。', told: { returnReason: 'place', toFix: '请写明要放在哪几个路口，大概要几个。' },
  },
  {
    key: 'scarecrow', title: '想在田边立几个稻草人给游客拍照', category: 'farming', by: 'demo-res-48', groups: [], supporters: 2, ends: 'withdrawn', days: 18,
    what: '周末有人来看田，立几个稻草人好看。', where: '村北水稻田', affected: '种田的几户和游客', suggestion: '每组做一个，比一比。', told: { reason: '和种田的几户商量好了，我们自己做，不用村里办了。' },
  },
  {
    key: 'workshop-lease', title: '旧厂房租约到期，要不要继续租给五金厂', category: 'other', by: 'demo-rep-30', groups: [], ends: 'transferred', days: 15,
    what: '村里两间旧厂房年底到期，五金厂想续租五年，也有人想租来做仓库。', where: '村东旧厂房', affected: '全体村民', suggestion: '公开招租，价高者得。',
    told: { transferTo: 'assembly', handOver: '集体资产出租属于重大事项，要走四议两公开和三资平台公开招租，已交村党组织，编号示范 2026-07。' },
  },
  {
    key: 'late-wages', title: '有厂两个月没有发工资', category: 'other', by: 'special', groups: [], migrants: true, ends: 'transferred', days: 22,
    what: '', where: '村西工业区一家厂', affected: '', suggestion: '',
    collected: { by: 'special', words: '两个月没有发工资，老板说等客户回款。我们要寄钱回家，不知道找谁。', voices: 23, setting: 'workplace' },
    told: { transferTo: 'government', handOver: '拖欠工资由镇劳动监察受理，已陪工人代表登记，编号示范劳 118，三个工作日内答复。' },
  },
]
