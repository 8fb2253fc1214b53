import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Toast } from '@/components/toast/toast'
import { allOwnParts, ownParts } from '@/domain/resident/own-data'
import type { Appealing } from './appealing'
import { CorrectPart } from './correct-part'
import type { Correcting } from './correcting'
import { LeavePart } from './leave-part'
import type { Naming } from './naming'
import { NicknamePart } from './nickname-part'
import { PartSheet } from './part-sheet'
import { PicturePart } from './picture-part'
import type { Picturing } from './picturing'
import { AppealSheet, PutAwayPart } from './put-away-part'
import type { OwnData } from './store'
import { TakePart } from './take-part'
import { factsOf, keeping } from './words'

interface OwnDataProps {
  readonly data: StoreApi<OwnData>
  readonly naming: StoreApi<Naming>
  readonly correcting: StoreApi<Correcting>
  readonly picturing: StoreApi<Picturing>
  readonly appealing: StoreApi<Appealing>
}

/** All that is held of the person who looks: to see, to take along, to put right, to have taken away. */
export function OwnDataScreen({ data, correcting, naming, picturing, appealing }: OwnDataProps) {
  const { seen, refresh, look, said, say } = useStore(data)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title='我的资料'
        seen={seen}
        rows={4}
        notYours={{ title: '您还没有登记', line: '没有登记，我们就没有记您的任何资料。' }}
        onRetry={refresh}
      />
    )
  return (
    <Page title='我的资料'>
      <Card>
        <Stack>
          <Facts facts={factsOf(seen.view)} />
          <CorrectPart correcting={correcting} />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Heading level={2} size={3}>
            别人看到的您
          </Heading>
          <PicturePart picturing={picturing} view={seen.view} onSet={refresh} />
          <NicknamePart naming={naming} held={seen.view.nickname} onSet={refresh} />
          <PutAwayPart appealing={appealing} view={seen.view} />
        </Stack>
      </Card>
      <Section title='都记了什么'>
        <LinkRows>
          {allOwnParts.map(part => (
            <LinkRow key={part} title={ownParts[part]} onTap={() => void look(part)} />
          ))}
        </LinkRows>
      </Section>
      <TakePart data={data} />
      <Fold title='各样留多久'>
        {keeping.map(line => (
          <View key={line} className='body'>
            {line}
          </View>
        ))}
      </Fold>
      <LeavePart data={data} view={seen.view} />
      <PartSheet data={data} now={seen.view.now} />
      <AppealSheet appealing={appealing} onSent={refresh} />
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
