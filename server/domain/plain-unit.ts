/** `08117019` and `117019` are the same Kommune, and `8117019` is what a spreadsheet makes of the first. */
export const plainUnit = (text: string): string => text.trim().replace(/^0?8(?=\d{6}$)/, '')
