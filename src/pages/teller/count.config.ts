export default definePageConfig({ navigationBarTitleText: '数纸质票' })
