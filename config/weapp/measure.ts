import { countNodes } from './render'
import { Phone, type SetData } from './phone'
import { answeredFor, villageAtTheVote } from './story'

export interface ListPage {
  readonly items: number
  /** What crosses to the screen once the list is there. */
  readonly calls: number
  readonly bytes: number
  /** Elements on the screen, as WeChat draws them. */
  readonly nodes: number
  /** What crosses when the list is read again and one more neighbour supports one of its topics. */
  readonly bytesForOneNumber: number
}

const page = 'pages/topics/index'

/** The topic list with twenty topics, drawn by the built mini-program from the answers of the real `serve`. */
export async function measureListPage(dist: string): Promise<ListPage> {
  const { village } = await villageAtTheVote()
  const answer = answeredFor(village, 'elder')
  let items = 0
  let before = 0
  const phone: Phone = new Phone({
    dist,
    answer: async body => {
      const reply = await answer(body)
      if (typeof body === 'object' && body !== null && 'name' in body && body.name === 'topic.list') {
        items = (reply as { value: { topics: unknown[] } }).value.topics.length
        before = phone.calls.length
      }
      return reply
    },
  })
  const since = (): SetData[] => phone.calls.slice(before).filter(call => call.page === page)
  await phone.launch(page)
  const filling = since()
  const nodes = countNodes(phone.screen)

  // The newest topic stands on top, so one more support leaves the order as it is.
  const first = await village.as('elder')('topic.list', { show: 'running' })
  if (!first.ok) throw new Error(first.refusal)
  const topic = first.value.topics.find(card => card.state === 'accepted')
  if (!topic) throw new Error('no topic that can be supported')
  const supported = await village.as('ahua')('topic.support', { id: topic.id })
  if (!supported.ok) throw new Error(supported.refusal)
  await phone.open('/pages/me/index')
  await phone.open(`/${page}`)
  return { items, calls: filling.length, bytes: bytesOf(filling), nodes, bytesForOneNumber: bytesOf(since()) }
}

const bytesOf = (calls: readonly SetData[]): number => calls.reduce((sum, { bytes }) => sum + bytes, 0)
