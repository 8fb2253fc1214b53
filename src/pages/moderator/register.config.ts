export default definePageConfig({ navigationBarTitleText: '登记手机号' })
