import path from 'node:path'
import { NormalModuleReplacementPlugin } from 'webpack'

interface Rule {
  pre(): Rule
  test(of: RegExp): Rule
  use(name: string): { loader(file: string): void }
}
export interface BrowserChain {
  readonly module: { rule(name: string): Rule }
  plugin(name: string): { use(plugin: typeof NormalModuleReplacementPlugin, told: [of: RegExp, by: string]): void }
}

/**
 * What Taro brings into every browser and no screen of ours draws would be a sixth of the first load: its tab bar with the runtime of web
 * components under it (ours is drawn by the pages), its navigation bar (it stays hidden), and an icon font with the styles of pickers and
 * swipers.
 */
export default function withoutBallast(chain: BrowserChain): void {
  chain
    .plugin('withoutTarosBars')
    .use(NormalModuleReplacementPlugin, [
      /@tarojs[\\/]router[\\/]dist[\\/](tabbar|navigationBar)\.js$/,
      path.resolve(__dirname, 'no-bars.js'),
    ])
  chain.module
    .rule('withoutUndrawnStyles')
    .pre()
    .test(/@tarojs[\\/](components-react[\\/]dist[\\/]index|components[\\/]dist[\\/]taro-components[\\/]taro-components)\.css$/)
    .use('drawn-styles')
    .loader(path.resolve(__dirname, 'drawn-styles.js'))
}
