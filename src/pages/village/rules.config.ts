export default definePageConfig({ navigationBarTitleText: '村里的规矩', enablePullDownRefresh: true })
