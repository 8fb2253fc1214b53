export default definePageConfig({ navigationBarTitleText: '计票单' })
