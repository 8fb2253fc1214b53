import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { ListEnd } from '@/components/list-end/list-end'
import { Old, Unseen } from '@/components/looked/looked'
import { notYours } from '@/platform/talk-to-server/looking'
import { Page } from '@/components/page/page'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Segments } from '@/components/segments/segments'
import { Stats } from '@/components/stats/stats'
import { Toast } from '@/components/toast/toast'
import { spokenTime } from '@/domain/ground/calendar'
import { allWays, ways } from '@/domain/notice/ways'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import type { Ledger } from './store'
import { groupName, knownWords, proofWords, type Figures, type LedgerView } from './words'

const title = '告知情况'
type Shown = Extract<Ledger['seen'], { at: 'shown' }>

/** Who knows of a notice, by which way, and who still has to be told. */
export function ReachScreen({ ledger }: { readonly ledger: StoreApi<Ledger> }) {
  const { seen, show, assigning, refresh, choose, leave } = useStore(ledger)
  if (seen.at === 'refused')
    return (
      <Unseen
        title={title}
        seen={seen}
        notYours={{ title: '这里由主持人和村委会办理', line: '谁看过通知，只有办事的人看得到。', only: notYours }}
        onRetry={() => void refresh()}
      />
    )
  const shown = seen.at === 'shown' ? seen : null
  return (
    <Page title={title} heading={shown?.view.notice.title}>
      <Old seen={seen} words='刚才没有连上，下面是上次看到的。' onRetry={() => void refresh()} />
      {shown ? <Overview view={shown.view} figures={shown.view.figures} ledger={ledger} /> : null}
      <Segments
        label='看哪些人'
        at={show}
        items={[
          { key: 'missing', label: '还不知道的', count: shown?.view.figures.missing },
          { key: 'all', label: '所有人' },
        ]}
        onChange={key => void choose(key)}
      />
      {seen.at === 'shown' ? (
        <People shown={seen} ledger={ledger} />
      ) : (
        <Unseen seen={seen} reason='可能是网络不好。' onRetry={() => void refresh()} />
      )}
      {shown ? <GiveSheet workers={shown.view.figures.workers} ledger={ledger} /> : null}
      <Toast
        text={assigning.at === 'done' ? (assigning.assigned > 0 ? `交给网格员 ${assigning.assigned} 人` : '这些人刚刚有人管了') : null}
        onGone={leave}
      />
    </Page>
  )
}

function Overview({ view, figures, ledger }: { readonly view: LedgerView; readonly figures: Figures; readonly ledger: StoreApi<Ledger> }) {
  const { give, handOver } = useStore(ledger)
  const { people, door, missing, groups, handOvers } = figures
  const proof = proofWords(view, door)
  const urls = view.boardPhotoIds.map(photoUrl)
  return (
    <>
      <Stack>
        <View className='sub'>《{view.topicTitle}》</View>
        <Stats
          stats={[
            { label: '要告知', value: `${people} 人` },
            { label: '还不知道', value: `${missing} 人`, tone: missing > 0 ? 'amber' : undefined },
          ]}
        />
      </Stack>
      <Card>
        <Facts
          facts={[
            ...allWays.map(way => ({
              label: ways[way].said,
              value: view.without.includes(way) ? '没有开通，只在小程序里' : `${figures[way]} 人`,
            })),
            ...(proof ? [{ label: '依法要有', value: proof }] : []),
          ]}
        />
      </Card>
      {urls.length > 0 ? (
        <PhotoGrid
          label='公示栏照片'
          photos={view.boardPhotoIds.map(id => ({ id, url: photoUrl(id) }))}
          onOpen={id => viewPhotos(urls, photoUrl(id))}
        />
      ) : null}
      {groups.length > 0 ? (
        <Section title='请网格员打电话、上门'>
          {groups.map(({ group, missing: here, unassigned, held }) => (
            <Card key={group}>
              <Stack>
                <View className='body'>
                  {groupName(group)}：还有 {here} 人不知道{unassigned === 0 ? '，都有网格员去告知' : ''}
                </View>
                {unassigned > 0 ? (
                  <Button look='ghost' label={`${unassigned} 人还没人管，交给网格员：${groupName(group)}`} onTap={() => give(group)}>
                    {unassigned} 人还没人管，交给网格员
                  </Button>
                ) : null}
                {held.map(({ id, name, people: theirs }) => (
                  <Stack key={id} tight>
                    <View className='sub'>
                      {name}手上 {theirs} 人
                    </View>
                    <Button
                      look='quiet'
                      label={`${name}手上的 ${theirs} 人换人去：${groupName(group)}`}
                      onTap={() => handOver(group, { id, name })}
                    >
                      换人去告知
                    </Button>
                  </Stack>
                ))}
              </Stack>
            </Card>
          ))}
        </Section>
      ) : null}
      {handOvers.length > 0 ? (
        <Fold title={`换过人的记录（${handOvers.length} 次）`}>
          <Stack>
            {handOvers.map(({ id, group, from, to, people: theirs, by, at }) => (
              <View key={id}>
                <View className='sub'>
                  {groupName(group)} {theirs} 人：{from}交给{to}
                </View>
                <View className='small'>
                  {by} · {spokenTime(at)}
                </View>
              </View>
            ))}
          </Stack>
        </Fold>
      ) : null}
    </>
  )
}

