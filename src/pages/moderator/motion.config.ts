export default definePageConfig({ navigationBarTitleText: '提请表决', enablePullDownRefresh: true })
