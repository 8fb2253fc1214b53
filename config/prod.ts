/** A built package carries nothing that only a developer reads. */
export default {
  mini: { minifyXML: { collapseWhitespace: true } },
}
