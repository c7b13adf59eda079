/** A type of numbers. The largest values of each mean that there is none: `.`, then `.a` to `.z`. */
export interface NumberStorage {
  code: number
  width: number
  format: string
  holds(measured: { min: number; max: number; isWhole: boolean; isSingle: boolean }): boolean
  write(out: Buffer, at: number, value: number): void
  /** 0 is `.`, 1 to 26 are the letters. */
  writeMissing(out: Buffer, at: number, letter: number): void
}

const whole = (
  code: number,
  width: 1 | 2 | 4,
  format: string,
  [least, most]: readonly [number, number],
): NumberStorage => ({
  code,
  width,
  format,
  holds: ({ min, max, isWhole }) => isWhole && min >= least && max <= most,
  write: (out, at, value) => void out.writeIntLE(value, at, width),
  writeMissing: (out, at, letter) => void out.writeIntLE(most + 1 + letter, at, width),
})

/** What stands for a missing value in the table of labels, whatever the type of the column. */
export const labelKey = (letter: number): number => largestLong + 1 + letter

export const largestLong = 2_147_483_620
const largestFloat = 2 ** 127 * (1 - 2 ** -24)
export const largestDouble = 2 ** 1023 * (1 - 2 ** -53)

const float: NumberStorage = {
  code: 65527,
  width: 4,
  format: '%9.0g',
  holds: ({ min, max, isSingle }) => isSingle && min >= -largestFloat && max <= largestFloat,
  write: (out, at, value) => void out.writeFloatLE(value, at),
  writeMissing: (out, at, letter) => void out.writeUInt32LE(0x7f00_0000 + letter * 0x800, at),
}

export const double: NumberStorage = {
  code: 65526,
  width: 8,
  format: '%10.0g',
  holds: ({ max }) => max <= largestDouble,
  write: (out, at, value) => void out.writeDoubleLE(value, at),
  writeMissing(out, at, letter) {
    out.writeUInt32LE(0, at)
    out.writeUInt32LE(0x7fe0_0000 + letter * 0x100, at + 4)
  },
}

/** From the smallest on. */
export const numberStorages: readonly NumberStorage[] = [
  whole(65530, 1, '%8.0g', [-127, 100]),
  whole(65529, 2, '%8.0g', [-32_767, 32_740]),
  whole(65528, 4, '%12.0g', [-2_147_483_647, largestLong]),
  float,
  double,
]

/** The longest text in a column of fixed width, in bytes. */
export const longestFixed = 2045
export const longText = { code: 32768, width: 8 }
