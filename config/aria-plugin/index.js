const path = require('node:path')
const { components } = require('./components')

/** Lets aria-* through to WeChat: once into the WXML templates, once into the runtime that names their bindings. */
module.exports = context => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // a browser needs no templates
      platform.template.mergeComponents(context, components)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })
}
