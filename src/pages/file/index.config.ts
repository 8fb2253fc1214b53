export default definePageConfig({ navigationBarTitleText: '一事一档', enablePullDownRefresh: true })
