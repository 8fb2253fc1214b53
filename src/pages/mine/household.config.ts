export default definePageConfig({ navigationBarTitleText: '请家人登记', enablePullDownRefresh: true })
