import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'
import withoutBallast, { type BrowserChain } from './h5-ballast'

interface Module {
  nameForCondition(): string | null
}
interface Chunks {
  readonly chunkGraph: { getModuleChunks(module: Module): { readonly name: string }[] }
}
interface Chain {
  readonly optimization: { get(name: 'splitChunks'): { readonly cacheGroups: object }; splitChunks(options: object): void }
}

/** What four folders of pages or more are made of: once in the main package it weighs less than a copy in each subpackage. */
const usedByMany = (module: Module, { chunkGraph }: Chunks) =>
  /[\\/](src|@babel[\\/]runtime)[\\/]/.test(module.nameForCondition() ?? '') &&
  new Set(chunkGraph.getModuleChunks(module).map(({ name }) => path.posix.dirname(name))).size >= 4

const cssModules = { enable: true, config: { namingPattern: 'module' as const, generateScopedName: '[hash:base64:5]' } }
// Type is px on both targets. rpx and rem grow with the screen, and 18 px for an elder must not shrink on a small phone.
const pxtransform = { enable: false, config: {} }

export default defineConfig<'webpack5'>(async merge => {
  process.env.BROWSERSLIST_ENV = 'production'
  const common = {
    projectName: 'village-deliberation-hall',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'aria-plugin/index.js')],
    defineConstants: {
      'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      'process.env.TARO_APP_PHOTOS': JSON.stringify(process.env.TARO_APP_PHOTOS ?? '/files'),
    },
    framework: 'react' as const,
    compiler: { type: 'webpack5' as const, prebundle: { enable: false } },
    cache: { enable: true },
    // WeChat reads the sitemap beside app.json; a browser has no use for it.
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [], options: {} },
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    mini: {
      postcss: { pxtransform, cssModules },
      optimizeMainPackage: { enable: true },
      // No component styles another's class, so the order of their files means nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      // Its priority must be above Taro's own groups (1,000 and 10,000), which copy shared code into subpackages. Taro's `exclude` option
      // does not help: it stops at the first module it names.
      webpackChain(chain: Chain) {
        const taros = chain.optimization.get('splitChunks')
        chain.optimization.splitChunks({
          ...taros,
          cacheGroups: { ...taros.cacheGroups, usedByMany: { name: 'common', test: usedByMany, priority: 100_000 } },
        })
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      // Plain elements instead of Taro's web components: smaller, and focus, keys and roles are the browser's own.
      useHtmlComponents: true,
      router: { mode: 'hash' as const },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} }, cssModules },
      // What several pages use is loaded once, before any of them: a second copy of a component's styles, arriving with a later page, would
      // override a feature's.
      webpackChain(chain: Chain & BrowserChain) {
        withoutBallast(chain)
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            common: {
              name: 'common',
              test: /[\\/]src[\\/](components|platform|domain|contract)[\\/]/,
              minChunks: 2,
              enforce: true,
              priority: 10,
            },
          },
        })
      },
    },
  }
  return merge({}, common, process.env.NODE_ENV === 'development' ? dev : prod)
})
