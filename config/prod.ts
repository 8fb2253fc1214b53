/** What only a built package has. Not minifyXML: it drops the end tag of <input>, and WeChat's compiler refuses the whole template. */
export default {}
