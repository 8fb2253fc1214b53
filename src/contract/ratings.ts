import * as v from 'valibot'

/** One to five stars, and the four axes one may fill in. */
export const stars = v.picklist([1, 2, 3, 4, 5])
export const axes = v.strictObject({
  result: v.optional(stars),
  openness: v.optional(stars),
  voice: v.optional(stars),
  timeliness: v.optional(stars),
})
