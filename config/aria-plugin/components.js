// What our components say about themselves, per built-in. Taro's templates carry no aria-*; '' means bound, without a default.
const said = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' }
const state = { 'aria-checked': '', 'aria-selected': '', 'aria-pressed': '', 'aria-expanded': '', 'aria-disabled': '', 'aria-live': '' }

module.exports = {
  components: {
    View: { ...said, ...state },
    Text: said,
    Image: said,
    Input: { 'aria-label': '' },
    Textarea: { 'aria-label': '' },
  },
}
