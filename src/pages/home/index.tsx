import { useDidShow, useLoad, usePullDownRefresh } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { Home } from '@/features/home/home'
import { useHome } from '@/features/home/use-home'
import { goTo } from '@/platform/screen/arrival'
import { placeScanned } from '@/platform/phone/codes'
import { usePreferences } from '@/platform/screen/preferences'
import { endPullDown } from '@/platform/screen/pull-down'

export default function HomePage() {
  const page = useHome()
  const { elder, toggle } = usePreferences()
  // A printed code opens the app here and says where it leads.
  useLoad(({ scene }) => {
    const place = placeScanned(scene)
    if (place && place.kind !== 'village') void goTo(place)
  })
  useDidShow(() => void page.refresh())
  usePullDownRefresh(() => void page.refresh().then(endPullDown))
  const { seen } = page
  const home = seen.at === 'shown' ? seen.view : null
  return (
    <Page
      title='首页'
      heading={home?.hall ?? '村议事厅'}
      tab='home'
      aside={
        <Row>
          {home?.demo ? <Tag tone='grey'>示范数据</Tag> : null}
          <Button look='quiet' pressed={elder} label={elder ? '大字，已打开' : '大字'} onTap={toggle}>
            大字
          </Button>
        </Row>
      }
    >
      <Home page={page} />
    </Page>
  )
}
