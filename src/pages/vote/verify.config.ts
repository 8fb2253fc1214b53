export default definePageConfig({ navigationBarTitleText: '自己重数一遍' })
