export default definePageConfig({ navigationBarTitleText: '更新名册' })
