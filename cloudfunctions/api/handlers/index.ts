import type { Handlers } from '../handler'
import * as after from './after'
import * as assists from './assists'
import * as attendance from './attendance'
import * as ballots from './ballots'
import * as binding from './binding'
import * as codes from './codes'
import * as consents from './consents'
import * as cases from './cases'
import * as corrections from './corrections'
import * as desk from './desk'
import * as discussion from './discussion'
import * as files from './files'
import { turnKey } from './count-keys'
import * as countSeal from './count-seal'
import * as hallBallots from './hall-ballots'
import * as hallDoor from './hall-door'
import * as hallView from './hall-view'
import * as paper from './paper'
import * as writtenProxies from './written-proxies'
import * as me from './me'
import * as motions from './motions'
import * as notices from './notices'
import * as opinions from './opinions'
import * as ownData from './own-data'
import * as photos from './photos'
import * as profile from './profile'
import * as raising from './raising'
import * as registration from './registration'
import * as reach from './reach'
import * as reports from './reports'
import * as rolls from './rolls'
import * as rollDisputes from './roll-disputes'
import * as rollImports from './roll-imports'
import * as sessions from './sessions'
import * as steps from './steps'
import * as supports from './supports'
import * as topicView from './topic-view'
import * as topics from './topics'
import * as voteSheet from './vote-sheet'
import * as delegations from './delegations'
import * as petitions from './petitions'
import * as settings from './settings'

export const handlers: Handlers = {
  'me.view': me.viewMe,
  'home.view': me.viewHome,
  'draft.save': raising.saveDraft,
  'draft.list': raising.listDrafts,
  'draft.discard': raising.discardDraft,
  'topic.raise': raising.raise,
  'topic.similar': topics.similarTopics,
  'topic.list': topics.listTopics,
  'topic.view': topicView.viewTopic,
  'topic.support': supports.support,
  'topic.unsupport': supports.unsupport,
  'topic.step': steps.takeStep,
  'topic.confirm': steps.confirmStep,
  'topic.tryStep': steps.tryStep,
  'people.inOffice': steps.inOffice,
  'photo.add': photos.addPhoto,
  'rating.give': after.rate,
  'objection.file': after.fileObjection,
  'objection.answer': after.answerObjection,
  'desk.view': desk.viewDesk,
  'case.judge': cases.judge,
  'case.appeal': cases.appeal,
  'case.answer': cases.answer,
  'case.log': cases.log,
  'report.file': reports.report,
  'case.counts': reports.counts,
  'session.schedule': sessions.schedule,
  'session.list': sessions.listSessions,
  'session.view': sessions.viewSession,
  'session.signUp': attendance.signUp,
  'session.cancelSignUp': attendance.cancelSignUp,
  'session.checkIn': attendance.checkInByCode,
  'session.hall': attendance.hall,
  'session.find': attendance.findPeople,
  'session.attend': attendance.attend,
  'comment.list': discussion.listComments,
  'comment.say': discussion.say,
  'comment.nod': discussion.nod,
  'motion.put': motions.put,
  'motion.bodies': motions.motionBodies,
  'motion.view': motions.viewMotion,
  'ballot.cast': ballots.cast,
  'ballot.castSecret': ballots.castSecret,
  'ballot.list': ballots.listBallots,
  'vote.sheet': voteSheet.viewSheet,
  'record.view': ballots.viewRecord,
  'notice.list': notices.listNotices,
  'notice.view': notices.viewNotice,
  'message.list': notices.listMessages,
  'message.read': notices.readMessages,
  'consent.view': consents.viewConsents,
  'consent.record': consents.recordConsent,
  'reach.view': reach.viewReach,
  'reach.assign': reach.assignReach,
  'reach.handOver': reach.handOverReach,
  'reach.mine': reach.myReach,
  'reach.mark': reach.markReach,
  'opinion.record': opinions.recordOpinion,
  'opinion.raise': opinions.raiseOpinion,
  'opinion.mine': opinions.myOpinions,
  'code.view': codes.viewCode,
  'me.bind': registration.bind,
  'me.unbind': registration.unbind,
  'register.find': registration.findRegistered,
  'register.phone': registration.notePhone,
  'register.release': registration.release,
  'assist.helpers': assists.listHelpers,
  'register.code': binding.giveCode,
  'register.families': binding.families,
  'household.view': binding.viewHousehold,
  'household.invite': binding.invite,
  'bind.look': binding.look,
  'bind.take': binding.take,
  'data.view': ownData.viewData,
  'data.part': ownData.viewPart,
  'data.close': ownData.close,
  'profile.set': profile.setProfile,
  'file.view': files.viewFile,
  'avatar.set': profile.setAvatar,
  'avatar.remove': profile.removeAvatar,
  'data.correct': corrections.correct,
  'correction.list': corrections.listCorrections,
  'correction.answer': corrections.answerCorrection,
  'settings.view': settings.viewSettings,
  'settings.history': settings.viewHistory,
  'settings.propose': settings.propose,
  'settings.confirm': settings.confirm,
  'petition.view': petitions.viewPetition,
  'petition.start': petitions.startPetition,
  'petition.sign': petitions.signPetition,
  'petition.withdraw': petitions.withdrawSignature,
  'petition.signers': petitions.listSigners,
  'roll.list': rolls.listRolls,
  'roll.mine': rolls.myRolls,
  'roll.people': rolls.listPeople,
  'roll.begin': rollImports.beginImport,
  'roll.rows': rollImports.takeRows,
  'roll.compare': rollImports.compare,
  'roll.changes': rollImports.viewChanges,
  'roll.submit': rollImports.submit,
  'roll.drop': rollImports.drop,
  'roll.confirm': rollImports.confirmImport,
  'roll.represent': rollDisputes.represent,
  'roll.dispute': rollDisputes.dispute,
  'roll.disputes': rollDisputes.listDisputes,
  'roll.decide': rollDisputes.decideDispute,
  'delegation.list': delegations.listDelegations,
  'delegation.record': delegations.recordDelegation,
  'delegation.confirm': delegations.confirmDelegation,
  'delegation.revoke': delegations.revokeDelegation,
  'vote.hall': hallView.viewHall,
  'vote.find': hallView.findUnits,
  'vote.checkIn': hallDoor.checkIn,
  'vote.admit': hallDoor.admit,
  'vote.leave': hallDoor.leave,
  'vote.open': hallDoor.open,
  'ballot.castInHall': hallBallots.castInHall,
  'ballot.castAsProxy': hallBallots.castAsProxy,
  'vote.turnKey': turnKey,
  'paper.issue': paper.issue,
  'paper.takeBack': paper.takeBack,
  'paper.spoil': paper.spoil,
  'paper.count': paper.countBatch,
  'count.seal': countSeal.seal,
  'count.confirm': countSeal.confirm,
  'proxy.write': writtenProxies.writeProxy,
  'proxy.revoke': writtenProxies.revokeProxy,
}
