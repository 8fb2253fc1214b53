export default definePageConfig({ navigationBarTitleText: '用码登记' })
