/** A file that no list can be read from, with the sentence that says why. */
export class ListFileError extends Error {
  override name = 'ListFileError'
}
