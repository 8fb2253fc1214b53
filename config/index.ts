import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'

interface Chain { readonly optimization: { splitChunks(options: object): void } }

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
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      // Plain elements instead of Taro's web components: smaller, and focus, keys and roles are the browser's own.
      useHtmlComponents: true,
      router: { mode: 'hash' as const },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} }, cssModules },
      // What several pages use is loaded once, before any of them: a second copy of a component's styles, arriving with a later page, would override a feature's.
      webpackChain(chain: Chain) {
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: { common: { name: 'common', test: /[\\/]src[\\/](components|platform|domain|contract)[\\/]/, minChunks: 2, enforce: true, priority: 10 } },
        })
      },
    },
  }
  return merge({}, common, process.env.NODE_ENV === 'development' ? dev : prod)
})
