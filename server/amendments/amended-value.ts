/** What a field of stored answers holds. */
export type AmendedValue = number | string | boolean
