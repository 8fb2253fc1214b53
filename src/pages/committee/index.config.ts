export default definePageConfig({ navigationBarTitleText: '听工友说', enablePullDownRefresh: true })
