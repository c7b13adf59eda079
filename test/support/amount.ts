/** How much of something: a small part with all other tests, everything by `npm run endurance`. */
export const amount = (some: number, all: number): number => (process.env.ENDURANCE === '1' ? all : some)
