import type { Handlers } from '../village/ground/handler'
import * as after from '../village/topic/objections'
import * as assists from '../village/vote/assists'
import * as attendance from '../village/session/attendance'
import * as ballots from '../village/vote/ballots'
import * as binding from '../village/resident/binding'
import * as codes from '../village/resident/codes'
import * as consents from '../village/notice/consents'
import * as cases from '../village/moderation/cases'
import * as corrections from '../village/resident/corrections'
import * as desk from '../village/moderation/desk'
import * as discussion from '../village/talk/discussion'
import * as files from '../village/topic/file/files'
import { turnKey } from '../village/vote/count-keys'
import * as countSeal from '../village/vote/count-seal'
import * as hallBallots from '../village/vote/hall-ballots'
import * as hallDoor from '../village/vote/hall-door'
import * as hallView from '../village/vote/hall-view'
import * as paper from '../village/vote/paper'
import * as writtenProxies from '../village/vote/written-proxies'
import * as me from '../village/resident/me'
import * as motions from '../village/vote/motions'
import { put } from '../village/vote/put-motion'
import { putAgain } from '../village/vote/repeated-vote'
import { putSecond } from '../village/vote/second-ballot'
import * as notices from '../village/notice/notices'
import * as opinions from '../village/opinion/opinions'
import * as ownData from '../village/resident/own-data'
import * as photos from '../village/moderation/photos'
import * as profile from '../village/resident/profile'
import * as drafts from '../village/topic/drafts'
import * as raising from '../village/topic/raising'
import * as registration from '../village/resident/registration'
import * as reach from '../village/notice/reach'
import * as reports from '../village/moderation/reports'
import * as rolls from '../village/roll/rolls'
import * as rollDisputes from '../village/roll/roll-disputes'
import * as rollImports from '../village/roll/roll-imports'
import * as sessions from '../village/session/sessions'
import * as stepForm from '../village/topic/step-form'
import * as steps from '../village/topic/steps'
import * as supports from '../village/topic/supports'
import * as topicView from '../village/topic/topic-view'
import * as topics from '../village/topic/topics'
import * as voteSheet from '../village/vote/vote-sheet'
import * as delegations from '../village/village/delegations'
import * as petitions from '../village/topic/petitions'
import * as settings from '../village/village/settings'

export const handlers: Handlers = {
  'me.view': me.viewMe,
  'home.view': me.viewHome,
  'draft.save': drafts.saveDraft,
  'draft.list': drafts.listDrafts,
  'draft.discard': drafts.discardDraft,
  'topic.raise': raising.raise,
  'topic.similar': topics.similarTopics,
  'topic.list': topics.listTopics,
  'topic.view': topicView.viewTopic,
  'topic.support': supports.support,
  'topic.unsupport': supports.unsupport,
  'step.form': stepForm.viewStepForm,
  'topic.step': steps.step,
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
  'motion.put': put,
  'motion.putSecond': putSecond,
  'motion.putAgain': putAgain,
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
