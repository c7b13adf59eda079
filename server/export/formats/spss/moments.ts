/** From 14 October 1582, where SPSS begins to count, to 1970. */
const secondsBefore = 141_428 * 86_400

/** A time, a day or a month as SPSS has it: in seconds. NaN where it is none. */
export const secondsOf = (written: string): number => Date.parse(written) / 1000 + secondsBefore
