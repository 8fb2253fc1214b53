export default definePageConfig({ navigationBarTitleText: '打印用的码' })
