export default definePageConfig({ navigationBarTitleText: '要我告知的人', enablePullDownRefresh: true })
