export default definePageConfig({ navigationBarTitleText: '帮人登记' })
