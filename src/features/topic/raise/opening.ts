import type { Client } from '@/platform/talk-to-server/client'
import { emptyDraft, type Draft } from './draft'
import { fromServer, merged } from './drafts-store'
import type { Desk, Phone, Raise } from './raise'

/** What stands on the desk when the page opens: a returned topic, a certain draft, what was being written, or nothing. */
export function opening(call: Client, phone: Phone, { get, set }: Desk, show: (draft: Draft, more?: Partial<Raise>) => void) {
  let opened = 0

  async function openMending(topicId: string) {
    const reply = await call('topic.view', { id: topicId })
    if (!reply.ok) return set({ opened: 'failed' })
    const { value } = reply
    const kept = phone.kept().find(({ id }) => id === topicId)
    if (!value.may.edit) {
      if (kept?.sent) phone.drop(topicId)
      return set({ opened: 'not-yours' })
    }
    const { card, words, photoIds } = value
    const before: Draft = {
      ...emptyDraft(topicId),
      mending: true,
      words: { title: card.title, ...words },
      category: card.category,
      photoIds,
      showName: value.showName,
    }
    show(kept ?? before, { mending: { rev: value.rev, before, toFix: value.answer?.told ?? [] } })
  }

  async function openDraft(wanted: string | undefined, ticket: number) {
    const pick = (drafts: readonly Draft[]) => (wanted === undefined ? drafts[0] : drafts.find(({ id }) => id === wanted))
    const here = merged(phone.kept(), [])
    const kept = pick(here)
    if (kept) show(kept, { drafts: here })
    const there = await fromServer(call)
    if (ticket !== opened) return
    if (there === 'guest') return set({ opened: 'guest' })
    const drafts = merged(phone.kept(), there ?? [])
    const found = pick(drafts)
    const { draft, opened: moment } = get()
    if (moment === 'ready') {
      // One has begun to write meanwhile: only words that the server took later, from another phone, may replace what stands there.
      set({ drafts })
      if (found && found.id === draft.id && !draft.dirty && found.savedAt !== draft.savedAt) show(found, { drafts })
    } else if (found) show(found, { drafts })
    else if (wanted !== undefined && there === null) set({ opened: 'failed' })
    else show(emptyDraft(await phone.drawKey()), { drafts })
  }

  return async function open({ draft, edit }: { readonly draft?: string | undefined; readonly edit?: string | undefined }) {
    const ticket = ++opened
    set({ opened: 'opening', handing: { at: 'writing' } })
    try {
      await (edit ? openMending(edit) : openDraft(draft, ticket))
    } catch {
      if (ticket === opened) set({ opened: 'failed' })
    }
  }
}