function People({ shown: { view, more: state }, ledger }: { readonly shown: Shown; readonly ledger: StoreApi<Ledger> }) {
  const { show, more } = useStore(ledger)
  if (view.people.length === 0 && view.next === null) {
    return show === 'missing' ? (
      <Empty title='都知道了' line='要告知的人，这里没有还不知道的。' />
    ) : (
      <Empty title='还没有要告知的人' line='通知刚发出的话，过一会儿再看。' />
    )
  }
  return (
    <>
      <Card>
        <Facts
          facts={view.people.map(person => ({
            label: `${person.name}（${groupName(person.group)}）`,
            value: knownWords(person, view.now),
          }))}
        />
      </Card>
      {view.people.map(person => {
        const url = person.photoId === null ? null : photoUrl(person.photoId)
        return url ? (
          <Card key={person.id}>
            <View className='small'>
              {person.name}（{groupName(person.group)}）上门告知
            </View>
            <PhotoGrid label={`上门照片，${person.name}`} photos={[{ id: url, url }]} onOpen={() => viewPhotos([url], url)} />
          </Card>
        ) : null
      })}
      <ListEnd state={view.next === null ? 'end' : state} end='都在这里了' onMore={() => void more()} />
    </>
  )
}

function GiveSheet({ workers, ledger }: { readonly workers: Figures['workers']; readonly ledger: StoreApi<Ledger> }) {
  const { assigning, pick, assign, leave } = useStore(ledger)
  const open = assigning.at === 'choosing' || assigning.at === 'sending'
  const from = open ? assigning.from : null
  const others = workers.filter(worker => worker.id !== from?.id)
  const heading = open ? `${groupName(assigning.group)}${from ? `，${from.name}手上的，` : ''}交给谁去告知` : '交给谁去告知'
  return (
    <Sheet
      open={open}
      title={heading}
      onClose={leave}
      actions={
        others.length > 0 ? (
          <Button busy={assigning.at === 'sending'} onTap={() => void assign()}>
            交给他
          </Button>
        ) : (
          <Button onTap={leave}>知道了</Button>
        )
      }
    >
      {others.length > 0 ? (
        <Choices
          label='网格员'
          value={open ? assigning.workerId : null}
          error={assigning.at === 'choosing' ? (assigning.wrong ?? undefined) : undefined}
          disabled={assigning.at === 'sending'}
          options={others.map(({ id, name, group }) => ({ value: id, label: name, note: groupName(group) }))}
          onChange={pick}
        />
      ) : (
        <View className='sub'>
          {from ? '没有别的网格员可以换。要加人，请先到议事厅登记。' : '村里还没有登记网格员，请先到议事厅登记。'}
        </View>
      )}
    </Sheet>
  )
}
