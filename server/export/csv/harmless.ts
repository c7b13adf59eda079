const formula = /^[=+@\t\r\n＝＋－＠-]/

/**
 * A text as a cell that no spreadsheet runs as a formula: an apostrophe in front, where it begins like one. Numbers are
 * no texts and stay as they are. The same as `harmless` of `store/copy-rows.ts`.
 */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)
