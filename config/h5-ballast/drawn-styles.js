const postcss = require('postcss')

/** What only components have that no screen here draws. A style that names none of them stays. */
const undrawn = /weui-(icon|check|cells)|taro-(picker|scroll)|swiper-container/

/** A loader: Taro's own styles without those of components that no screen draws, and without their icon font. */
module.exports = source => {
  const styles = postcss.parse(source)
  styles.walkAtRules(/^font-face$|keyframes$/, rule => {
    if (rule.name === 'font-face' || undrawn.test(rule.params)) rule.remove()
  })
  styles.walkRules(rule => {
    const drawn = rule.selectors.filter(selector => !undrawn.test(selector))
    if (drawn.length > 0) rule.selectors = drawn
    else rule.remove()
  })
  return styles.toString()
}
