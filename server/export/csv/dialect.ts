/** How a CSV file is written. */
export interface CsvDialect {
  delimiter: ',' | ';'
  byteOrderMark: boolean
  /** 9,75 instead of 9.75. */
  decimalComma: boolean
}

export const byteOrderMark = '\ufeff'
