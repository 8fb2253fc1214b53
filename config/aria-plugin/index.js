const path = require('node:path')
const { components, drop } = require('./components')

/** Lets aria-* through to WeChat, and leaves out what we never bind: once in the WXML templates, once in the runtime that names their bindings. */
module.exports = context => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // a browser needs no templates
      platform.template.mergeComponents(context, components)
      drop(platform.template.internalComponents)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })
  // Taro writes scroll-view into every package, used or not. Whoever imports it gets it back.
  context.modifyComponentConfig(({ componentConfig }) => componentConfig.includes.delete('scroll-view'))
}
