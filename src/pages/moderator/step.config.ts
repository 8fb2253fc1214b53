export default definePageConfig({ navigationBarTitleText: '办这一步', enablePullDownRefresh: true })
