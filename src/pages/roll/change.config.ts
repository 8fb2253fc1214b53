export default definePageConfig({ navigationBarTitleText: '名册更新', enablePullDownRefresh: true })
