export default definePageConfig({ navigationBarTitleText: '主持人工作台', enablePullDownRefresh: true })
