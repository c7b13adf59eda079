const halves = /\p{Surrogate}/gu

/** How many halves of characters there are: UTF-8 has no bytes for them. */
export const countHalves = (text: string): number => text.match(halves)?.length ?? 0

/** U+FFFD stands for each. */
export const withoutHalves = (text: string): string => text.replaceAll(halves, '\ufffd')
