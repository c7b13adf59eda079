/** What a spreadsheet would run, or would be taken for a text made harmless: as JavaScript, PostgreSQL and R read it. */
export const riskyStart = "'*[=+@\\t\\r\\n＝＋－＠-]"
const isRisky = new RegExp(`^${riskyStart}`)
const madeHarmless = new RegExp(`^'(?=${riskyStart})`)

/**
 * A text as a cell that no spreadsheet runs as a formula: an apostrophe in front, where it begins like one, and where
 * it is only apostrophes that keep it from that, so that `asTyped` gives back every text. Numbers are no texts and stay
 * as they are. `store/copy-rows.ts` lets PostgreSQL do the same.
 */
export const harmless = (text: string): string => (isRisky.test(text) ? `'${text}` : text)

/** The text of a cell as it was before it was made harmless. */
export const asTyped = (cell: string): string => cell.replace(madeHarmless, '')
