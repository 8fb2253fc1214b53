/**
 * What must be true of the world before a step, and what the phone says where it is not. A name here without its row in `guards/`, and a
 * row
 * without its words, do not compile; the contract's refusals are these names. This file imports nothing, so that the phone gets the words
 * alone.
 */
export const guardWords = {
  // Common and deliberation
  'support-reached': '附议人数还不够',
  'sole-proposer': '还有共同提出人，不能一个人撤回；您可以退出，由他们接着办',
  'session-started': '还没到开会时间',
  'host-and-recorder-present': '主持人和记录员要先签到',
  'five-present': '签到还不到 5 人，不能开始',
  'half-present': '请来的当事人还没有到一半，不能开始；来不齐可以改期',
  'comment-window-over': '留言时间还没结束，不能提前结束讨论',
  'no-open-vote': '还有表决没有结束',
  'no-open-objection': '还有异议没有答复',
  'posting-over': '公示期还没满十五天',
  'last-posting-day': '期满照片要到公示的最后一天再拍',
  'board-photos': '还缺公示栏的照片',
  'posting-certified': '还要监督委员确认公示贴满了期限',
  'term-over': '期限还没到',
  'rounds-left': '次数已经用完，不能再开一轮',
  'not-yet-pending': '已经有一步在等监督委员会确认',
  'parent-open': '要合到的议题已经结束，或者就是这一件',
  'within-merge-objection': '合并以后 3 天内可以提不同意，现在已过',
  'reschedules-left': '已经改期两次，不能再改',
  'resubmission-changed': '内容还没有改，请按退回的说明补充后再交',
  'within-appeal': '申诉期 30 天已过，可以向镇街反映',
  'finish-day-ahead': '完成日期要在今天以后',
  // Class and competence
  'class-ordinary': '这是重大事项，议事会只能提建议，要提交会议表决',
  'class-not-small': '小微事项不用开议事会，登记后派人去办',
  'class-small': '只有小微事项可以直接派人办',
  'class-major': '一般事务走协商；要走四议两公开，先升级分类',
  'class-higher': '升级要选比现在更重的一类',
  'class-lower': '降低要选比现在更轻的一类',
  'code-fits-class': '重大事项要选对应的事项种类；小事和一般事务不选',
  'body-competent': '这个会议没有权定这件事，请换一个会议',
  'delegation-live': '村民会议没有授权村民代表会议定这类事，不能表决',
  'body-composed': '这个会议的人员组成不合法（村民委员会组织法第二十九条等），要先补选、改正；差多少请看“村里的规矩”',
  'under-large-amount': '花费到了村里定的大额，议事会不能定，请升级分类，走四议两公开',
  // Text, review, town
  'text-reviewed': '正文还没有审核，或者审核后改过，要重新审核才能表决',
  'checklist-clean': '清单里有“有问题”的，不能签合法',
  'plan-changed': '正文和原来一样，没有改',
  'town-reported': '还没有向镇街报告',
  // Meetings and votes
  'numbers-consistent': '人数对不上：实到不能比应到多，同意不能比实到多',
  'committee-agreed': '党组织委员没有过半数同意',
  'two-committees-agreed': '两委没有谈成',
  'party-members-agreed': '党员大会没有通过',
  'notice-long-enough': '通知的天数不够，请把开会的日子往后定',
  'urgent-allowed': '只有村民会议、居民会议可以临时通知；成员大会必须提前十日',
  'notice-given': '还没有发会议通知',
  'meeting-time-reached': '还没到开会的日子',
  'roll-frozen': '花名册还没有定下来，或者比通知时少了：通知发出就不能再减',
  'attendance-lawful': '在线参加和书面委托只有成员大会可以算数，别的会请填 0',
  'counters-free': '监票人、计票人不能是同一个人，也不能是提出人或者申报回避的人',
  'quorum-met': '到会人数不够，不能表决',
  'ballots-add-up': '票数和到会人数对不上，请再核对',
  'as-counted': '和票箱里数出来的不一样，请照票箱的数填',
  'as-checked-in': '填的到会人数比签到的还多，没签到的先替他签到',
  'vote-passed': '没有达到规定的票数',
  'recount-left': '已经重来过一次',
  'notices-left': '已经重新通知两次，请报告镇街',
  // After the resolution
  'petition-reached': '联名还没有够',
  'petition-not-reached': '联名已经够了，要按联名的要求办，不能撤回',
  'filings-done': '还缺备案、批准或者交易编号',
  'evaluation-filed': '监督委员还没有写事后评价',
  'evaluation-due': '验收满五个月后才能写事后评价',
  'file-complete': '档案还不齐，请看一事一档里缺什么',
  'within-reopening': '结束超过一年，不能重新审定',
  'emergency-left': '紧急暂停只能用一次，要再停请镇街决定',
  'long-overdue': '还没有拖过两个期限',
} as const

export type Guard = keyof typeof guardWords
export const guardNames = Object.keys(guardWords) as Guard[]
