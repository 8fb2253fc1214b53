export default definePageConfig({ navigationBarTitleText: '收起和放出的记录', enablePullDownRefresh: true })
