/** Kept equal to package.json by a test. */
export const version = '0.1.0'
export const licence = '开源软件，按 Apache-2.0 许可，任何村都可以免费用、改了再用。'

/** What is kept about people, said plainly. */
export const whatWeKeep: readonly string[] = [
  '您的姓名、住哪个村民小组、是不是户代表这些身份，由议事厅登记，用来核对名册。',
  '您自己放的昵称和头像，随时可以去掉。',
  '您提的事、说的话、附议和评价。可以选择不显示名字，只有经办的人看得到是谁。',
  '记名票连名字一起记。无记名票只记“投过了”，选了什么和您分开放，谁也对不上。',
  '您在议事厅留的手机号，加密存放，只用来认出您的微信，谁也不给看。',
  '我们不要身份证号，不要通讯录，不看您在哪里。别人只看到您的姓，比如“张*”。',
  '想看、想带走、想注销，在“我的资料”里自己就能办；要改，请找议事厅，不用说理由。法律要求留档的会议和表决记录除外。',
]

/** How far the demo's time can be moved at a touch. */
export const leaps = [
  { advance: 'PT1H', label: '过 1 小时' },
  { advance: 'P1D', label: '过 1 天' },
  { advance: 'P3D', label: '过 3 天' },
  { advance: 'P16D', label: '过 16 天' },
] as const

/** A message begins with its topic in 《》: that is the card's title, the rest its line. */
export function messageWords({ title, body }: { readonly title: string; readonly body: string }): {
  readonly title: string
  readonly line: string | undefined
} {
  const parts = /^《(.+?)》[：，]?(.*)$/s.exec(body.trim())
  return { title: parts?.[1] ?? title, line: (parts?.[2] ?? body) || undefined }
}
