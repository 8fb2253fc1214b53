export default definePageConfig({ navigationBarTitleText: '我在不在名册上', enablePullDownRefresh: true })
