// What our components say about themselves, per built-in. Taro's templates carry no aria-*; '' means bound, without a default.
const said = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' }
const state = { 'aria-checked': '', 'aria-selected': '', 'aria-pressed': '', 'aria-expanded': '', 'aria-disabled': '', 'aria-live': '' }

const components = {
  View: { ...said, ...state },
  Text: { 'aria-hidden': '' },
  Image: said,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}

// Bound fifteen levels deep in every template and used by nobody here (`:active` shows a press): without them the package is a twentieth lighter.
const unused = {
  View: [
    'hover-class',
    'hover-stop-propagation',
    'hover-start-time',
    'hover-stay-time',
    'animation',
    'bindAnimationStart',
    'bindAnimationIteration',
    'bindAnimationEnd',
    'bindTransitionEnd',
  ],
}

/** The templates and the runtime number the same attributes, so both must be changed alike. */
const drop = all => {
  for (const [name, attributes] of Object.entries(unused)) for (const attribute of attributes) delete all[name][attribute]
}

module.exports = { components, drop }
