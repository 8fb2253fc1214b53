export default definePageConfig({ navigationBarTitleText: '议事厅大屏' })
