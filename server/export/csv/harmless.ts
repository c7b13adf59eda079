const formula = /^[=+@\t\r\n＝＋－＠-]/

/**
 * A text as a cell that no spreadsheet runs as a formula: an apostrophe in front, where it begins like one. Numbers are
 * no texts and stay as they are. `store/copy-rows.ts` lets PostgreSQL do the same.
 */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)
