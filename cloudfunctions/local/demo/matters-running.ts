import type { Matter } from './matter'

/** Matters still under way, from the newest note to what waits on the board. */
// biome-ignore format: a row a line
export const runningMatters: readonly Matter[] = [
  {
    key: 'drain-three', title: '3 组排水渠堵塞，一下雨水就进屋', category: 'drainage', by: 'resident', scene: 'blocked_drain', groups: [9], supporters: 10,
    what: '3 组后面的排水渠被菜叶、塑料袋和淤泥堵住，上周下雨，水漫进四户人家。渠边的盖板也断了几块，晚上走路危险。', where: '3 组后面，从老井到村道', affected: '沿渠二十几户，还有租住在旁边的工人', suggestion: '请人清一次，断的盖板换掉，以后每季度清一次。', migrants: true,
    says: [
      { by: 'demo-res-2', text: '我家就在转弯处，水进过两次，米都泡了。', agrees: 14 }, { by: 'demo-res-6', text: '有人把菜叶倒在渠里，光清不管没用，要立牌子。', agrees: 19, answers: [{ by: 'resident', text: '同意，最好在菜摊那边加一个桶。' }, { by: 'demo-res-10', text: '加桶的话记得有人收。' }] },
      { by: 'demo-migrant-3', text: '我们住的那边也臭，谢谢有人提。', agrees: 8, round: 2 },
    ],
    heard: [{ by: 'special', words: '房间就在沟边，窗不敢开。我们愿意出力一起清，通知到宿舍就行。', voices: 12, setting: 'workplace' }],
    ends: 'implementing', days: 12,
    outcome: { level: 'consensus', decision: '清渠六百米，换断盖板十八块，菜摊旁加两个桶，每季度清一次。', budget: 9600, finishIn: 25, views: '都同意清。多数人说要管住往渠里倒菜叶的，定下加桶、立牌。' },
    work: { progress: [{ after: 3, note: '请了四个人，从老井开始清。', percent: 20 }, { after: 9, note: '清到菜摊，盖板已经到货，换了十块。', percent: 60, scene: 'clear_drain' }], cost: 0, after: 'clear_drain' },
  },
  {
    key: 'canteen', title: '想给独居老人办个食堂，中午有热饭吃', category: 'care', by: 'demo-rep-3', scene: 'canteen', friends: ['resident'], groups: [11],
    what: '村里独居老人三十多位，很多人一餐煮两顿吃。旧小学厨房空着，收拾一下就能用。', where: '旧小学厨房', affected: '六十岁以上独居老人，做饭的志愿者', suggestion: '每天中午一餐，老人出五元，其余村里和热心人补。',
    says: [{ by: 'elder', text: '有热饭吃当然好，走得动我也去帮手择菜。', agrees: 23 }, { by: 'demo-res-28', text: '走不动的谁送？', agrees: 12, answers: [{ by: 'demo-rep-3', text: '志愿者排班送，每组两个人。' }] }],
    ends: 'implementing', days: 26,
    outcome: { level: 'broad_agreement', decision: '旧小学厨房改成长者食堂，每天中午一餐，老人付五元，走不动的送上门。', budget: 48_000, finishIn: 30, views: '多数赞成。有人担心没人接手做饭，定下请两位厨工、志愿者轮班。' },
    work: { progress: [{ after: 8, note: '厨房墙面、水电改好。', percent: 50 }, { after: 18, note: '厨工已请到，卫生许可办下来，试餐三天。', percent: 90, scene: 'canteen' }], cost: 46_200, after: 'canteen' },
    waiting: { step: 'finish', days: 1 },
  },
  {
    key: 'chargers', title: '电动车没地方充电，都从楼上拉线下来', category: 'fire', by: 'demo-res-13', scene: 'charger', groups: [10], supporters: 13, migrants: true,
    what: '新村和出租屋加起来电动车两百多辆，没有充电棚，从窗口吊线下来充，下雨天滋滋响。', where: '新村停车场和三巷口', affected: '有电动车的人，楼上楼下的住户', suggestion: '装二十个扫码充电位，晚上有人巡。',
    says: [{ by: 'demo-migrant-1', text: '价钱要公道，外面充一次两元，我们可以接受。', agrees: 10 }, { by: 'demo-res-41', text: '棚要离楼远一点，烧起来不得了。', agrees: 17 }],
    ends: 'implementing', days: 36,
    outcome: { level: 'consensus', decision: '新村停车场和三巷口各装十个充电位，离楼六米以上，一度电不超过一元。', budget: 26_000, finishIn: 28, views: '价钱和离楼距离谈得最多，都写进了结论。' },
    work: { progress: [{ after: 10, note: '场地平整好，等供电所来接线。', percent: 40, scene: 'charger' }], cost: 0, after: 'charger' },
  },
  {
    key: 'parking-lines', title: '村道划线停车，别再堵住路口', category: 'roads', by: 'demo-rep-11', scene: 'cars', friends: ['resident', 'household'], groups: [12], supporters: 6,
    what: '从牌坊到老街，车停两边，中间只剩一辆车的位。早上送孩子和上班的挤在一起，天天有人吵。', where: '牌坊到老街的村道', affected: '沿路住户，有车的人，公交乘客', suggestion: '一边划线停车，一边不准停；晚上打谷场开放停车。',
    says: [{ by: 'demo-res-15', text: '我家门口划了线，自己的车停哪里？', agrees: 6, answers: [{ by: 'demo-rep-11', text: '按户先来登记，一户一个位。' }] }, { by: 'demo-res-23', text: '路口二十米内一定不能停，看不见来车。', agrees: 20 }, { by: 'demo-res-37', text: '打谷场要装灯，不然晚上不敢停。', agrees: 9, round: 2 }],
    ends: 'outcome_posting', days: 2,
    vote: { text: '村道一边划线停车、一边不准停，路口二十米内禁停', body: 'VRA', form: 'secret', opensAfter: 4, closesAfter: 7, turnout: [48, 14, 4] },
    outcome: { level: 'broad_agreement', decision: '牌坊到老街东边划五十个车位、西边不准停，路口二十米内禁停，打谷场晚上开放。', budget: 8800, finishIn: 30, views: '多数赞成单边停。不同意的人担心自家门口不能停，定下按户登记。' },
  },
  {
    key: 'waste-points', title: '垃圾分类投放点离得太远，老人走不动', category: 'waste', by: 'demo-res-18', scene: 'bins', groups: [11], supporters: 8,
    what: '并点以后，5 巷的老人要走三百多米倒垃圾，有人就放在巷口，招老鼠。', where: '5 巷到村委会', affected: '5 巷到 8 巷的住户，老人最多', suggestion: '5 巷口加一个小投放点，早晚各收一次。',
    says: [{ by: 'demo-res-26', text: '放我家对面就臭，能不能放到围墙那边？', agrees: 7 }, { by: 'demo-res-45', text: '老人可以请保洁上门收，一个月出几块钱。', agrees: 11 }],
    ends: 'outcome_posting', days: 5,
    outcome: { level: 'broad_agreement', decision: '5 巷围墙边加一个投放点，早晚各收一次；八十岁以上老人上门收，不收钱。', budget: 6000, finishIn: 20, views: '怕臭的住户要求离门口十米以上，放围墙边都能接受。' },
    objection: { by: 'demo-res-26', reason: '围墙那边晚上没有灯，老人倒垃圾会摔，请先装灯再放桶。', after: 2 },
  },
  {
    key: 'bus-stop-school', title: '校车停靠点在大路边，孩子过马路危险', category: 'roads', by: 'demo-res-29', scene: 'stop', groups: [9], supporters: 15,
    what: '校车停在大路对面，一年级的孩子自己过马路，车很快。', where: '村口大路边', affected: '坐校车的四十多个孩子和家长', suggestion: '把停靠点搬到牌坊里面，早上有人看着上车。',
    says: [{ by: 'demo-res-38', text: '校车能开进牌坊吗？转得过来吗？', agrees: 9, answers: [{ by: 'demo-rep-18', text: '问过司机，打谷场可以掉头。' }] }],
    ends: 'outcome_posting', days: 11,
    outcome: { level: 'consensus', decision: '校车停靠点搬到牌坊内打谷场，早上七点到七点半由志愿者看护上车。', budget: 0, finishIn: 14, views: '家长全部同意，司机确认可以掉头。' },
    objection: { by: 'demo-res-38', reason: '打谷场早上有快递分货，车多，孩子在那里等也危险。', after: 3, answer: '已和快递点商定：七点到七点半不进货，志愿者拉警戒带，这一条写进告示。' },
  },
  {
    key: 'library', title: '农家书屋周末也开门吧', category: 'culture', by: 'demo-res-7', groups: [12], supporters: 7,
    what: '书屋平时上班时间开，孩子上学，大人上班，谁都去不了。', where: '文化中心二楼', affected: '学生，想看书的人', suggestion: '周六周日开，平时下午四点到八点开。',
    says: [{ by: 'demo-res-16', text: '周末我可以去当志愿者。', agrees: 14 }], ends: 'outcome_drafting', days: 2,
    outcome: { level: 'consensus', decision: '书屋平时下午四点到八点、周末上午九点到下午五点开放，志愿者轮班。', budget: 1200, finishIn: 15, views: '大家都同意，志愿者报了九个人。' }, waiting: { step: 'post_outcome', days: 1 },
  },
  {
    key: 'dog-leads', title: '遛狗不牵绳，小孩老人都怕', category: 'other', by: 'demo-res-21', nameless: true, groups: [10], supporters: 9,
    what: '傍晚江边散步，有几只大狗不牵绳，追电动车，上月咬伤一个人。', where: '江边步道和文化广场', affected: '散步的人，养狗的人', suggestion: '出门牵绳，打疫苗登记，步道立牌。',
    says: [{ by: 'demo-res-30', text: '养狗的也要有地方放一放，全都不准不公平。', agrees: 6 }, { by: 'demo-res-39', text: '先从登记打疫苗做起，镇上可以免费打。', agrees: 16 }], ends: 'outcome_drafting', days: 1, views: '两边都同意出门牵绳、先登记打疫苗；养狗的希望有一块可以放狗的地方，还没有谈定在哪里。',
  },
  {
    key: 'truck-night', title: '大货车半夜穿村，吵得睡不着', category: 'roads', by: 'demo-rep-5', scene: 'lines', groups: [8], supporters: 5,
    what: '工业区的大货车晚上抄近路穿过村道，一晚三四十辆，玻璃都震。有的超重，路面压出坑。', where: '工业区到国道的村道', affected: '村道两边八十多户，工业区的货车司机', suggestion: '晚上十点到早上六点，十吨以上不准进村道，从国道走。',
    says: [{ by: 'demo-res-24', text: '我住路边，凌晨三点最多，孩子惊醒。', agrees: 22 }, { by: 'demo-res-32', text: '厂里的货误了时间要罚钱，绕国道多走六公里，能不能放宽到十一点？', agrees: 7, answers: [{ by: 'demo-rep-5', text: '六公里十分钟，晚上不堵，应该可以。' }] }, { by: 'demo-migrant-1', text: '我开货车，限行可以，请把牌子立在国道口，不要进来了才看到。', agrees: 13, round: 2 }],
    heard: [{ by: 'special', words: '我们司机也不想半夜走小路，是导航带进来的。国道口有牌子就好。', voices: 6, setting: 'several' }],
    ends: 'deliberating', days: 6, commentsIn: 2,
    vote: { text: '每晚十点到早上六点，十吨以上货车不准进入村道', body: 'VRA', form: 'secret', opensAfter: 4, closesAfter: 8, turnout: [34, 12, 4] },
  },
  {
    key: 'square-floor', title: '文化广场的地砖松了，要不要翻新', category: 'culture', by: 'demo-res-46', groups: [12], supporters: 8,
    what: '广场地砖松了一半，下雨踩上去溅一身水，跳舞的老人崴过脚。', where: '文化广场', affected: '到广场来的人，广场边的摊主', suggestion: '全部换成防滑砖，赶在春节前做完。',
    says: [{ by: 'demo-res-47', text: '换砖的一个月，跳舞的去打谷场，提前说一声。', agrees: 11 }, { by: 'demo-res-48', text: '先换松的一半，省一半钱。', agrees: 9 }],
    ends: 'deliberating', days: 6, commentsIn: 4,
    hallVote: { text: '文化广场全部换成防滑砖，十八万元以内', form: 'secret', stands: 'running' },
  },
  {
    key: 'river-rail', title: '江边步道缺一段护栏', category: 'roads', by: 'demo-res-49', groups: [10], supporters: 9,
    what: '江边步道有六十米没有护栏，晚上散步的人多，孩子跑来跑去。', where: '江边步道东段', affected: '散步的人，住江边的三十多户', suggestion: '补上护栏，和原来的一样高。',
    says: [{ by: 'demo-res-51', text: '涨水的时候路面湿，更要有栏杆。', agrees: 13 }],
    ends: 'deliberating', days: 7, commentsIn: 4,
    hallVote: { text: '江边步道补六十米护栏，四万元以内', form: 'named', stands: 'counting' },
  },
  {
    key: 'morning-market', title: '早市摆到几点收，听听大家的', category: 'other', by: 'committee', groups: [12],
    what: '早市现在摆到十点，后面上班的车过不去。有人说七点半收，有人说九点。', where: '老街早市', affected: '买菜的人，摆摊的人，开车上班的人', suggestion: '先征询意见，再定时间。',
    says: [{ by: 'demo-res-34', text: '七点半太早，老人家八点才出门。', agrees: 10 }, { by: 'demo-res-42', text: '八点半收，收完扫干净，车能过就行。', agrees: 18 }],
    ends: 'deliberating', days: 3, commentsIn: 4,
    vote: { text: '早市统一在早上八点半收摊', body: 'POLL', form: 'named', opensAfter: 0, closesAfter: 6, turnout: [22, 9, 2] },
  },
  {
    key: 'banyan', title: '村口老榕树的围栏和支架要不要做', category: 'culture', by: 'demo-rep-25', groups: [9],
    what: '老榕树有一百多年，树干空了一边，台风天吱吱响。园林的师傅说要做支架，围栏里不能再停车摆摊。', where: '村口老榕树', affected: '树下乘凉、摆摊、停车的人，全村', suggestion: '每户都来定：做支架和围栏，树下不停车。',
    says: [{ by: 'elder', text: '我嫁过来的时候树就这么大，要保住。', agrees: 27 }, { by: 'demo-res-43', text: '围栏做了我们在哪里下棋？留个口吧。', agrees: 13 }],
    ends: 'deliberating', days: 7, commentsIn: 6,
    vote: { text: '给村口老榕树做支架和围栏，树下不再停车摆摊', body: 'VA_HOUSEHOLD', form: 'named', opensAfter: 11, closesAfter: 16, turnout: [0, 0, 0] },
  },
  {
    key: 'summer-care', title: '暑假孩子没人带，想办个托管班', category: 'care', by: 'demo-migrant-4', groups: [10], migrants: true, supporters: 12,
    what: '我们白天上班，孩子放假一个人在出租屋，怕出事。本村也有人家老人带不过来。', where: '文化中心或旧小学', affected: '打工的家长和孩子，本村双职工家庭', suggestion: '暑假办一个月，白天看书写作业，家长出伙食费。',
    says: [{ by: 'demo-res-4', text: '本村的孩子也能去的话，我支持。', agrees: 15 }, { by: 'demo-migrant-5', text: '伙食费一天十五元我们能出。', agrees: 9 }, { by: 'demo-res-47', text: '老师从哪里来？大学生放假回来可以帮手。', agrees: 12, round: 2 }, { by: 'demo-res-50', text: '要买保险，有人负责安全才能办。', agrees: 11, round: 2, held: true }],
    heard: [{ by: 'special', words: '去年我们厂里有个孩子自己去江边玩水，差点出事。有地方托，多出点钱也愿意。', voices: 18, setting: 'workplace' }, { by: 'demo-special-2', words: '最好早上七点半就能送，我们八点打卡。', voices: 7, setting: 'several' }],
    ends: 'deliberating', days: 2, commentsIn: 5,
  },
  {
    key: 'drinking-water', title: '文化广场装一个直饮水点', category: 'water', by: 'demo-res-49', friends: ['resident', 'migrant'], groups: [12], supporters: 6,
    what: '打球、跳舞、带孩子玩的人多，买水一瓶两元。装一个直饮水点，大家自己带杯子。', where: '文化中心旁边', affected: '到广场来的人', suggestion: '装一台，滤芯按时换，水质报告贴出来。',
    says: [{ by: 'demo-res-52', text: '谁来换滤芯要说清楚，不然比井水还脏。', agrees: 12 }], heard: [{ by: 'demo-special-2', words: '我们下班路过也想打水，晚上九点以后能不能也用？', voices: 8, setting: 'several' }],
    ends: 'scheduled', days: 3, sessionIn: 2, mode: 'both', commentsIn: 6,
  },
  {
    key: 'field-road', title: '机耕路让不让汽车走', category: 'farming', by: 'demo-leader-5', groups: [11],
    what: '机耕路铺好以后，抄近路的汽车多了，收割机反而进不去，路边也压塌了两处。', where: '村北机耕路', affected: '种田的四十多户，走近路上班的人', suggestion: '农忙时不让汽车进。',
    says: [{ by: 'demo-res-53', text: '农忙一年就两个月，平时让人走没关系。', agrees: 9 }, { by: 'demo-res-54', text: '压塌了谁修？要修的人出钱。', agrees: 8 }],
    ends: 'scheduled', days: 2, sessionIn: 5, mode: 'hall', commentsIn: 9,
    stuck: { disagreement: 'unresolved', again: true, bothPositions: '种田的：全年不让汽车进，路是为田修的。\n上班的：绕路要多走二十分钟，农忙两个月不走可以，平时要走。', nextPlan: '请两边各出三个人，先算清楚修路的钱，再议一次。' },
  },
  {
    key: 'bus-shelter', title: '公交站没有雨棚，等车淋雨', category: 'roads', by: 'demo-res-55', scene: 'stop', groups: [12], supporters: 6,
    what: '公交半小时一班，下雨没有地方躲，老人抱着孩子站在路边。', where: '村口公交站', affected: '坐公交的人', suggestion: '搭一个雨棚，放一条长凳。', says: [{ by: 'demo-res-56', text: '长凳要有靠背，老人坐得住。', agrees: 5 }], ends: 'classified', days: 2,
  },
  {
    key: 'night-patrol', title: '晚上巡逻队再多走两条巷', category: 'other', by: 'demo-rep-40', groups: [11],
    what: '6 巷和 7 巷靠河边，路灯少，上个月丢了两辆电动车。', where: '6 巷、7 巷', affected: '住在两条巷的人', suggestion: '巡逻队每晚多走两趟。', ends: 'topic_review', days: 4, waiting: { step: 'classify', days: 1 },
  },
  {
    key: 'factory-smell', title: '晚上工业区飘来刺鼻的味道', category: 'other', by: 'demo-special-2', groups: [8], migrants: true,
    what: '', where: '村西工业区旁宿舍', affected: '', suggestion: '', collected: { by: 'demo-special-2', words: '晚上十一点以后味道最重，嗓子疼，窗不敢开。我们不敢去厂里说。', voices: 16, setting: 'workplace' }, ends: 'topic_review', days: 2,
  },
  {
    key: 'shrine-water', title: '祠堂门前一下雨就积水', category: 'drainage', by: 'demo-leader-6', groups: [9],
    what: '祠堂门前地面低，下雨积水到脚踝，祭祖的时候要搭木板。', where: '祠堂门前', affected: '来祠堂的人，旁边六户', suggestion: '加一条暗渠通到大沟。', ends: 'topic_review', days: 17,
  },
  {
    key: 'book-cart', title: '周末在村口办个旧书旧物交换', category: 'culture', by: 'resident', groups: [12], supporters: 3,
    what: '家里的旧书、小孩穿不下的衣服，扔了可惜，拿出来换一换。', where: '文化广场', affected: '有孩子的家庭', suggestion: '每月最后一个周六上午，自己带垫子。', says: [{ by: 'demo-res-57', text: '好主意，我家有三箱童书。', agrees: 6 }], ends: 'accepted', days: 4,
  },
  {
    key: 'ramp', title: '村委会门口加一条坡道，轮椅上得去', category: 'care', by: 'elder', groups: [12], supporters: 3,
    what: '村委会门口五级台阶，坐轮椅的、推婴儿车的上不去，办事要人抬。', where: '村委会门口', affected: '坐轮椅的人，老人，推婴儿车的人', suggestion: '旁边加一条坡道，装扶手。', says: [{ by: 'demo-res-58', text: '我爸坐轮椅，每次都要叫保安帮忙。', agrees: 8 }], ends: 'accepted', days: 2,
  },
  {
    key: 'dorm-crossing', title: '宿舍区路口要画斑马线', category: 'roads', by: 'migrant', scene: 'lines', groups: [10], migrants: true, supporters: 4,
    what: '换班的时候几百人一起过马路，没有斑马线也没有灯，车不让人。', where: '工业区宿舍门口的路口', affected: '上下班的工人，开车经过的人', suggestion: '画斑马线，上下班时间有人看。', says: [{ by: 'demo-migrant-6', text: '早上七点四十最挤。', agrees: 7 }], ends: 'accepted', days: 9,
  },
  {
    key: 'fish-pond-rail', title: '鱼塘边没有栏杆，孩子爱去玩', category: 'other', by: 'demo-res-59', groups: [11], supporters: 1,
    what: '放学路上经过鱼塘，孩子爱去看鱼，边上没有栏杆，水有两米深。', where: '小学后面的鱼塘', affected: '上学的孩子', suggestion: '先拉网，再装栏杆。', ends: 'accepted', days: 1,
  },
  {
    key: 'rats', title: '市场后面老鼠多，要统一灭鼠', category: 'waste', by: 'demo-res-60', scene: 'litter', groups: [], ends: 'screening', days: 17,
    what: '市场后面堆烂菜，晚上老鼠成群，跑进住户厨房。', where: '市场后面的巷子', affected: '市场周围三十户', suggestion: '请专业的人来灭一次，烂菜当天清走。',
  },
  {
    key: 'old-well', title: '老井边的石板松了，打水怕摔', category: 'water', by: 'demo-res-1', groups: [], ends: 'screening', days: 2,
    what: '老井还有人用来洗菜，井边石板松动，雨天滑。', where: '老井', affected: '用井的十几户', suggestion: '石板重新垫平，加一段扶手。',
  },
  {
    key: 'wifi-hall', title: '议事厅想要一台大一点的屏幕', category: 'other', by: 'demo-rep-45', groups: [], ends: 'screening', days: 1,
    what: '后排看不清签到码和议程，老人都要走到前面看。', where: '议事厅', affected: '来开会的人', suggestion: '换一台大的，旧的给书屋用。',
  },
  {
    key: 'new-here', title: '刚搬来，不知道垃圾放哪里、几点收', category: 'waste', by: 'nobody', nameless: true, groups: [], ends: 'screening', days: 0,
    what: '租在新村，每天看到有人放在楼下也有人走很远，没有看到告示。', where: '新村楼下', affected: '新搬来的人', suggestion: '每栋楼下贴一张，写清楚地方和时间。',
  },
  {
    key: 'book-swap', title: '旧书旧物交换能不能也在新村办一场', category: 'culture', by: 'household', groups: [], ends: 'screening', days: 1,
    what: '新村孩子多，旧书旧玩具也多，广场有点远。', where: '新村停车场', affected: '新村有孩子的家庭', suggestion: '和广场轮流办，每月一场。',
  },
  {
    key: 'loud-bird', title: '某家养的鹦鹉骂人', category: 'other', by: 'demo-res-11', nameless: true, groups: [], ends: 'screening', days: 3,
    what: '巷尾那家的鹦鹉见人就骂，一定是主人教的，这家人一向这样。', where: '8 巷', affected: '路过的人', suggestion: '叫他把鸟送走。',
    waiting: { step: 'reject', days: 1, told: { rejectReason: 'no_facts', explanation: '两家之间的小事，没有影响到大家，里面有些话是针对人的，不适合公开讨论。', remedy: '可以请网格员或人民调解员上门说和。' } },
  },
  {
    key: 'lane-bench', title: '巷口放几张长凳', category: 'care', by: 'demo-res-44', groups: [], ends: 'returned', days: 3,
    what: '老人走一段要歇一歇，没有地方坐。', where: '各条巷', affected: '老人', suggestion: '放几张长凳。', told: { returnReason: 'place', toFix: '请写明哪几条巷、大概放在哪里，旁边的住户同意不同意。' },
  },
  {
    key: 'market-move', title: '祠堂边的菜市场要不要搬到村口', category: 'other', by: 'demo-rep-50', friends: ['elder'], groups: [9],
    what: '市场在祠堂旁边，逢节祭祖挤不进去；搬到村口，住里面的老人又远了。', where: '祠堂边菜市场', affected: '摆摊的三十多户，买菜的人，住祠堂附近的人', suggestion: '听听两边的意见再定。',
    says: [{ by: 'demo-res-2', text: '搬到村口我妈要多走一公里，她七十八了。', agrees: 16 }, { by: 'demo-res-9', text: '祠堂边太脏，夏天苍蝇飞进祠堂。', agrees: 15 }, { by: 'demo-res-33', text: '能不能村口设大的，祠堂边留早上两小时？', agrees: 12, round: 2 }],
    ends: 'unresolved', days: 4,
    vote: { text: '菜市场整体搬到村口', body: 'VRA', form: 'secret', opensAfter: 4, closesAfter: 7, turnout: [31, 33, 2] },
    stuck: { disagreement: 'divided', bothPositions: '搬：祠堂周围脏乱、堵路，村口有停车的地方。\n不搬：里面老人买菜远，摊主怕没生意。\n村民代表表决赞成三十一票、反对三十三票，没有通过。' },
  },
]
